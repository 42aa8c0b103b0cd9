import type { SeriesView } from '@rapport/domain/series';
import { asksStillWanted } from '@rapport/domain/topic';

/** The topic that asks its raiser whether it is still wanted, one at a time. */
export const wantedTopic = ({ me, topics }: SeriesView): string | null =>
  topics.find((topic) => topic.by === me && asksStillWanted(topic))?.id ?? null;
