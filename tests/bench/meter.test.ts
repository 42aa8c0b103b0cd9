import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '@rapport/api/ports/clock';
import { StorageConflict, type Storage, type StoredDocument } from '@rapport/api/ports/storage';
import { openSqliteStorage } from '@rapport/api/storage/sqlite';
import { itemSize } from '@rapport/bench/meter/item';
import { meteredStorage } from '@rapport/bench/meter/meteredStorage';
import { insertPrice, queryPrice, readPrice, replacePrice } from '@rapport/bench/meter/prices';
import { createTally, sumOf, type Charge, type Tally } from '@rapport/bench/meter/tally';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
let inner: Storage;
let tally: Tally;
let storage: Storage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-meter-'));
  inner = await openSqliteStorage(join(folder, 'content.db'), systemClock);
  tally = createTally();
  storage = meteredStorage(inner, tally, 5);
});
afterEach(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});

const document = (id: string, bodyBytes = 700, rest: Partial<StoredDocument> = {}) => ({
  partition: 'p',
  id,
  kind: 'line',
  body: 'x'.repeat(bodyBytes),
  tenant: 't',
  keyId: 'k',
  schema: 1,
  revision: 1,
  due: null,
  expires: null,
  ...rest,
});
const create = (created: StoredDocument) => ({ op: 'create', document: created }) as const;

/** What was charged by `act`. */
async function charged(act: () => Promise<unknown>): Promise<readonly Charge[]> {
  const from = tally.charges().length;
  await act();
  return tally.charges(from);
}

describe('the meter', () => {
  test('a batch costs the sum of its operations', async () => {
    const [small, large] = [document('a'), document('b', 30_000)];
    const charges = await charged(() =>
      storage.batch('series', 'p', [create(small), create(large)]),
    );
    expect(sumOf(charges)).toBeCloseTo(
      insertPrice(itemSize(small), 3) + insertPrice(itemSize(large), 3),
    );
  });

  test('a replace costs the old one and the new one, a delete the old one with its terms', async () => {
    const [before, after] = [document('a', 700), document('a', 9000, { revision: 2 })];
    const [etag = ''] = await storage.batch('series', 'p', [create(before)]);
    let newer = '';
    const replaced = await charged(async () => {
      const operation = { op: 'replace', document: after, etag } as const;
      [newer = ''] = await storage.batch('series', 'p', [operation]);
    });
    expect(sumOf(replaced)).toBeCloseTo(replacePrice(itemSize(before), itemSize(after), 0));
    const deleted = await charged(() =>
      storage.batch('series', 'p', [{ op: 'delete', id: 'a', etag: newer }]),
    );
    expect(sumOf(deleted)).toBeCloseTo(insertPrice(itemSize(after), 3));
  });

  test('what expires is charged for its removal too, what is due for one more term', async () => {
    const soon = new Date(Date.now() + 60_000).toISOString();
    const plain = insertPrice(itemSize(document('a')), 3);
    const expiring = document('b', 700, { expires: soon });
    const kept = await charged(() => storage.batch('series', 'p', [create(expiring)]));
    expect(kept.map(({ what }) => what)).toEqual(['create', 'expire']);
    expect(sumOf(kept)).toBeCloseTo(2 * insertPrice(itemSize(expiring), 3));
    const due = document('c', 700, { due: soon });
    const effect = await charged(() => storage.batch('series', 'p', [create(due)]));
    expect(sumOf(effect)).toBeCloseTo(insertPrice(itemSize(due), 4));
    expect(sumOf(effect)).toBeGreaterThan(plain);
  });

  test('a reading costs by what is there, a query by what it asks and what it returns', async () => {
    const there = document('a', 20_000);
    await storage.batch('series', 'p', [create(there)]);
    const found = await inner.read('series', 'p', 'a');
    if (!found) throw new Error('nothing was stored');
    expect(sumOf(await charged(() => storage.read('series', 'p', 'a')))).toBe(
      readPrice(itemSize(found)),
    );
    expect(sumOf(await charged(() => storage.read('series', 'p', 'none')))).toBe(1);
    const listed = await charged(() => storage.list('series', 'p', 'line', null, 10));
    expect(sumOf(listed)).toBeCloseTo(queryPrice([itemSize(found)]));
    const at = new Date().toISOString();
    const due = await charged(() => storage.listDue('series', 'effect', at, null, 10));
    expect(sumOf(due)).toBeCloseTo(5 * 2.3);
  });

  test('a refused batch is charged, leaves no removal behind, and is still refused', async () => {
    await storage.batch('series', 'p', [create(document('a'))]);
    const expires = new Date(Date.now() + 60_000).toISOString();
    const again = create(document('a', 700, { expires }));
    let refused: unknown = null;
    const charges = await charged(() =>
      storage.batch('series', 'p', [again]).catch((error: unknown) => (refused = error)),
    );
    expect(refused).toBeInstanceOf(StorageConflict);
    expect(charges.map(({ what }) => what)).toEqual(['create']);
  });

  test('an item is as large as its sealed body in base64, and little more', () => {
    const size = (bodyBytes: number): number => itemSize(document('a', bodyBytes));
    expect(size(10_000) - size(1000)).toBe(9000);
    expect(size(0)).toBeGreaterThan(200);
    expect(size(0)).toBeLessThan(600);
  });
});
