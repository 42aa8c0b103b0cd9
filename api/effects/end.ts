import { emptied, goesAt, nextOf, remainsOf } from '@rapport/domain/ending';
import type { LedgerEntry } from '@rapport/domain/ledger.schema';
import { peopleOf } from '@rapport/domain/seat';
import type { Series } from '@rapport/domain/series';
import type { Partition } from '../documents/documents';
import { listAll } from '../documents/listAll';
import { removeAll } from '../documents/removeAll';
import { HEAD, RECORD_KIND, seriesPartition, WRITTEN_IN_SERIES } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import type { Effect } from './effect';
import { settleSeats } from './seats';

/**
 * Lets what the two shared go, when its time has come: first what points to it, then what is stored, the head last
 * of all, and then the data key, so that no backup opens it either. Each step may be done again; until the last one
 * this effect lies there to be swept up. A use of the exception for safety that the other one could not read long
 * enough holds the head and the ledger back, and nothing else (PRACTICE C6, E5).
 * @returns when to come again, where it is not over yet
 */
export async function endSeries(
  services: Services,
  effect: Extract<Effect, { type: 'end' }>,
): Promise<{ readonly again: string } | 'later' | undefined> {
  const { documents, clock } = services;
  const at = clock.now().toISOString();
  if (effect.notBefore > at) return 'later';
  const where = seriesPartition(effect.series);
  const head = await documents.read<Series>(where, HEAD.id, 'latest');
  if (head) {
    const goes = goesAt(head.value);
    // Somebody's place was taken back by nobody: who has left, has left.
    if (goes === null) return undefined;
    if (at < goes) return { again: goes };
    const partition: Partition = { ...where, tenant: head.tenant };
    const ledger = await listAll<LedgerEntry>(documents, where, RECORD_KIND);
    const remains = remainsOf(head.value, ledger, at);
    if (remains) {
      await removeAll(documents, partition, WRITTEN_IN_SERIES);
      const other = ({ type }: LedgerEntry) => type !== 'safety';
      await removeAll(documents, partition, [RECORD_KIND], other);
      await changeDocument<Series>(
        services,
        partition,
        HEAD,
        (series) => series && emptied(series, remains),
      );
    }
    const people = peopleOf(head.value);
    await settleSeats(services, { type: 'seats', series: effect.series, people });
    if (remains) return { again: nextOf(remains, at) };
    await removeAll(documents, partition, [...WRITTEN_IN_SERIES, RECORD_KIND]);
    await changeDocument<Series>(services, partition, HEAD, () => undefined);
  }
  await documents.forget(where);
  return undefined;
}
