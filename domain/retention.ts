import type { Feedback } from './feedback.schema';
import { next } from './member';
import type { Role } from './person';
import type { Retention, RetentionMonths } from './retention.schema';
import type { Series } from './series.schema';

export type { Retention, RetentionMonths } from './retention.schema';

/** What a series can choose from. */
export const RETENTION_MONTHS: readonly RetentionMonths[] = [6, 12, 24, 36, 60];

/** How long an announced change can be taken back, in days: longer than a holiday (PRACTICE E2). */
export const RETENTION_GRACE_DAYS = 30;
const GRACE_MS = RETENTION_GRACE_DAYS * 24 * 60 * 60 * 1000;

/** After it was closed, criticism goes sooner than the rest, unless its receiver keeps it (PRACTICE D5). */
export const CRITICISM_MONTHS = 12;

const AT_FIRST: Retention = { months: 24, changed: null, coming: null };

type Keeping = Pick<Series, 'retention'>;

/** What holds at this time: an announced change too, once its time has come. */
export function retentionAt({ retention = AT_FIRST }: Keeping, at: string): Retention {
  const { coming } = retention;
  if (!coming || coming.from > at) return retention;
  return { months: coming.months, changed: { by: coming.by, at: coming.at }, coming: null };
}

/**
 * One of the two announces another length; choosing the one that holds takes an announcement back, whoever made
 * it. So neither destroys what both could read while the other one is away, nor keeps it for longer than the
 * other one wants (PRACTICE E2). While nobody else has joined it holds at once.
 */
export function changeRetention(
  series: Series,
  by: Role,
  months: RetentionMonths,
  at: string,
): Series {
  const now = retentionAt(series, at);
  if (months === now.months) {
    return now.coming ? next(series, { retention: { ...now, coming: null } }) : series;
  }
  if (months === now.coming?.months) return series;
  if (!series.report)
    return next(series, { retention: { months, changed: { by, at }, coming: null } });
  const from = new Date(Date.parse(at) + GRACE_MS).toISOString();
  return next(series, { retention: { ...now, coming: { months, by, at, from } } });
}

/** Writes down what holds, where the time of an announced change has come; the very same otherwise. */
export function settleRetention(series: Series, at: string): Series {
  const { coming } = series.retention ?? AT_FIRST;
  return coming && coming.from <= at
    ? next(series, { retention: retentionAt(series, at) })
    : series;
}

/** So many calendar months later, in UTC; where that month has no such day, on its last. */
export function monthsLater(at: string, months: number): string {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  // The 31st of a month with 30 days is the 1st of the next.
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.toISOString();
}

/** The other way: what was before is older than that, at this time. */
export const monthsBefore = (at: string, months: number): string => monthsLater(at, -months);

/** When what happened then is kept no longer. */
export const expiryOf = (happened: string, series: Keeping, at: string): string =>
  monthsLater(happened, retentionAt(series, at).months);

/** When a piece of feedback is kept no longer; null while it is not closed: that is not past yet. */
export function feedbackExpiry(
  { closedAt, kind, retained }: Pick<Feedback, 'closedAt' | 'kind' | 'retained'>,
  series: Keeping,
  at: string,
): string | null {
  if (closedAt === null) return null;
  const { months } = retentionAt(series, at);
  const sooner = kind === 'criticism' && !retained;
  return monthsLater(closedAt, sooner ? Math.min(months, CRITICISM_MONTHS) : months);
}

/**
 * Whether one of the two still reads a closed piece of feedback. Its author reads it no longer than if its
 * receiver had not kept it: otherwise they would be told.
 */
export function stillReads(feedback: Feedback, by: Role, series: Keeping, at: string): boolean {
  const { retained: _, ...asIfNot } = feedback;
  const until = feedbackExpiry(feedback.from === by ? asIfNot : feedback, series, at);
  return until === null || until > at;
}
