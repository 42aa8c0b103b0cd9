import { monthsLater, expiryOf, RETENTION_GRACE_DAYS } from './retention';
import type { Retention } from './retention';
import type { Series } from './series.schema';
import type { Brought, BroughtLine } from './succession.schema';

/** Says in a document that there is something beside it, or that there is not; the very same where it says so. */
export function saysThere<T extends object, K extends 'notesBefore' | 'brought'>(
  of: T & { readonly [key in K]?: true | undefined },
  key: K,
  there: boolean,
): T {
  if ((of[key] ?? false) === there) return of;
  const { [key]: _, ...rest } = of;
  return (there ? { ...rest, [key]: true } : rest) as T;
}

const dayOf = (at: string): string => at.slice(0, 10);
/** When its day began, in UTC: what is kept from then on. */
const sinceOf = ({ came }: Pick<BroughtLine, 'came'>, now: string): string =>
  `${came ?? dayOf(now)}T00:00:00.000Z`;

/** Lines as they come on this day. */
export const arriving = (lines: readonly BroughtLine[], now: string): BroughtLine[] =>
  lines.map((line) => ({ ...line, came: dayOf(now) }));

/** What is still kept of it, for whoever reads. */
export const stillBrought = (
  { lines }: Pick<Brought, 'lines'>,
  series: Pick<Series, 'retention'>,
  now: string,
): BroughtLine[] => lines.filter((line) => expiryOf(sinceOf(line, now), series, now) > now);

/**
 * What came along is past from the day on which it came: it goes when a meeting of that day goes, with the retention
 * of where it lies now (PRACTICE C7, D5). What is gone does not come a second time. What has no day gets this one. The
 * very same where nothing of the kind is to be done.
 */
export function withoutOldBrought(
  brought: Brought,
  series: Pick<Series, 'retention'>,
  now: string,
): Brought {
  const kept = stillBrought(brought, series, now);
  const gone = new Set(brought.lines.map(({ id }) => id));
  for (const { id } of kept) gone.delete(id);
  if (gone.size === 0 && kept.every(({ came }) => came !== undefined)) return brought;
  return {
    lines: kept.map((line) => (line.came === undefined ? { ...line, came: dayOf(now) } : line)),
    removed: [...brought.removed, ...gone],
  };
}

/** When the first of these lines goes; null where there is none. */
export const firstGoes = (
  lines: readonly BroughtLine[],
  series: Pick<Series, 'retention'>,
  now: string,
): string | null =>
  lines
    .map((line) => expiryOf(sinceOf(line, now), series, now))
    .reduce<string | null>((first, end) => (first === null || end < first ? end : first), null);

/**
 * When a line goes, where that is soon: within the time that an announced retention waits, so that nothing goes
 * without having been said (PRACTICE D5, E2). null where it is not.
 * @param retention as it is read at this time
 */
export function goesSoon(
  line: Pick<BroughtLine, 'came'>,
  { months, coming }: Pick<Retention, 'months' | 'coming'>,
  now: string,
): string | null {
  const since = sinceOf(line, now);
  const end = monthsLater(since, months);
  // What is over before the announced one holds goes as it would have; a shorter one takes along what it finds.
  const goes =
    coming && end >= coming.from ? later(coming.from, monthsLater(since, coming.months)) : end;
  const soon = Date.parse(goes) - Date.parse(now) <= RETENTION_GRACE_DAYS * DAY_MS;
  return soon ? goes : null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const later = (a: string, b: string): string => (a > b ? a : b);
