import { finishSharing, topicToShare } from '@rapport/domain/privatePage';
import { next, requireGoingOn } from '@rapport/domain/member';
import { type PrivatePage } from '@rapport/domain/series';
import { addTopic } from '@rapport/domain/topic';
import { pagePlacing, personPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
import { arriveOnce } from './arriveOnce';
import type { Effect } from './effect';

/**
 * Carries a topic from its author's page to the shared agenda: onto the agenda first, off the page after, so
 * that a crash in between leaves it twice rather than nowhere, and the next run mends it. Where the agenda
 * cannot take it, it stays private.
 */
export async function publish(
  services: Services,
  effect: Extract<Effect, { type: 'publish' }>,
): Promise<void> {
  const pages = personPartition(effect.person);
  const placing = pagePlacing(effect.series);
  const page = await services.documents.read<PrivatePage>(pages, placing.id);
  if (!page?.value.sharing.includes(effect.topic)) return;
  const topic = topicToShare(page.value, effect.topic);
  const doing = { by: effect.by, at: topic.at, commandId: topic.version };
  const at = services.clock.now().toISOString();
  const series = await arriveOnce(services, effect.series, topic.version, at, (head) => {
    requireGoingOn(head);
    const topics = addTopic(head.topics, topic, doing);
    // Its id is known there, for other words: these would be lost.
    return topics === head.topics ? null : { series: next(head, { topics: [...topics] }) };
  });
  await changeDocument<PrivatePage>(services, pages, placing, (current) =>
    current?.sharing.includes(effect.topic)
      ? finishSharing(current, effect.topic, series !== null)
      : current,
  );
  if (series) await nudgeBoth(services, series);
}
