import { createHash } from 'node:crypto';
import type { LocalPerson } from './person';

const MINUTES = 30;
/** Weekday (1 Monday) and local time of each pair's 1:1, in turns, so that nobody has two at once. */
const SLOTS = [
  [4, 10, 0],
  [2, 9, 30],
  [3, 14, 0],
  [1, 11, 0],
  [5, 10, 30],
  [2, 15, 0],
  [3, 11, 0],
  [4, 15, 0],
] as const;

/** A standing weekly meeting of a manager and a report. */
export interface WeeklyMeeting {
  readonly id: string;
  readonly chat: string;
  readonly organizer: string;
  readonly people: readonly [string, string];
  readonly slot: (typeof SLOTS)[number];
}

export interface Occurrence {
  readonly start: string;
  readonly end: string;
}

/** One weekly 1:1 for every manager and report; its ids are the same on every machine and name nobody. */
export function weeklyMeetings(people: readonly LocalPerson[]): readonly WeeklyMeeting[] {
  const pairs = people.flatMap((manager) =>
    manager.manages.flatMap((key) => {
      const report = people.find((person) => person.key === key);
      return report ? [{ manager, report }] : [];
    }),
  );
  return pairs.map(({ manager, report }, index) => {
    const id = createHash('sha256')
      .update(`weekly 1:1 ${manager.oid} ${report.oid}`)
      .digest()
      .subarray(0, 18)
      .toString('base64url');
    const slot = SLOTS[index % SLOTS.length] ?? SLOTS[0];
    return {
      id,
      chat: `19:meeting_${id}@thread.v2`,
      organizer: manager.key,
      people: [manager.key, report.key],
      slot,
    };
  });
}

/** When the meeting is in the week that is `weeks` after the one of `at`; days and hours are local. */
export function occurrenceIn(meeting: WeeklyMeeting, at: Date, weeks: number): Occurrence {
  const [weekday, hour, minute] = meeting.slot;
  // In local fields, so that 10:00 stays 10:00 when summer time begins.
  const monday = at.getDate() - ((at.getDay() + 6) % 7) + weeks * 7;
  const day = [at.getFullYear(), at.getMonth(), monday + weekday - 1] as const;
  return {
    start: new Date(...day, hour, minute).toISOString(),
    end: new Date(...day, hour, minute + MINUTES).toISOString(),
  };
}

/** The occurrence that is on, or else the next one. */
export function nextOccurrence(meeting: WeeklyMeeting, at: Date): Occurrence {
  const thisWeek = occurrenceIn(meeting, at, 0);
  return at < new Date(thisWeek.end) ? thisWeek : occurrenceIn(meeting, at, 1);
}
