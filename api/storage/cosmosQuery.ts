import type { Container } from '@azure/cosmos';
import { isExpired, type Range, type ReadItem } from './cosmosDocument';

/** The only queries there are; each reads one range of one index, in its order. */
export const QUERIES = {
  list: 'SELECT * FROM c WHERE c.place > @after AND c.place < @before ORDER BY c.place',
  /** "Manage indexing policies": ids are indexed whatever the policy says. */
  keys: 'SELECT * FROM c WHERE c.id > @after AND c.id < @before ORDER BY c.id',
  listDue: 'SELECT * FROM c WHERE c.dueAt > @after AND c.dueAt < @before ORDER BY c.dueAt',
} as const;

export interface Asked {
  readonly container: Container;
  readonly query: keyof typeof QUERIES;
  readonly range: Range;
  /** null: in all partitions. */
  readonly partition: string | null;
}

interface Perishable {
  readonly id: string;
  readonly expires?: string;
}

/**
 * The first documents of a range that have not expired. Those that have are left out here rather than by the
 * query: a filter on what is not indexed is refused or scanned, and Cosmos DB soon removes them anyway.
 *
 * Within one partition the SDK asks once a page. Across partitions an order needs a plan: what the SDK sends
 * is one request for that (the gateway's, it costs nothing), the list of physical partitions (kept in
 * memory), and one query to each of them, whose answers it merges. So a run that finds nothing costs some
 * 3 RU for each physical partition, and there is one of those up to 50 GB. Without an order there would be
 * no plan, but no oldest first either; buckets by time would cost a second write for every effect, in a
 * partition that is not the change's own, so that a crash between the two could lose it.
 * @param count how many at most, at least 1
 */
export async function readRange<T extends Perishable = ReadItem>(
  { container, query, range, partition }: Asked,
  count: number,
  now: Date,
  abortSignal: AbortSignal,
): Promise<T[]> {
  const parameters = [
    { name: '@after', value: range.after },
    { name: '@before', value: range.before },
  ];
  const iterator = container.items.query<T>(
    { query: QUERIES[query], parameters },
    {
      abortSignal,
      maxItemCount: count,
      // The plan is needed: saves the attempt without one, which is always refused.
      ...(partition === null ? { forceQueryPlan: true } : { partitionKey: partition }),
    },
  );
  const found: T[] = [];
  while (found.length < count && iterator.hasMoreResults()) {
    const { resources } = await iterator.fetchNext();
    found.push(...(resources ?? []).filter(({ expires }) => !isExpired(expires, now)));
  }
  return found.slice(0, count);
}
