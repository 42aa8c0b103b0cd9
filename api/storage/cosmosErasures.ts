import type { OperationInput } from '@azure/cosmos';
import type { ErasureList } from '../ports/erasureList';
import { StorageUnavailable } from '../ports/storage';
import { connectCosmos, type CosmosPlace } from './cosmosClient';
import { CONTENT_CONSISTENCY, ERASURE_CONTAINER } from './cosmosContainers';
import { failureIn, findItem, sendBatch } from './cosmosItems';
import { readRange } from './cosmosQuery';

/** Two who append at once meet once; so many hardly ever do. */
const ROUNDS = 8;
const HEAD = 'head';
const DIGITS = 12;

interface Head {
  readonly last: number;
  readonly _etag: string;
}

interface EntryItem {
  readonly id: string;
  /** base64 */
  readonly entry: string;
  readonly expires?: never;
}

/**
 * The erasure list as a container, one partition for each house: a head that counts, and the entries. An entry
 * and the counting are one batch, so positions have no gaps.
 */
export async function openCosmosErasureList(place: CosmosPlace): Promise<ErasureList> {
  const { database, ask, close } = await connectCosmos(place, CONTENT_CONSISTENCY);
  const container = database.container(ERASURE_CONTAINER.id);
  const send = async (house: string, inputs: OperationInput[]) =>
    failureIn(await sendBatch(ask, container, house, inputs));

  /**
   * The account is consistent by session only, and a list that looks too short is refused. A write goes where
   * everything is known, also one that finds nothing to delete, and its answer brings the session up to that.
   */
  const catchUp = (house: string) => send(house, [{ operationType: 'Delete', id: 'nothing' }]);

  return {
    async begin(house) {
      const resourceBody = { id: HEAD, partition: house, last: 0 };
      await send(house, [{ operationType: 'Create', resourceBody }]);
    },
    async last(house) {
      await catchUp(house);
      return (await findItem<Head>(ask, container, house, HEAD))?.last ?? null;
    },
    async append(house, entry) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const head = await findItem<Head>(ask, container, house, HEAD);
        if (!head) throw new Error('The erasure list has no such house.');
        const { last, _etag: ifMatch } = head;
        const position = last + 1;
        const item = itemOf(house, position, entry);
        const counted = { id: HEAD, partition: house, last: position };
        const failure = await send(house, [
          { operationType: 'Create', resourceBody: { ...item } },
          { operationType: 'Replace', id: HEAD, resourceBody: counted, ifMatch },
        ]);
        // A first attempt whose answer was lost is in the list twice then, which erases nothing more.
        if (!failure) return position;
      }
      throw new StorageUnavailable(null, 409);
    },
    async after(house, position, limit) {
      await catchUp(house);
      const range = { after: idOf(position), before: idOf(10 ** DIGITS - 1) };
      const asked = { container, query: 'keys', range, partition: house } as const;
      const found = await ask((signal) => readRange<EntryItem>(asked, limit, new Date(0), signal));
      return found.map((item) => ({
        position: Number(item.id),
        entry: Buffer.from(item.entry, 'base64'),
      }));
    },
    async close() {
      close();
    },
  };
}

const idOf = (position: number): string => String(position).padStart(DIGITS, '0');

const itemOf = (house: string, position: number, entry: Uint8Array) => ({
  id: idOf(position),
  partition: house,
  entry: Buffer.from(entry).toString('base64'),
});
