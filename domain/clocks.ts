import type { Meeting } from './meeting.schema';
import { otherRole, type Role } from './person';

/**
 * How far somebody's clock is ahead of UTC on the planned date, in minutes; null where it is not known. That is all
 * that the other one is told: the hour, and not the place.
 */
export const clockOf = (
  { planned, clocks }: Pick<Meeting, 'planned' | 'clocks'>,
  role: Role,
): number | null => (planned?.by === role ? planned.offset : null) ?? clocks?.[role] ?? null;

/** The date that one of the two has just planned, with what the other one's clock says on it, where that is known. */
export const withClockOfOther = (meeting: Meeting, by: Role, offset: number | null): Meeting =>
  offset === null
    ? meeting
    : { ...meeting, clocks: { ...meeting.clocks, [otherRole(by)]: offset } };
