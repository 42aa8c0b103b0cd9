import { batchAfter } from '@rapport/domain/concernBatch';
import { countsFrom } from '@rapport/domain/concernCount';
import type { SeriesView } from '@rapport/domain/series';
import type { Topic } from '@rapport/domain/topic';
import type { PastMeetings, RapportClient } from '../client/state';

export interface Raised {
  readonly topic: Topic;
  /** In which meeting it was, or is to be, talked about: the latest where it was carried over. */
  readonly meeting: number;
}

/**
 * What the report of a series raised and the coming concern can be about (PRACTICE C8), the latest first: on the agenda
 * and in past meetings, as far back as a topic counts.
 */
export async function readRaised(
  client: Pick<RapportClient, 'readOnce' | 'now'>,
  series: string,
): Promise<Raised[]> {
  const from = countsFrom(batchAfter(new Date(client.now()).toISOString()));
  const view = await client.readOnce<SeriesView>(series, '');
  const meetings: { readonly number: number; readonly topics: readonly Topic[] }[] = [
    { number: view.meeting.number, topics: view.topics },
  ];
  for (let place = ''; ;) {
    const page = await client.readOnce<PastMeetings>(series, `meetings${place}`);
    meetings.push(...page.meetings);
    const last = page.meetings.at(-1);
    if (page.continuation === null || !last || last.finishedAt < from) break;
    place = `?continuation=${encodeURIComponent(page.continuation)}`;
  }
  const found = new Map<string, Raised>();
  for (const { number, topics } of meetings) {
    for (const topic of topics) {
      if (topic.by !== 'report' || topic.at < from || found.has(topic.id)) continue;
      found.set(topic.id, { topic, meeting: number });
    }
  }
  return [...found.values()];
}
