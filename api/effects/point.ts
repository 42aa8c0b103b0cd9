import { roleOf } from '@rapport/domain/member';
import type { Series } from '@rapport/domain/series';
import { chatPlacing, HEAD, personPartition, seriesPartition, type ChatPointer } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import type { Effect } from './effect';

/**
 * What somebody opens in a chat by their own hand is what they find there, whatever another one bound to it,
 * and whatever they themselves bound to it before, if that comes to be done later.
 */
export async function pointChat(
  services: Services,
  { chatKey, series, person, at }: Extract<Effect, { type: 'point' }>,
): Promise<void> {
  const head = await services.documents.read<Series>(seriesPartition(series), HEAD.id);
  if (!head || !roleOf(head.value, person)) return;
  await changeDocument<ChatPointer>(
    services,
    personPartition(person),
    chatPlacing(chatKey),
    (current) =>
      (current?.boundAt ?? '') >= at ? current : { series, askedAt: null, boundAt: at },
  );
}
