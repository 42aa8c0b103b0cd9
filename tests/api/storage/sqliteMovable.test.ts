import { describe, expect, test } from '@jest/globals';
import { systemClock } from '@rapport/api/ports/clock';
import type { StoredDocument } from '@rapport/api/ports/storage';
import { DatabaseInUse } from '@rapport/api/storage/database';
import { openSqliteStorage } from '@rapport/api/storage/sqlite';
import { openSqliteKeyStore } from '@rapport/api/storage/sqliteKeys';
import { openSqliteMovable } from '@rapport/api/storage/sqliteMovable';
import { folderPerTest } from './folder';
import { keyListContract } from './keyListContract';
import { movableContract } from './movableContract';

const folder = folderPerTest();
const path = () => folder.file('content.db');

describe('SQLite keeps the contract of what can be moved', () => {
  movableContract(async () => ({
    storage: await openSqliteStorage(path(), systemClock),
    movable: await openSqliteMovable(path(), { alone: false }),
  }));
});

describe('SQLite keeps the contract of a list of keys', () => {
  keyListContract(() => openSqliteKeyStore(folder.file('keys.db')));
});

const ended: StoredDocument = {
  partition: 'p',
  id: 'a',
  kind: 'k',
  body: 'body',
  tenant: 't',
  keyId: 'key',
  schema: 1,
  revision: 1,
  due: null,
  expires: '2026-01-01T00:00:00.000Z',
};

describe('a SQLite file that is moved', () => {
  test('shows what has expired until it is purged', async () => {
    const movable = await openSqliteMovable(path(), { alone: false });
    await movable.put('series', [ended]);
    expect((await movable.all('series', null, 9)).documents).toEqual([ended]);
    const storage = await openSqliteStorage(path(), systemClock);
    await storage.purgeExpired();
    expect((await movable.all('series', null, 9)).documents).toEqual([]);
    await storage.close();
    await movable.close();
  });

  test('is had alone or not at all, and is anybody’s again afterwards', async () => {
    const alone = await openSqliteMovable(path(), { alone: true });
    await alone.put('series', [ended]);
    await expect(openSqliteMovable(path(), { alone: true })).rejects.toThrow(DatabaseInUse);
    await alone.close();
    const again = await openSqliteMovable(path(), { alone: true });
    expect((await again.all('series', null, 9)).documents).toEqual([ended]);
    await again.close();
    const storage = await openSqliteStorage(path(), { now: () => new Date(0) });
    expect(await storage.read('series', 'p', 'a')).toMatchObject(ended);
    await expect(openSqliteMovable(path(), { alone: true })).rejects.toThrow(DatabaseInUse);
    await storage.close();
  });

  test('is written as a whole or not at all', async () => {
    const movable = await openSqliteMovable(path(), { alone: false });
    const broken = { ...ended, id: 'b', schema: 'one' as unknown as number };
    await expect(movable.put('series', [ended, broken])).rejects.toThrow(/datatype|cannot store/);
    expect((await movable.all('series', null, 9)).documents).toEqual([]);
    await movable.close();
  });
});
