import { randomUUID } from 'node:crypto';
import type { Clock } from '../ports/clock';
import {
  StorageConflict,
  type Container,
  type Operation,
  type Page,
  type ReadDocument,
  type Storage,
  type StoredDocument,
} from '../ports/storage';
import { fromContinuation, toContinuation } from './continuation';
import { openDatabase, type SqlValue } from './database';
import { prepareQueries, SCHEMA, type Queries } from './sqliteSchema';
import { isStorableName, requireInstant, requireLimit, requireStorable } from './storable';

export interface SqliteStorage extends Storage {
  /** Deletes what no read returns any more; for a timer. */
  purgeExpired(): Promise<void>;
}

/**
 * Documents in one SQLite file. What `batch` has acknowledged survives the process and the machine's power.
 * @param path the file, in a folder that exists
 * @param clock decides what has expired
 */
export async function openSqliteStorage(path: string, clock: Clock): Promise<SqliteStorage> {
  const database = await openDatabase(path, SCHEMA);
  const queries = prepareQueries(database);
  const now = (): string => clock.now().toISOString();
  return {
    async read(container, partition, id) {
      if (!isStorableName(partition) || !isStorableName(id)) return null;
      return queries.read.get(container, partition, id, now()) ?? null;
    },
    async batch(container, partition, operations) {
      requireStorable(partition, operations);
      const place: Place = [container, partition];
      return database.transaction(() => {
        const at = now();
        return operations.map((operation, index) => apply(queries, place, operation, index, at));
      });
    },
    async list(container, partition, kind, continuation, limit) {
      requireLimit(limit);
      const query = ['list', container, partition, kind];
      const after = fromContinuation(query, [''], continuation);
      const found = queries.list.all(container, partition, kind, now(), ...after, limit + 1);
      return pageOf(found, limit, ({ id }) => toContinuation(query, [id]));
    },
    async listDue(container, kind, until, continuation, limit) {
      requireLimit(limit);
      requireInstant(until);
      const query = ['due', container, kind];
      const after = fromContinuation(query, ['', '', ''], continuation);
      const found = queries.listDue.all(container, kind, until, now(), ...after, limit + 1);
      return pageOf(found, limit, ({ due, partition, id }) =>
        toContinuation(query, [due ?? '', partition, id]),
      );
    },
    async purgeExpired() {
      queries.purge.run(now());
    },
    async close() {
      database.close();
    },
  };
}

type Place = readonly [Container, string];

/** @returns the new etag, empty for a delete */
function apply(
  queries: Queries,
  place: Place,
  operation: Operation,
  index: number,
  now: string,
): string {
  if (operation.op === 'delete') {
    const { id, etag } = operation;
    if (queries.delete.run(...place, id, now, etag) > 0) return '';
    throw new StorageConflict(queries.read.get(...place, id, now) ? 'changed' : 'missing', index);
  }
  const { document } = operation;
  const etag = randomUUID();
  const columns = columnsOf(document, etag);
  if (operation.op === 'create') {
    // Nobody can see an expired document any more, so it is not in the way either.
    queries.purgeOne.run(...place, document.id, now);
    if (queries.create.run(...place, document.id, ...columns) > 0) return etag;
    throw new StorageConflict('exists', index);
  }
  if (queries.replace.run(...place, document.id, now, operation.etag, ...columns) > 0) return etag;
  const standing = queries.read.get(...place, document.id, now);
  throw new StorageConflict(standing ? 'changed' : 'missing', index);
}

/** From `kind` on, in the order of the table. */
export const columnsOf = (document: StoredDocument, etag: string): readonly SqlValue[] => [
  document.kind,
  document.tenant,
  document.keyId,
  document.schema,
  document.revision,
  document.due,
  document.expires,
  etag,
  document.body,
];

/** @param found up to one more than the page holds, which shows that something follows */
function pageOf(
  found: readonly ReadDocument[],
  limit: number,
  continuationAfter: (last: ReadDocument) => string,
): Page {
  const documents = found.slice(0, limit);
  const last = documents.at(-1);
  return {
    documents,
    continuation: last && found.length > limit ? continuationAfter(last) : null,
  };
}
