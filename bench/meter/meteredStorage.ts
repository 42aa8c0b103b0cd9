import type { Container, Operation, Page, ReadDocument, Storage } from '@rapport/api/ports/storage';
import { itemSize, itemTerms } from './item';
import { deletePrice, insertPrice, queryPrice, readPrice, replacePrice } from './prices';
import type { Charge, Tally } from './tally';

/**
 * A storage that does what `inner` does and writes down what Cosmos DB would charge for it.
 *
 * The published table is silent on these, so they are assumed: a point read of nothing costs 1 RU; a batch
 * costs the sum of its operations, also one that a conflict refuses; a query returns each document at the
 * price of reading it. What is written with an expiry is charged for its removal at once (`expire`): a
 * serverless account bills it as a delete ("Time to live").
 * @param partitions physical partitions that a query across partitions asks
 */
export function meteredStorage(inner: Storage, tally: Tally, partitions = 1): Storage {
  function query(
    place: Container,
    what: 'list' | 'listDue',
    kind: string,
    page: Page,
    fanOut: number,
  ): void {
    const sizes = page.documents.map(itemSize);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    tally.add({ place, what, kind, bytes, ru: queryPrice(sizes, fanOut) });
  }
  return {
    async read(container, partition, id, freshness) {
      const found = await inner.read(container, partition, id, freshness);
      const bytes = found ? itemSize(found) : 0;
      // Two replicas are asked for a strong reading.
      const times = freshness === 'latest' ? 2 : 1;
      const kind = found?.kind ?? `no ${kindIn(id)}`;
      tally.add({ place: container, what: 'read', kind, bytes, ru: times * readPrice(bytes) });
      return found;
    },
    async batch(container, partition, operations) {
      const standing = await Promise.all(
        operations.map((operation) =>
          operation.op === 'create' ? nothing : inner.read(container, partition, idOf(operation)),
        ),
      );
      const charges = operations.flatMap((operation, index) =>
        chargesOf(container, operation, standing[index] ?? null),
      );
      for (const charge of charges) if (charge.what !== 'expire') tally.add(charge);
      const etags = await inner.batch(container, partition, operations);
      // Only what came to stand will have to go.
      for (const charge of charges) if (charge.what === 'expire') tally.add(charge);
      return etags;
    },
    async list(container, partition, kind, continuation, limit) {
      const page = await inner.list(container, partition, kind, continuation, limit);
      query(container, 'list', kind, page, 1);
      return page;
    },
    async listDue(container, kind, until, continuation, limit) {
      const page = await inner.listDue(container, kind, until, continuation, limit);
      query(container, 'listDue', kind, page, partitions);
      return page;
    },
    close: () => inner.close(),
  };
}

const nothing = Promise.resolve(null);

const idOf = (operation: Operation): string =>
  operation.op === 'delete' ? operation.id : operation.document.id;

/** Ids begin with their kind (places.ts). */
const kindIn = (id: string): string => id.split('.', 1)[0] ?? id;

function chargesOf(
  place: Container,
  operation: Operation,
  standing: ReadDocument | null,
): Charge[] {
  const before = standing ? itemSize(standing) : 0;
  if (operation.op === 'delete') {
    const ru = deletePrice(before, standing ? itemTerms(standing) : 0);
    const kind = standing?.kind ?? kindIn(operation.id);
    return [{ place, what: 'delete', kind, bytes: before, ru }];
  }
  const { document } = operation;
  const { kind } = document;
  const bytes = itemSize(document);
  const terms = itemTerms(document);
  const written = (what: Charge['what'], ru: number): Charge => ({ place, what, kind, bytes, ru });
  if (operation.op === 'replace') {
    const changed = standing && standing.due !== document.due ? 1 : 0;
    const replaced = written('replace', replacePrice(before, bytes, changed));
    // From now on it expires: its removal is to come.
    return document.expires !== null && standing?.expires === null
      ? [replaced, written('expire', deletePrice(bytes, terms))]
      : [replaced];
  }
  const created = written('create', insertPrice(bytes, terms));
  if (document.expires === null) return [created];
  return [created, written('expire', deletePrice(bytes, terms))];
}
