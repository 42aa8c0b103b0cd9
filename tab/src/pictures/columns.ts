import type { Role } from '@rapport/domain/person';
import type { DrawnMeeting, DrawnMonth } from '@rapport/domain/pictures';

/** Columns that a phone has room for, each with its numbers. */
export const MOST_COLUMNS = 12;

/** What one column stands for. */
export type Step = 'meeting' | 'month' | 'quarter';
export type Counts = Readonly<Record<Role, number>>;

export interface Column {
  /** When it was, or began (ISO 8601); months and quarters begin in UTC, so that both readers count the same. */
  readonly at: string;
  readonly counts: Counts;
}

export interface Columns {
  readonly step: Step;
  /** The earliest first. */
  readonly columns: readonly Column[];
}

/** Who raised topics: meeting by meeting, and where those are too many, month by month or in quarters. */
export function topicColumns(meetings: readonly DrawnMeeting[], now: number): Columns {
  const each = meetings.map(({ finishedAt, topics }) => ({ at: finishedAt, counts: topics }));
  return each.length > MOST_COLUMNS ? byTime(each, now) : { step: 'meeting', columns: each };
}

/** Feedback each way, month by month or in quarters. */
export const feedbackColumns = (feedback: readonly DrawnMonth[], now: number): Columns =>
  byTime(
    feedback.map(({ month, given }) => ({ at: `${month}-01T00:00:00.000Z`, counts: given })),
    now,
  );

/**
 * All months from the first that has anything until now, empty ones too.
 * @param now in milliseconds
 */
function byTime(entries: readonly Column[], now: number): Columns {
  const [first] = entries;
  if (!first) return { step: 'month', columns: [] };
  const [from, to] = [monthOf(Date.parse(first.at)), monthOf(now)];
  const step = to - from < MOST_COLUMNS ? 'month' : 'quarter';
  const months = step === 'month' ? 1 : 3;
  const begin = Math.floor(from / months);
  const columns = Array.from({ length: Math.floor(to / months) - begin + 1 }, (_, n) => {
    const within = entries.filter(
      ({ at }) => Math.floor(monthOf(Date.parse(at)) / months) === begin + n,
    );
    const sum = (role: Role) => within.reduce((all, { counts }) => all + counts[role], 0);
    return {
      at: new Date(Date.UTC(0, (begin + n) * months)).toISOString(),
      counts: { manager: sum('manager'), report: sum('report') },
    };
  });
  return { step, columns };
}

/** Months since a year that every calendar of the product lies after. */
function monthOf(ms: number): number {
  const date = new Date(ms);
  return (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth();
}
