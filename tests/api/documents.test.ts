import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change, Documents, Loaded, Partition } from '@rapport/api/documents/documents';
import { createDocuments } from '@rapport/api/documents/sealedDocuments';
import { systemClock } from '@rapport/api/ports/clock';
import type { KeyRing } from '@rapport/api/sealing/keyRing';
import { SealBroken } from '@rapport/api/sealing/sealBroken';
import { openDatabase, type SqlValue } from '@rapport/api/storage/database';
import { openSqliteStorage, type SqliteStorage } from '@rapport/api/storage/sqlite';
import fc from 'fast-check';
import { keysPerTest } from './sealing/parts';
import { holds, folderPerTest } from './storage/folder';

const folder = folderPerTest();
const keyParts = keysPerTest(folder);
const series: Partition = { container: 'series', key: 's1', tenant: 't1' };
const DUE = '2026-01-01T00:00:00.000Z';

let storage: SqliteStorage;
let keys: KeyRing;
let documents: Documents;
beforeEach(async () => {
  storage = await openSqliteStorage(folder.file('content.db'), systemClock);
  keys = keyParts.ring();
  documents = createDocuments({ storage, keys });
});
afterEach(() => storage.close());

const placing = (id: string, due?: string) => ({
  id,
  kind: 'note',
  schema: 1,
  ...(due && { due }),
});
const create = (id: string, value: unknown, due?: string): Change => ({
  change: 'create',
  placing: placing(id, due),
  value,
});
const replace = (id: string, value: unknown, loaded: Loaded<unknown>): Change => ({
  change: 'replace',
  placing: placing(id),
  value,
  loaded,
});

async function meddle(sql: string, ...values: SqlValue[]): Promise<void> {
  const database = await openDatabase(folder.file('content.db'), 'select 1');
  expect(database.prepare(sql).run(...values)).toBeGreaterThan(0);
  database.close();
}

describe('documents', () => {
  test('hand back any JSON value as it was', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        async (value, name) => {
          const id = `${name.replaceAll('\0', '')} ${(count += 1)}`;
          await documents.write(series, [create(id, value)]);
          const read = await documents.read(series, id);
          // JSON has one zero: it writes -0 as 0.
          expect(read?.value).toStrictEqual(JSON.parse(JSON.stringify(value)));
          expect(JSON.stringify(read?.value)).toBe(JSON.stringify(value));
        },
      ),
    );
    const strange = JSON.parse(
      '{"__proto__":{"a":1},"constructor":"\\ud800","":"\\u0000"}',
    ) as unknown;
    await documents.write(series, [create('strange', strange)]);
    expect(JSON.stringify((await documents.read(series, 'strange'))?.value)).toBe(
      JSON.stringify(strange),
    );
    const long = 'long '.repeat(100_000);
    await documents.write(series, [create('long', long)]);
    expect((await documents.read<string>(series, 'long'))?.value === long).toBe(true);
  });

  test('count revisions, and are replaced and deleted only as they were last read', async () => {
    await documents.write(series, [create('a', 1), create('b', 2)]);
    const first = await documents.read<number>(series, 'a');
    expect(first).toMatchObject({ value: 1, revision: 1, tenant: 't1' });
    if (!first) throw new Error('it was just written');
    const change = replace('a', 3, first);
    await documents.write(series, [change]);
    const second = await documents.read<number>(series, 'a');
    expect(second).toMatchObject({ value: 3, revision: 2 });
    expect(second?.etag).not.toBe(first.etag);

    const lost = { name: 'StorageConflict', reason: 'changed', index: 1 };
    await expect(documents.write(series, [create('c', 4), change])).rejects.toMatchObject(lost);
    expect(await documents.read(series, 'c')).toBeNull();
    await documents.write(series, [{ change: 'delete', id: 'a', etag: second?.etag ?? '' }]);
    expect(await documents.read(series, 'a')).toBeNull();
    expect(await documents.read({ container: 'people', key: 's1' }, 'b')).toBeNull();
  });

  test('are listed by kind, and by when they are due, in pages', async () => {
    const person: Partition = { container: 'series', key: 's2', tenant: 't2' };
    await documents.write(series, [create('a', 'A'), create('b', 'B', DUE), create('c', 'C')]);
    await documents.write(person, [create('d', 'D', '2025-01-01T00:00:00.000Z')]);
    const page = await documents.list<string>(series, 'note', 2);
    expect(page.documents).toMatchObject([
      { id: 'a', value: 'A', revision: 1 },
      { id: 'b', value: 'B' },
    ]);
    const rest = await documents.list<string>(series, 'note', 2, page.continuation);
    expect(rest.documents).toMatchObject([{ id: 'c', value: 'C' }]);
    expect(rest.continuation).toBeNull();

    const due = await documents.listDue('series', 'note', DUE, 1);
    expect(due).toMatchObject({
      broken: 0,
      documents: [{ id: 'd', value: 'D', partition: person }],
    });
    const next = await documents.listDue('series', 'note', DUE, 1, due.continuation);
    expect(next.documents).toMatchObject([{ id: 'b', value: 'B', partition: series }]);
    expect(next.continuation).toBeNull();
    const [found] = next.documents;
    await documents.write(series, [{ change: 'delete', id: 'b', etag: found?.etag ?? '' }]);
    expect((await documents.listDue('series', 'note', DUE, 5)).documents).toHaveLength(1);
  });
});

describe('A1: what somebody with the database in hand can do', () => {
  const words = ['unheard', 'Überstunden', '人間関係', 'planted"word'];

  test('reading: no word is in the database, its log or the key store', async () => {
    const value = Object.fromEntries(words.map((word) => [`key ${word}`, `${word} ${word}`]));
    await documents.write(series, [create('a', value), create('b', words)]);
    const b = await documents.read(series, 'b');
    if (!b) throw new Error('it was just written');
    await documents.write(series, [replace('b', words.toReversed(), b)]);

    const lookedFor = words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]);
    const forms = lookedFor.flatMap((word) => [
      Buffer.from(word),
      Buffer.from(word, 'utf16le'),
      Buffer.from(Buffer.from(word).toString('base64').slice(0, -4)),
    ]);
    const look = async () => {
      const contents = await folder.contents();
      return forms.flatMap((form) => holds(contents, form));
    };
    const names = ['content.db', 'content.db-wal', 'keys.db', 'keys.db-wal'];
    expect(await folder.names()).toEqual(expect.arrayContaining(names));
    // The ids lie there in the open: the search does look at what was written.
    expect(holds(await folder.contents(), Buffer.from('note'))).toContain('content.db-wal');
    expect(await look()).toEqual([]);
    await meddle('update documents set due = null');
    const database = await openDatabase(folder.file('content.db'), 'select 1');
    database.checkpoint();
    database.close();
    expect(holds(await folder.contents(), Buffer.from('note'))).toContain('content.db');
    expect(await look()).toEqual([]);
  });

  const columns: [string, SqlValue][] = [
    ['tenant', 't2'],
    ['kind', 'other'],
    ['schema', 2],
    ['revision', 2],
    ['key_id', 'other'],
    ['id', 'z'],
    ['container', 'people'],
    ['partition', 's2'],
  ];
  for (const [column, value] of columns) {
    test(`altering: a changed ${column} breaks the seal`, async () => {
      const others = [
        series,
        { ...series, key: 's2' },
        { ...series, container: 'people' as const },
      ];
      for (const other of others) await documents.write(other, [create('other', 'x')]);
      await documents.write(series, [create('a', 'words')]);
      await meddle(`update documents set ${column} = ? where id = 'a'`, value);
      const moved = {
        container: column === 'container' ? ('people' as const) : series.container,
        key: column === 'partition' ? 's2' : series.key,
      };
      const id = column === 'id' ? 'z' : 'a';
      await expect(documents.read(moved, id)).rejects.toThrow(SealBroken);
    });
  }

  test('altering: exchanged bodies and a replayed older body break the seal', async () => {
    await documents.write(series, [create('a', 'one'), create('b', 'two')]);
    const body = async (id: string) => (await storage.read('series', 's1', id))?.body ?? '';
    const [a, b] = [await body('a'), await body('b')];
    const put = (value: string) => meddle("update documents set body = ? where id = 'a'", value);
    await put(b);
    await expect(documents.read(series, 'a')).rejects.toThrow(SealBroken);
    await expect(documents.list(series, 'note', 10)).rejects.toThrow(SealBroken);
    await put(a);
    const loaded = await documents.read(series, 'a');
    if (!loaded) throw new Error('it was just written');
    await documents.write(series, [replace('a', 'newer', loaded)]);
    expect(await documents.read(series, 'a')).toMatchObject({ value: 'newer' });
    await put(a);
    await expect(documents.read(series, 'a')).rejects.toThrow(SealBroken);
  });

  test('altering: one spoilt document keeps no timer from the others, and is counted', async () => {
    await documents.write(
      series,
      ['a', 'b', 'c'].map((id) => create(id, id, DUE)),
    );
    await meddle("update documents set body = 'c3BvaWx0' where id = 'b'");
    const page = await documents.listDue('series', 'note', DUE, 10);
    expect(page.documents.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(page.broken).toBe(1);
  });
});

test('documents whose key was forgotten are as if they had never been', async () => {
  const other: Partition = { ...series, key: 's2' };
  await documents.write(series, [create('a', 'words', DUE)]);
  await documents.write(other, [create('b', 'other words', DUE)]);
  await keys.forget('series/s1');
  expect(await documents.read(series, 'a')).toBeNull();
  expect(await documents.list(series, 'note', 10)).toEqual({ documents: [], continuation: null });
  const due = await documents.listDue('series', 'note', DUE, 10);
  expect(due).toMatchObject({ broken: 0, documents: [{ id: 'b', value: 'other words' }] });

  await documents.write(series, [create('c', 'new words')]);
  expect(await documents.read(series, 'a')).toBeNull();
  expect(await documents.read(series, 'c')).toMatchObject({ value: 'new words' });
});
