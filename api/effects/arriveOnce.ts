import { DomainError } from '@rapport/domain/errors';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import type { Change } from '../documents/documents';
import { arrivedPlacing, HEAD, seriesPartition } from '../places';
import { StorageConflict } from '../ports/storage';
import { Problem } from '../problem';
import type { Services } from '../services';
import { requireRoom } from '../writing/room';

const ATTEMPTS = 12;
/** Longer than anything stays interrupted. */
const REMEMBERED_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** The head with it, and what lies beside it; null where it cannot arrive. */
export type Arrival = { readonly series: Series; readonly also?: readonly Change[] } | null;

/** Whether this wording has come from somebody's page into the series, whatever became of it there. */
export const hasArrived = async (
  { documents }: Pick<Services, 'documents'>,
  seriesId: string,
  wording: string,
): Promise<boolean> =>
  (await documents.read(seriesPartition(seriesId), arrivedPlacing(wording).id)) !== null;

/**
 * Brings words from somebody's page into the series, once: that they were here lies in the same batch. What
 * was taken back, discussed or left since does not come again, nor stays on the page beside it.
 * @param wording names the words, as the command did that wrote them
 * @param arrive throws a DomainError where the rules say no
 * @returns the head, once they have arrived; null where they cannot, `later` where they have to wait
 * @throws Problem `busy` after too many lost races
 */
export async function arriveOnce<Waits extends 'later' = never>(
  { documents }: Pick<Services, 'documents'>,
  seriesId: string,
  wording: string,
  at: string,
  arrive: (head: Series) => Arrival | Promise<Arrival | Waits>,
): Promise<Series | null | Waits> {
  const where = seriesPartition(seriesId);
  const expires = new Date(Date.parse(at) + REMEMBERED_FOR_MS).toISOString();
  const placing = { ...arrivedPlacing(wording), expires };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const head = await documents.read<Series>(where, HEAD.id);
    if (!head) return null;
    // Read after the head: an earlier attempt that the head tells of is then seen here too.
    if (await documents.read(where, placing.id)) return head.value;
    const arrival = await orRefused(async () => {
      const arrived = await arrive(asOf(head.value, at));
      if (arrived !== null && typeof arrived !== 'string') requireRoom(head.value, arrived.series);
      return arrived;
    });
    if (arrival === null || typeof arrival === 'string') return arrival;
    try {
      await documents.write({ ...where, tenant: head.tenant }, [
        { change: 'replace', placing: HEAD, value: arrival.series, loaded: head },
        ...(arrival.also ?? []),
        { change: 'create', placing, value: {} },
      ]);
      return arrival.series;
    } catch (error) {
      if (!(error instanceof StorageConflict)) throw error;
    }
  }
  throw new Problem('busy');
}

async function orRefused<A>(arrive: () => A | Promise<A>): Promise<A | null> {
  try {
    return await arrive();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
