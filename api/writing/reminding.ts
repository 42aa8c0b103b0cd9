import type { Series } from '@rapport/domain/series';
import type { Effect } from '../effects/effect';

/** What times of reminders are reckoned from; a raised hand is none of it (PRACTICE B6). */
const parts = ({ manager, report, invitation, meeting, lastMeeting, rhythm, pauses }: Series) =>
  JSON.stringify([
    ...[manager, report].map((member) => member && [member.person.id, member.leftAt]),
    invitation && [invitation.to?.id, invitation.at],
    [meeting.number, meeting.plannedAt],
    lastMeeting,
    rhythm,
    pauses ?? [],
  ]);

/** Reminders follow where the head says something new about who meets, when, and how often. */
export const reminding = (before: Series | null, after: Series): Effect[] =>
  before && parts(before) === parts(after) ? [] : [{ type: 'remind', series: after.id }];
