import type { KeyStore, WrappedKey } from '../ports/keyStore';
import { fromContinuation, toContinuation } from './continuation';
import { openDatabase } from './database';
import { requireLimit } from './storable';

const SCHEMA = `
  create table if not exists keys (
    name text primary key,
    id text not null,
    wrapped blob not null
  ) strict, without rowid;
`;
const ALL = ['keys'];

/**
 * Wrapped keys in a SQLite file of their own.
 * @param path the file, in a folder that exists
 */
export async function openSqliteKeyStore(path: string): Promise<KeyStore> {
  const database = await openDatabase(path, SCHEMA);
  const find = database.prepare<WrappedKey>('select id, wrapped from keys where name = ?');
  const insert = database.prepare(
    'insert into keys (name, id, wrapped) values (?, ?, ?) on conflict do nothing',
  );
  const swap = database.prepare(
    'update keys set id = ?, wrapped = ? where name = ? and id = ? and wrapped = ?',
  );
  const remove = database.prepare('delete from keys where name = ? and id = ?');
  const page = database.prepare<WrappedKey & { name: string }>(
    'select name, id, wrapped from keys where name > ? order by name limit ?',
  );
  return {
    async read(name) {
      return find.get(name) ?? null;
    },
    async createIfAbsent(name, key) {
      return database.transaction(() => {
        insert.run(name, key.id, key.wrapped);
        return find.get(name) ?? key;
      });
    },
    async replace(name, expected, next) {
      return swap.run(next.id, next.wrapped, name, expected.id, expected.wrapped) > 0;
    },
    async delete(name, id) {
      remove.run(name, id);
      // The log still holds the page as it was: a key is gone only when that is overwritten too.
      database.checkpoint();
    },
    async list(continuation, limit) {
      requireLimit(limit);
      const [after = ''] = fromContinuation(ALL, [''], continuation);
      const found = page.all(after, limit + 1);
      const keys = found.slice(0, limit);
      const last = keys.at(-1);
      const more = last && found.length > limit;
      return { keys, continuation: more ? toContinuation(ALL, [last.name]) : null };
    },
    async close() {
      database.close();
    },
  };
}
