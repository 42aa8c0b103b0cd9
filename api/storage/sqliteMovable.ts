import { randomUUID } from 'node:crypto';
import type { Movable } from '../ports/movable';
import type { StoredDocument } from '../ports/storage';
import { fromContinuation, toContinuation } from './continuation';
import { openDatabase } from './database';
import { columnsOf } from './sqlite';
import { FIELDS, SCHEMA } from './sqliteSchema';
import { requireLimit, requireStorable } from './storable';

/**
 * All documents of one SQLite file. `put` is one transaction.
 * @param path the file, in a folder that exists
 * @param alone nobody else may have it open meanwhile (database.ts)
 * @throws DatabaseInUse when `alone` cannot be had
 */
export async function openSqliteMovable(
  path: string,
  options: { readonly alone: boolean },
): Promise<Movable> {
  const database = await openDatabase(path, SCHEMA, options);
  const page = database.prepare<StoredDocument>(`select ${FIELDS} from documents
    where container = ?1 and (partition, id) > (?2, ?3) order by partition, id limit ?4`);
  const write = database.prepare(`insert or replace into documents (container, partition, id, kind,
    tenant, key_id, schema, revision, due, expires, etag, body)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)`);
  return {
    async all(container, continuation, limit) {
      requireLimit(limit);
      const query = ['all', container];
      const after = fromContinuation(query, ['', ''], continuation);
      const found = page.all(container, ...after, limit + 1);
      const documents = found.slice(0, limit);
      const last = documents.at(-1);
      const more = last && found.length > limit;
      return { documents, continuation: more ? toContinuation(query, keyOf(last)) : null };
    },
    async put(container, documents) {
      for (const document of documents)
        requireStorable(document.partition, [{ op: 'create', document }]);
      database.transaction(() => {
        for (const document of documents)
          write.run(container, ...keyOf(document), ...columnsOf(document, randomUUID()));
      });
    },
    async close() {
      database.close();
    },
  };
}

const keyOf = ({ partition, id }: StoredDocument) => [partition, id] as const;
