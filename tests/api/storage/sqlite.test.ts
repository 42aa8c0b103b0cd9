import { describe, expect, test } from '@jest/globals';
import { systemClock } from '@rapport/api/ports/clock';
import type { StoredDocument } from '@rapport/api/ports/storage';
import { openDatabase } from '@rapport/api/storage/database';
import { openSqliteStorage } from '@rapport/api/storage/sqlite';
import { readFile, writeFile } from 'node:fs/promises';
import { storageContract } from './contract';
import { folderPerTest } from './folder';

const folder = folderPerTest();
const path = () => folder.file('content.db');
const open = (clock = systemClock) => openSqliteStorage(path(), clock);

const document = (id: string, parts: Partial<StoredDocument> = {}): StoredDocument => ({
  partition: 'p',
  id,
  kind: 'k',
  body: 'body',
  tenant: 't',
  keyId: 'key',
  schema: 1,
  revision: 1,
  due: null,
  expires: null,
  ...parts,
});
const create = (id: string, parts: Partial<StoredDocument> = {}) =>
  ({ op: 'create', document: document(id, parts) }) as const;

describe('SQLite keeps the contract of the storage port', () => {
  storageContract(open);
});

describe('a SQLite file', () => {
  test('is opened so that what was acknowledged survives a loss of power', async () => {
    await (await open()).close();
    const database = await openDatabase(path(), 'select 1');
    const setting = (name: string) =>
      Object.values(database.prepare<Record<string, unknown>>(`pragma ${name}`).get() ?? {})[0];
    expect(setting('journal_mode')).toBe('wal');
    // 2: FULL (SQLite, "PRAGMA synchronous").
    expect(setting('synchronous')).toBe(2);
    expect(setting('secure_delete')).toBe(1);
    expect(setting('busy_timeout')).toBe(5000);
    database.close();
  });

  test('has everything when it is opened again', async () => {
    const first = await open();
    await first.batch('series', 'p', [
      create('a'),
      create('b', { due: '2026-01-01T00:00:00.000Z' }),
    ]);
    const before = await first.list('series', 'p', 'k', null, 10);
    expect(before.documents).toHaveLength(2);
    // Another process, while the first one is still there; then one after both.
    const second = await open();
    expect(await second.list('series', 'p', 'k', null, 10)).toEqual(before);
    await first.close();
    await second.close();
    const third = await open();
    expect(await third.list('series', 'p', 'k', null, 10)).toEqual(before);
    await third.close();
  });

  test('is written to by two processes: exactly one wins each etag, nobody is left behind', async () => {
    const both = [await open(), await open()] as const;
    const [etag = ''] = await both[0].batch('series', 'p', [create('a')]);
    const outcomes = await Promise.allSettled(
      both.map((one) =>
        one.batch('series', 'p', [{ op: 'replace', document: document('a'), etag }]),
      ),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await both[1].batch('series', 'p', [create('b')]);
    await both[0].batch('series', 'p', [create('c')]);
    expect((await both[1].list('series', 'p', 'k', null, 10)).documents).toHaveLength(3);
    await Promise.all(both.map((one) => one.close()));
  });

  test('loses what has expired, and only that, when it is purged', async () => {
    let now = new Date('2026-01-01T00:00:00.000Z');
    const storage = await open({ now: () => now });
    await storage.batch('series', 'p', [
      create('gone', { expires: '2026-01-02T00:00:00.000Z', body: 'an expired body' }),
      create('later', { expires: '2026-01-04T00:00:00.000Z' }),
      create('ever'),
    ]);
    now = new Date('2026-01-03T00:00:00.000Z');
    await storage.purgeExpired();
    now = new Date('2026-01-01T00:00:00.000Z');
    const left = (await storage.list('series', 'p', 'k', null, 10)).documents;
    expect(left.map(({ id }) => id)).toEqual(['ever', 'later']);
    await storage.close();
  });

  test('that is no database is refused, and left as it is', async () => {
    await writeFile(path(), 'not a database, but long enough to look into');
    await expect(open()).rejects.toThrow('not a database');
    expect(await readFile(path(), 'utf8')).toMatch(/^not a database/);
  });
});
