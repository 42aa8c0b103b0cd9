import type { OperationInput } from '@azure/cosmos';
import type { Clock } from '../ports/clock';
import type { Container, Freshness, Page, ReadDocument, Storage } from '../ports/storage';
import { fromContinuation, toContinuation } from './continuation';
import { doBatch } from './cosmosBatch';
import { connectCosmos, type CosmosPlace } from './cosmosClient';
import { CONTENT_CONSISTENCY } from './cosmosContainers';
import { duesAfter, fromItem, isExpired, placesAfter, type ReadItem } from './cosmosDocument';
import { findItem, sendBatch } from './cosmosItems';
import { encodeName } from './cosmosNames';
import { readRange, type Asked } from './cosmosQuery';
import { isStorableName, requireInstant, requireLimit, requireStorable } from './storable';

/**
 * Documents in Cosmos DB, in the containers of cosmosContainers.ts, which have to be there. Every call has
 * its answer, or StorageUnavailable, within five seconds (cosmosPatience.ts).
 * @param clock decides what has expired; Cosmos DB's time to live only clears away
 */
export async function openCosmosStorage(place: CosmosPlace, clock: Clock): Promise<Storage> {
  const { database, ask, close } = await connectCosmos(place, CONTENT_CONSISTENCY);

  const containerOf = (container: Container) => database.container(container);
  const find = (
    container: Container,
    partition: string,
    id: string,
    freshness?: Freshness,
  ): Promise<ReadItem | null> =>
    findItem(ask, containerOf(container), partition, encodeName(id), freshness);

  async function page(
    asked: Asked,
    limit: number,
    continuationAfter: (last: ReadDocument) => string,
  ): Promise<Page> {
    const found = await ask((signal) => readRange(asked, limit + 1, clock.now(), signal));
    const documents = found.slice(0, limit).map(fromItem);
    const last = documents.at(-1);
    return {
      documents,
      continuation: last && found.length > limit ? continuationAfter(last) : null,
    };
  }

  return {
    async read(container, partition, id, freshness) {
      if (!isStorableName(partition) || !isStorableName(id)) return null;
      const item = await find(container, partition, id, freshness);
      return item && !isExpired(item.expires, clock.now()) ? fromItem(item) : null;
    },
    async batch(container, partition, operations) {
      requireStorable(partition, operations);
      if (operations.length === 0) return [];
      const parts = {
        now: () => clock.now(),
        send: (inputs: OperationInput[]) =>
          sendBatch(ask, containerOf(container), partition, inputs),
        find: (id: string) => find(container, partition, id),
      };
      return doBatch(parts, operations);
    },
    async list(container, partition, kind, continuation, limit) {
      requireLimit(limit);
      const query = ['list', container, partition, kind];
      const [id = ''] = fromContinuation(query, [''], continuation);
      const range = placesAfter(partition, kind, id);
      const asked = { container: containerOf(container), range, partition };
      return page({ ...asked, query: 'list' }, limit, (last) => toContinuation(query, [last.id]));
    },
    async listDue(container, kind, until, continuation, limit) {
      requireLimit(limit);
      requireInstant(until);
      const query = ['due', container, kind];
      const position = fromContinuation(query, ['', '', ''], continuation);
      const range = duesAfter(kind, until, position);
      const asked = { container: containerOf(container), range, partition: null };
      return page({ ...asked, query: 'listDue' }, limit, ({ due, partition, id }) =>
        toContinuation(query, [due ?? '', partition, id]),
      );
    },
    async close() {
      close();
    },
  };
}
