import type { OperationInput } from '@azure/cosmos';
import type { Clock } from '../ports/clock';
import type { Movable } from '../ports/movable';
import type { StoredDocument } from '../ports/storage';
import { fromContinuation, toContinuation } from './continuation';
import { connectCosmos, type CosmosPlace } from './cosmosClient';
import { CONTENT_CONSISTENCY } from './cosmosContainers';
import { everythingAfter, fromItem, toItem } from './cosmosDocument';
import { failureIn, sendBatch } from './cosmosItems';
import { readRange } from './cosmosQuery';
import { requireLimit, requireStorable } from './storable';

/** "Transactional batch operations in Azure Cosmos DB": a hundred operations, two megabytes. */
const MAX_OPERATIONS = 100;
const MAX_BYTES = 1_900_000;
/** Partitions written to at the same time: enough to hide the way there, few enough not to be throttled. */
const AT_ONCE = 8;

/**
 * All documents of a content account, in the order of the index that `list` reads (cosmosDocument.ts), so
 * that a continuation is a place of ours, which holds whatever Cosmos DB does to its physical partitions.
 * Each page asks every one of those; there is one up to 50 GB.
 */
export async function openCosmosMovable(place: CosmosPlace, clock: Clock): Promise<Movable> {
  const { database, ask, close } = await connectCosmos(place, CONTENT_CONSISTENCY);
  return {
    async all(container, continuation, limit) {
      requireLimit(limit);
      const query = ['all', container];
      const range = everythingAfter(fromContinuation(query, ['', '', ''], continuation));
      const asked = {
        container: database.container(container),
        query: 'list',
        range,
        partition: null,
      } as const;
      const found = await ask((signal) => readRange(asked, limit + 1, clock.now(), signal));
      const documents = found.slice(0, limit).map((item) => {
        const { etag: _, ...document } = fromItem(item);
        return document;
      });
      const last = documents.at(-1);
      const more = last && found.length > limit;
      return {
        documents,
        continuation: more ? toContinuation(query, [last.partition, last.kind, last.id]) : null,
      };
    },
    async put(container, documents) {
      for (const document of documents)
        requireStorable(document.partition, [{ op: 'create', document }]);
      const waiting = batchesOf(documents, clock.now());
      const write = async (): Promise<void> => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          const { partition, inputs } = next;
          const results = await sendBatch(ask, database.container(container), partition, inputs);
          if (failureIn(results)) throw new Error('Cosmos DB did not take what is moved there.');
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, write));
    },
    async close() {
      close();
    },
  };
}

interface Batch {
  readonly partition: string;
  readonly inputs: OperationInput[];
}

/** Each within one partition, and within what one request may hold. */
function batchesOf(documents: readonly StoredDocument[], now: Date): Batch[] {
  const batches: Batch[] = [];
  const open = new Map<string, { batch: Batch; bytes: number }>();
  for (const document of documents) {
    const { partition } = document;
    const input = { operationType: 'Upsert', resourceBody: { ...toItem(document, now) } } as const;
    const bytes = Buffer.byteLength(JSON.stringify(input));
    const last = open.get(partition);
    const fits =
      last && last.batch.inputs.length < MAX_OPERATIONS && last.bytes + bytes <= MAX_BYTES;
    if (fits) {
      last.batch.inputs.push(input);
      last.bytes += bytes;
      continue;
    }
    const batch = { partition, inputs: [input] };
    batches.push(batch);
    open.set(partition, { batch, bytes });
  }
  return batches;
}
