import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ErasureList } from '../ports/erasureList';
import { openDatabase } from './database';

const SCHEMA = `
  create table if not exists houses (house text primary key) strict, without rowid;
  create table if not exists erasures (
    house text not null references houses,
    position integer not null,
    entry blob not null,
    primary key (house, position)
  ) strict, without rowid;
`;

/**
 * The erasure list in a SQLite file, beside the data folder and not in it.
 * @param path the file, in a folder that exists
 * @param make whether it may be made: not for a key store that has used one before
 * @throws Error with one sentence when it is not there and may not be made
 */
export async function openSqliteErasureList(path: string, make: boolean): Promise<ErasureList> {
  if (!make && !(await isThere(path))) {
    throw new Error(
      `The erasure list ${basename(path)} is missing, without which what was deleted could come back: ` +
        'put it back, or let RAPPORT_ERASURES name where it lies (docs/keys.md, "Restoring").',
    );
  }
  const database = await openDatabase(path, SCHEMA);
  const insertHouse = database.prepare('insert into houses values (?) on conflict do nothing');
  const findHouse = database.prepare<{ house: string }>('select house from houses where house = ?');
  const newest = database.prepare<{ position: number }>(
    'select position from erasures where house = ? order by position desc limit 1',
  );
  const insert = database.prepare('insert into erasures values (?, ?, ?)');
  const following = database.prepare<{ position: number; entry: Uint8Array }>(
    'select position, entry from erasures where house = ? and position > ? order by position limit ?',
  );
  const lastOf = (house: string): number | null =>
    findHouse.get(house) ? (newest.get(house)?.position ?? 0) : null;
  return {
    async begin(house) {
      insertHouse.run(house);
    },
    async last(house) {
      return lastOf(house);
    },
    async append(house, entry) {
      return database.transaction(() => {
        const last = lastOf(house);
        if (last === null) throw new Error('The erasure list has no such house.');
        insert.run(house, last + 1, entry);
        return last + 1;
      });
    },
    async after(house, position, limit) {
      return following.all(house, position, limit);
    },
    async close() {
      database.close();
    },
  };
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
