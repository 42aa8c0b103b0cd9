import { DomainError } from '@rapport/domain/errors';
import { finishSharing, topicToShare } from '@rapport/domain/privatePage';
import { next, requireGoingOn } from '@rapport/domain/member';
import { type PrivatePage, type Series } from '@rapport/domain/series';
import { addTopic } from '@rapport/domain/topic';
import { HEAD, pagePlacing, personPartition, seriesPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
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
  const series = await onAgenda(services, effect, (head) => {
    const topics = addTopic(head.topics, topic, doing);
    return topics === head.topics ? head : next(head, { topics: [...topics] });
  });
  await changeDocument<PrivatePage>(services, pages, placing, (current) =>
    current?.sharing.includes(effect.topic)
      ? finishSharing(current, effect.topic, series !== null)
      : current,
  );
  if (series) await nudgeBoth(services, series);
}

/** @returns the head with the topic, or null where it cannot take one (full, ended, gone) */
async function onAgenda(
  services: Services,
  effect: Extract<Effect, { type: 'publish' }>,
  change: (head: Series) => Series,
): Promise<Series | null> {
  const where = seriesPartition(effect.series);
  const head = await services.documents.read<Series>(where, HEAD.id);
  if (!head) return null;
  try {
    const series = await changeDocument<Series>(
      services,
      { ...where, tenant: head.tenant },
      HEAD,
      (current) => {
        if (!current) return current;
        const changed = change(current);
        // An earlier attempt may have brought it there before the two went apart.
        if (changed !== current) requireGoingOn(current);
        return changed;
      },
    );
    return series ?? null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
