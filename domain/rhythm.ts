import type { LastMeeting, Meeting } from './meeting.schema';
import type { Pause } from './rhythm.schema';
import type { Rhythm } from './series.schema';
import type { Shaped } from './shape.schema';

export type { Pause } from './rhythm.schema';

const DAY_MS = 24 * 60 * 60_000;

/** For so long a weekly rhythm is suggested, in days; every two weeks afterwards (PRACTICE, defaults). */
export const WEEKLY_FOR_DAYS = 90;

/**
 * A gap begins after so many days (PRACTICE B7): twice the agreed rhythm, and never more than thirty. A
 * quarterly 1:1 has none (A2).
 */
const GAP_AFTER_DAYS = { weekly: 14, biweekly: 28, monthly: 30, quarterly: null } as const;

/** From a meeting to a next one that is still in the agreed rhythm: the second Tuesdays of two months lie up to 35 days apart. */
const IN_RHYTHM_DAYS = { weekly: 14, biweekly: 28, monthly: 35 } as const;

/** What the rhythm is read from: the head of a series, and the view of it that either is given. */
export interface Rhythmic {
  readonly rhythm: Rhythm;
  readonly meeting: Pick<Meeting, 'number' | 'state' | 'plannedAt'>;
  readonly lastMeeting: LastMeeting | null;
  /** The oldest first; missing where there never was one. */
  readonly pauses?: readonly Pause[] | undefined;
  readonly manager: Place;
  /** null while nobody is named. */
  readonly report: Place | null;
  /** When a stand-in's time was over; missing otherwise. */
  readonly endedAt?: string | undefined;
}

interface Place {
  /** null or missing: not yet. */
  readonly joinedAt?: string | null | undefined;
  readonly leftAt: string | null;
}

/** A time without a meeting that is longer than the two agreed to. */
export interface Gap {
  /** When they last met, or could have begun to (ISO 8601). */
  readonly since: string;
  /** The same for as long as this gap lasts, and another one for the next: it may be mentioned once. */
  readonly id: string;
}

/**
 * The pause that lasts at `at`, or null. It lasts until its day, until either ends it, until the two plan a date in
 * it, or begin the meeting that it put off.
 */
export function pauseOf(series: Rhythmic, at: string): Pause | null {
  const last = series.pauses?.at(-1);
  if (!last || last.endedAt !== null || replaced(series, last)) return null;
  return last.until !== null && last.until <= at ? null : last;
}

/** Whether the two take a break: then nothing reminds them of anything (PRACTICE A2). */
export const isPaused = (series: Rhythmic, at: string): boolean => pauseOf(series, at) !== null;

/**
 * The gap that the two are in, or null: counted from their last meeting, or from when both had joined, or from the
 * end of a pause, whichever came last. A date that is planned within the rhythm is none.
 */
export function gapOf(series: Rhythmic, at: string): Gap | null {
  const after = GAP_AFTER_DAYS[series.rhythm];
  const together = togetherSince(series);
  if (after === null || series.rhythm === 'quarterly' || together === null) return null;
  if (series.meeting.state !== 'planned' || isPaused(series, at)) return null;
  const ends = (series.pauses ?? []).map((pause) => endOf(series, pause));
  const since = [series.lastMeeting?.finishedAt ?? null, ...ends].reduce<string>(
    (latest, end) => (end !== null && end <= at && end > latest ? end : latest),
    together,
  );
  if (Date.parse(at) - Date.parse(since) <= after * DAY_MS) return null;
  const { plannedAt } = series.meeting;
  // A day more: an hour is gained or lost where clocks are changed.
  const near = Date.parse(since) + (IN_RHYTHM_DAYS[series.rhythm] + 1) * DAY_MS;
  if (plannedAt !== null && plannedAt > at && Date.parse(plannedAt) <= near) return null;
  return { since, id: since };
}

/** When both had joined, or null while one has not, or has left. */
export function togetherSince({ manager, report, endedAt }: Rhythmic): string | null {
  if (endedAt !== undefined || !manager.joinedAt || !report?.joinedAt) return null;
  if (manager.leftAt !== null || report.leftAt !== null) return null;
  return bothJoinedAt({ manager, report });
}

/** When the second of the two had joined, also where one has left since; null while one has not. */
export function bothJoinedAt({
  manager,
  report,
}: Pick<Rhythmic, 'manager' | 'report'>): string | null {
  if (!manager.joinedAt || !report?.joinedAt) return null;
  return manager.joinedAt > report.joinedAt ? manager.joinedAt : report.joinedAt;
}

/**
 * The rhythm that is offered to the two, or null (PRACTICE, defaults): weekly in the first 90 days, every two weeks
 * afterwards. Nothing is offered to whom the rhythm was a choice of these very days, nor to a quarterly 1:1.
 */
export function offeredRhythm(
  series: Rhythmic & { readonly shaped: readonly Shaped[] },
  at: string,
): Rhythm | null {
  const together = togetherSince(series);
  if (together === null || series.rhythm === 'quarterly') return null;
  const turn = new Date(Date.parse(together) + WEEKLY_FOR_DAYS * DAY_MS).toISOString();
  const [offered, begun] = at < turn ? (['weekly', ''] as const) : (['biweekly', turn] as const);
  const chosen = series.shaped.some((one) => one.what === 'rhythm' && one.at >= begun);
  return chosen || series.rhythm === offered ? null : offered;
}

/** Whether a meeting took the place of what was left of a pause: one that began, or one that was planned. */
function replaced({ meeting }: Rhythmic, pause: Pause): boolean {
  if (meeting.number !== pause.meeting) return meeting.number > pause.meeting;
  if (meeting.state !== 'planned') return true;
  const { plannedAt } = meeting;
  return plannedAt !== null && (pause.until === null || plannedAt < pause.until);
}

/** When a pause was over by itself or by a press; null where it was not, or a meeting ended it. */
const endOf = (series: Rhythmic, pause: Pause): string | null =>
  pause.endedAt ?? (replaced(series, pause) ? null : pause.until);
