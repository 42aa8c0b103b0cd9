import type { SeriesView } from '@rapport/domain/series';
import { asksStillWanted } from '@rapport/domain/topic';

/** The topic that asks its raiser whether it is still wanted, one at a time and before the meeting only. */
export const wantedTopic = ({ me, meeting, topics }: SeriesView): string | null =>
  (meeting.state === 'planned' &&
    topics.find((topic) => topic.by === me && asksStillWanted(topic))?.id) ||
  null;
