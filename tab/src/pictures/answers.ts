import type { Role } from '@rapport/domain/person';
import type { DrawnMeeting } from '@rapport/domain/pictures';
import type { Counts } from './columns';

/** Meetings that a phone has room for, with two numbers of one digit each, and with three of two. */
const MOST_ANSWERED = 8;
const MOST_SHARES = 6;

/** Whose answer a bar is, or that it was measured. */
export interface Bar {
  readonly of: Role | 'measured';
  readonly value: number;
}

export type Answered = DrawnMeeting & { readonly checkIn: NonNullable<DrawnMeeting['checkIn']> };

/** The last check-ins that both gave, the earliest first. */
export const lastAnswered = (meetings: readonly DrawnMeeting[]): readonly Answered[] =>
  meetings.filter((meeting): meeting is Answered => meeting.checkIn !== null).slice(-MOST_ANSWERED);

/** The last meetings of which both estimates are known, or a share that both kept. */
export const lastShares = (meetings: readonly DrawnMeeting[]): readonly DrawnMeeting[] =>
  meetings
    .filter((meeting) => meeting.checkIn !== null || measuredOf(meeting).length > 0)
    .slice(-MOST_SHARES);

/** What a transcript said, once where both measured the same. */
export const measuredOf = ({ kept }: DrawnMeeting): readonly number[] => [
  ...new Set([kept?.manager, kept?.report].filter((share) => typeof share === 'number')),
];

/** Both answers as bars, the manager's first, for both readers. */
export const barsOf = ({ manager, report }: Counts): readonly Bar[] => [
  { of: 'manager', value: manager },
  { of: 'report', value: report },
];
