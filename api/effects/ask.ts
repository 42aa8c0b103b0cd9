import { askToJoin } from '@rapport/domain/joinRequest';
import { type Series } from '@rapport/domain/series';
import { chatPartition, HEAD, seriesPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import type { Effect } from './effect';

/** Open places of one chat that a request reaches: enough for any real meeting, too few to fish for names. */
const REACH = 3;

/** Puts a request to join before whoever set up a 1:1 in this meeting's chat. Nobody there: nothing happens. */
export async function ask(
  services: Services,
  effect: Extract<Effect, { type: 'ask' }>,
): Promise<void> {
  const tenant = effect.person.id.slice(0, effect.person.id.indexOf('.'));
  const partition = chatPartition(effect.chatKey, tenant);
  const open = await services.documents.list<{ series: string }>(partition, 'open', REACH);
  for (const { value } of open.documents) {
    let asked = false;
    const head = await changeDocument<Series>(
      services,
      { ...seriesPartition(value.series), tenant },
      HEAD,
      (current) => {
        const next = current && askToJoin(current, effect.requestId, effect.person, effect.at);
        asked = next !== current;
        return next;
      },
    );
    if (!head || !asked) continue;
    const nudge = { series: head.id, version: head.version, page: 0 };
    await services.nudge.send(head.manager.person.id, nudge);
  }
}
