import { isThere } from '../dataFolder';
import type { ErasureList } from '../ports/erasureList';
import { openDatabase, type Database } from './database';

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
 * The erasure list in a SQLite file, beside the data folder and not in it. The file is made when the first
 * house begins, and only then: looking for a list that is missing leaves nothing behind that looks like one.
 * @param path the file, in a folder that exists
 */
export function createSqliteErasureList(path: string): ErasureList {
  let opening: Promise<Opened> | null = null;
  const open = (): Promise<Opened> => (opening ??= openDatabase(path, SCHEMA).then(prepare));
  const openIfThere = async (): Promise<Opened | null> =>
    opening || (await isThere(path)) ? open() : null;
  return {
    async begin(house) {
      (await open()).begin(house);
    },
    async last(house) {
      return (await openIfThere())?.last(house) ?? null;
    },
    async append(house, entry) {
      const position = (await openIfThere())?.append(house, entry) ?? null;
      if (position === null) throw new Error('The erasure list has no such house.');
      return position;
    },
    async after(house, position, limit) {
      return (await openIfThere())?.after(house, position, limit) ?? [];
    },
    async close() {
      if (opening) (await opening).close();
    },
  };
}

type Opened = ReturnType<typeof prepare>;

function prepare(database: Database) {
  const insertHouse = database.prepare('insert into houses values (?) on conflict do nothing');
  const findHouse = database.prepare<{ house: string }>('select house from houses where house = ?');
  const newest = database.prepare<{ position: number }>(
    'select position from erasures where house = ? order by position desc limit 1',
  );
  const insert = database.prepare('insert into erasures values (?, ?, ?)');
  const following = database.prepare<{ position: number; entry: Uint8Array }>(
    'select position, entry from erasures where house = ? and position > ? order by position limit ?',
  );
  const last = (house: string): number | null =>
    findHouse.get(house) ? (newest.get(house)?.position ?? 0) : null;
  return {
    begin: (house: string) => insertHouse.run(house),
    last,
    append: (house: string, entry: Uint8Array): number | null =>
      database.transaction(() => {
        const before = last(house);
        if (before === null) return null;
        insert.run(house, before + 1, entry);
        return before + 1;
      }),
    after: (house: string, position: number, limit: number) =>
      following.all(house, position, limit),
    close: () => database.close(),
  };
}
