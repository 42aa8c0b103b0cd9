import { goesAt } from '@rapport/domain/ending';
import { NO_HANDS } from '@rapport/domain/hand';
import { next } from '@rapport/domain/member';
import { peopleOf } from '@rapport/domain/seat';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import type { Partition } from '../documents/documents';
import { HEAD, seriesPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
import { EFFECT_KIND, type Effect } from './effect';
import { settleSeats } from './seats';

/**
 * Ends a stand-in's series on its day, also in both homes; readers and writers go by the day itself. A day that
 * was put off has an effect of its own.
 * @returns `later` while the day has not come
 */
export async function endStandIn(
  services: Services,
  { series, at }: Extract<Effect, { type: 'endStandIn' }>,
): Promise<'later' | undefined> {
  const now = services.clock.now().toISOString();
  if (at > now) return 'later';
  const where = seriesPartition(series);
  const found = await services.documents.read<Series>(where, HEAD.id);
  if (!found) return undefined;
  const head = await changeDocument<Series>(
    services,
    { ...where, tenant: found.tenant },
    HEAD,
    (current) => {
      if (!current || current.endedAt !== undefined) return current;
      const ended = asOf(current, now);
      if (ended.endedAt === undefined) return current;
      return next(ended, { hands: NO_HANDS, joinRequest: null });
    },
  );
  if (head?.endedAt === undefined) return undefined;
  await letGo(services, { ...where, tenant: found.tenant }, head);
  await settleSeats(services, { type: 'seats', series, people: peopleOf(head) });
  await nudgeBoth(services, head);
  return undefined;
}

/** What the two shared goes 90 days later, as if one of them had left (PRACTICE D11). */
async function letGo(services: Services, where: Partition, head: Series): Promise<void> {
  const goes = goesAt(head);
  if (goes === null) return;
  const end: Effect = { type: 'end', series: head.id, notBefore: goes };
  const placing = { id: 'effect.end.standIn', kind: EFFECT_KIND, schema: 1, due: goes };
  await changeDocument<Effect>(services, where, placing, (stored) => stored ?? end);
}
