import type { Pause } from '@rapport/domain/rhythm';
import type { Rhythm } from '@rapport/domain/series';
import { daysAgo } from './localDate';

const DAY_MS = 24 * 60 * 60_000;

/** How far the picture reaches back, in days: six months, whole weeks. */
export const SHOWN_DAYS = 182;

/** … and at least, however young the two are. */
const LEAST_DAYS = 56;

/** What the name of a month takes at the end, as a share of the strip. */
const ROOM = 0.07;

/** The agreed distance of two meetings, in days; of a month and a quarter what they are on average. */
const EVERY: Readonly<Record<Rhythm, number>> = {
  weekly: 7,
  biweekly: 14,
  monthly: 30.4,
  quarterly: 91,
};

/** What the picture is made of. Instants are ISO 8601; places are shares of the strip, 0 to 1, the newest last. */
export interface Strip {
  /** Whether it reaches back as far as the picture can. */
  readonly whole: boolean;
  readonly meetings: readonly {
    readonly at: string;
    readonly place: number;
    readonly days: number | null;
  }[];
  /** Where meetings would be in the agreed rhythm, counted back from the last one; in a break none was agreed. */
  readonly agreed: readonly number[];
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
  /** The first day of each month, where its name has room. */
  readonly months: readonly { readonly at: string; readonly place: number }[];
}

/** What is known of two people's rhythm. Instants are ISO 8601. */
export interface Kept {
  /** When meetings were finished, in any order. */
  readonly finished: readonly string[];
  readonly rhythm: Rhythm;
  /** When the two began. */
  readonly since: string;
  readonly pauses: readonly Pause[];
}

/**
 * The real rhythm of the last six months, or since the two began, against the agreed one.
 * @param now in milliseconds
 */
export function stripOf({ finished, rhythm, since, pauses }: Kept, now: number): Strip {
  const together = Date.parse(since);
  const begin = Math.max(now - SHOWN_DAYS * DAY_MS, Math.min(together, now - LEAST_DAYS * DAY_MS));
  const placeOf = (ms: number): number => Math.min(1, Math.max(0, (ms - begin) / (now - begin)));
  const all = finished.map((at) => Date.parse(at)).toSorted((a, b) => a - b);
  const shown = all.filter((ms) => ms >= begin && ms <= now);
  const step = EVERY[rhythm] * DAY_MS;
  const anchor = shown.at(-1);
  const agreed: number[] = [];
  if (anchor !== undefined) {
    const first = anchor + Math.floor((now - anchor) / step) * step;
    for (let ms = first; ms > Math.max(begin, together); ms -= step) agreed.unshift(placeOf(ms));
  }
  const breaks = pauses.flatMap((pause) => {
    const from = Date.parse(pause.at);
    // A meeting ends it, whatever day had been said.
    const met = all.find((ms) => ms > from) ?? Infinity;
    const said = Date.parse(pause.endedAt ?? pause.until ?? '') || Infinity;
    const to = Math.min(met, said, now);
    return to > begin && to > from ? [{ from: placeOf(from), to: placeOf(to) }] : [];
  });
  const inBreak = (place: number) => breaks.some(({ from, to }) => place > from && place < to);
  return {
    whole: together <= now - SHOWN_DAYS * DAY_MS,
    meetings: shown.map((ms) => {
      const before = all[all.indexOf(ms) - 1];
      return {
        at: new Date(ms).toISOString(),
        place: placeOf(ms),
        days: before === undefined ? null : daysAgo(new Date(before).toISOString(), ms),
      };
    }),
    agreed: agreed.filter((place) => !inBreak(place)),
    breaks,
    months: monthsSince(begin, now).map((at) => ({
      at: at.toISOString(),
      place: placeOf(at.getTime()),
    })),
  };
}

function monthsSince(begin: number, now: number): Date[] {
  const first = new Date(begin);
  const months = Array.from(
    { length: 8 },
    (_, n) => new Date(first.getFullYear(), first.getMonth() + n, 1),
  );
  return months.filter(
    (month) => month.getTime() > begin && month.getTime() < now - ROOM * (now - begin),
  );
}
