import { isInvited } from './invitation';
import { roleOf } from './member';
import type { PersonId } from './person';
import type { ReminderKind } from './reminder.schema';
import { gapOf, isPaused, togetherSince } from './rhythm';
import type { Series } from './series.schema';

export type { RemindMe, ReminderKind } from './reminder.schema';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** So long before a meeting both are told that it is coming up. */
const BEFORE_MS = HOUR_MS;
/** So long after a meeting somebody is told that something of theirs waits: not while they are still at it. */
const AFTER_MS = HOUR_MS;
/** … and no later than their check-in still counts. */
const AFTER_UNTIL_MS = 48 * HOUR_MS;
/** A gap is mentioned within so long after it began, or not at all. */
const GAP_UNTIL_MS = 14 * DAY_MS;
/** How far ahead a gap is looked for: longer than any rhythm, and than any pause that has a date. */
const HORIZON_MS = 3 * 365 * DAY_MS;

/** A hint that somebody could be told something at a time. Whether it still holds, the head says then. */
export interface Reminder {
  readonly series: string;
  readonly person: PersonId;
  readonly kind: ReminderKind;
  /** What it is about, rising with time: a meeting's number, or when the gap or the invitation began. */
  readonly about: number;
  /** What its time was reckoned from; once that is another one, it does not hold any more. */
  readonly basis: string;
  /** When it is due, and from when on it would help nobody (ISO 8601, UTC). */
  readonly at: string;
  readonly until: string;
}

/**
 * Everything that a head has to remind somebody of from now on: one notification before a meeting and one after
 * it, one for a gap, and the invitation (PRACTICE B7, D8). A raised hand is in none of it (B6).
 */
export function remindersOf(series: Series, at: string): Reminder[] {
  // A date at the end of the calendar would lie there for good, with the id of whom it is for.
  const horizon = later(at, HORIZON_MS);
  return [...invitations(series), ...meetings(series), ...gaps(series, at)].filter(
    (one) => one.until > at && one.at <= horizon,
  );
}

/** Whether the head still wants it said: a meeting that moved, was paused, begun or left has nothing to say. */
export function stillHolds(series: Series, reminder: Reminder, at: string): boolean {
  const { kind, person, about, basis } = reminder;
  if (at >= reminder.until) return false;
  if (kind === 'gap') return roleOf(series, person) !== null && gapOf(series, at)?.id === basis;
  const standing = kind === 'invitation' ? invitations(series) : meetings(series);
  const isSame = (one: Reminder): boolean =>
    one.kind === kind && one.person === person && one.about === about && one.basis === basis;
  if (!standing.some(isSame)) return false;
  if (kind === 'invitation') return isInvited(series, person, at);
  // Together, or taking a break, nobody is reminded of anything (PRACTICE A2, A9).
  return series.meeting.state === 'planned' && !isPaused(series, at);
}

function invitations({ id, invitation, manager }: Series): Reminder[] {
  if (!invitation?.to || invitation.declinedAt !== null || manager.leftAt !== null) return [];
  const { at, expiresAt } = invitation;
  const about = Date.parse(at);
  const person = invitation.to.id;
  return [{ series: id, person, kind: 'invitation', about, basis: at, at, until: expiresAt }];
}

function meetings(series: Series): Reminder[] {
  const { meeting, lastMeeting } = series;
  const { plannedAt } = meeting;
  const all: Omit<Reminder, 'series' | 'person'>[] = [];
  if (plannedAt !== null) {
    const at = later(plannedAt, -BEFORE_MS);
    const about = meeting.number;
    all.push({ kind: 'beforeMeeting', about, basis: plannedAt, at, until: plannedAt });
  }
  // "Without nudges": who meets once in a quarter is told when it is, and not asked for anything (PRACTICE A2).
  if (lastMeeting && series.rhythm !== 'quarterly') {
    const { number, finishedAt } = lastMeeting;
    const at = later(finishedAt, AFTER_MS);
    const until = later(finishedAt, AFTER_UNTIL_MS);
    all.push({ kind: 'afterMeeting', about: number, basis: finishedAt, at, until });
  }
  return forBoth(series, all);
}

/** The next gap there will be, if nothing happens until then. */
function gaps(series: Series, now: string): Reminder[] {
  const gap = gapOf(series, later(now, HORIZON_MS));
  if (!gap) return [];
  const at = begins(series, gap, now);
  const until = later(at, GAP_UNTIL_MS);
  return forBoth(series, [{ kind: 'gap', about: Date.parse(gap.id), basis: gap.id, at, until }]);
}

/** The first millisecond in which it is one: `gapOf` says when that is, and nobody else has to know its rules. */
function begins(series: Series, gap: { since: string; id: string }, now: string): string {
  let before = Date.parse(gap.since);
  let from = Date.parse(now) + HORIZON_MS;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (gapOf(series, new Date(middle).toISOString())?.id === gap.id) from = middle;
    else before = middle;
  }
  return new Date(from).toISOString();
}

const forBoth = (
  series: Series,
  all: readonly Omit<Reminder, 'series' | 'person'>[],
): Reminder[] => {
  const { manager, report } = series;
  if (togetherSince(series) === null || !report) return [];
  return all.flatMap((one) =>
    [manager, report].map(({ person }) => ({ series: series.id, person: person.id, ...one })),
  );
};

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
