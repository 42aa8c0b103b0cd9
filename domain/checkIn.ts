import type { CheckIn, RevealedCheckIn } from './checkIn.schema';
import { DomainError } from './errors';
import type { LastMeeting } from './meeting.schema';

export type { CheckIn, RevealedCheckIn } from './checkIn.schema';

/** How long after its meeting an answer still counts. */
const OPEN_FOR_MS = 48 * 60 * 60 * 1000;
/** Answers that a page keeps; older ones that were not revealed stay with the years. */
const KEPT = 60;

/** After the first three meetings, and then after every fourth (PRACTICE D6). */
export const asksAfter = (number: number): boolean => number <= 3 || number % 4 === 0;

/** The meeting whose check-in waits for somebody, or null. */
export function dueCheckIn(
  last: LastMeeting | null,
  mine: readonly CheckIn[],
  at: string,
): number | null {
  if (!last || !asksAfter(last.number) || !inTime(last, at)) return null;
  return mine.some(({ meeting }) => meeting === last.number) ? null : last.number;
}

/**
 * Keeps one's own answer. It cannot be changed: the same meeting again changes nothing.
 * @throws DomainError `checkIn.notDue`
 */
export function addCheckIn(
  mine: readonly CheckIn[],
  given: CheckIn,
  last: LastMeeting | null,
): readonly CheckIn[] {
  if (mine.some(({ meeting }) => meeting === given.meeting)) return mine;
  if (dueCheckIn(last, mine, given.at) !== given.meeting) {
    throw new DomainError('checkIn.notDue', 'meeting');
  }
  return [...mine, given].slice(-KEPT);
}

/**
 * What both see: only if both answered in time, which each did when their answer was taken. Otherwise each
 * one's stays their own, and nobody can tell silence from discretion.
 */
export function reveal(
  number: number,
  manager: readonly CheckIn[],
  report: readonly CheckIn[],
): RevealedCheckIn | null {
  const of = (mine: readonly CheckIn[]) => mine.find(({ meeting }) => meeting === number);
  const [hers, his] = [of(manager), of(report)];
  return hers && his ? { manager: hers, report: his } : null;
}

/** Until when an answer on that meeting is taken, in milliseconds since the epoch. */
export const answersUntil = ({ finishedAt }: Pick<LastMeeting, 'finishedAt'>): number =>
  Date.parse(finishedAt) + OPEN_FOR_MS;

const inTime = (last: LastMeeting, at: string): boolean => Date.parse(at) <= answersUntil(last);
