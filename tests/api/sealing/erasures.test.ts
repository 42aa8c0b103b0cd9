import { describe, expect, test } from '@jest/globals';
import { KeysUnavailable } from '@rapport/api/ports/keyWrap';
import { createErasures, ErasuresRefused } from '@rapport/api/sealing/erasures';
import { createMarks } from '@rapport/api/sealing/marks';
import type { ErasureList } from '@rapport/api/ports/erasureList';
import type { KeyStore } from '@rapport/api/ports/keyStore';
import { createSqliteErasureList } from '@rapport/api/storage/sqliteErasures';
import { openSqliteKeyStore } from '@rapport/api/storage/sqliteKeys';
import { folderPerTest, holds } from '../storage/folder';
import { keysPerTest } from './parts';

const folder = folderPerTest();
const keys = keysPerTest(folder);

const erasures = (list: ErasureList = keys.list(), store: KeyStore = keys.store()) => {
  const outer = { wrap: keys.wrap(), store, now: () => 0 };
  return createErasures({ store, list, marks: createMarks(outer) });
};
const houseOf = async () => (await keys.store().read('erasures'))?.id ?? '';

describe('the erasure list', () => {
  test('says nothing about anybody: neither who, nor which key', async () => {
    const ring = keys.ring();
    const { id } = await ring.current('people/somebody');
    await ring.forget('people/somebody');
    const [entry] = await keys.list().after(await houseOf(), 0, 10);
    expect(entry?.position).toBe(1);
    for (const word of ['people', 'somebody', id]) {
      expect(holds(await folder.contents(), Buffer.from(word))).not.toContain('erasures.db-wal');
      expect(Buffer.from(entry?.entry ?? []).includes(word)).toBe(false);
    }
  });

  test('costs one read of each at a start with nothing to catch up on, and nothing afterwards', async () => {
    const ring = keys.ring();
    await ring.current('series/1');
    await ring.forget('series/1');
    let looks = 0;
    const list = keys.list();
    const counted = {
      ...list,
      last: (house: string) => ((looks += 1), list.last(house)),
      after: () => Promise.reject(new Error('there is nothing to replay')),
    };
    const { reads } = keys.counts;
    const started = erasures(counted);
    await Promise.all([started.ready(), started.ready()]);
    await started.ready();
    expect([looks, keys.counts.reads - reads]).toEqual([1, 1]);
  });

  test('whoever dies between listing and deleting leaves it to the next who starts', async () => {
    const { id } = await keys.ring().current('series/1');
    const store = keys.store();
    const dying = { ...store, delete: () => Promise.reject(new Error('killed')) };
    await expect(keys.ring(keys.wrap(), dying).forget('series/1')).rejects.toThrow('killed');
    expect(await store.read('series/1')).not.toBeNull();
    expect(await keys.ring().find('series/1', id)).toBeNull();
    expect(await store.read('series/1')).toBeNull();
  });

  test('whoever dies before listing has deleted nothing, and is heard about it', async () => {
    const { id } = await keys.ring().current('series/1');
    const list = { ...keys.list(), append: () => Promise.reject(new Error('killed')) };
    const outer = erasures(list);
    await expect(outer.erase('series/1', id)).rejects.toThrow('killed');
    expect((await keys.ring().find('series/1', id))?.id).toBe(id);
  });

  test('replayed again it leaves alone the key that its subject got afterwards', async () => {
    const ring = keys.ring();
    const backup = await keys.store().read('erasures');
    await ring.current('series/1');
    await ring.forget('series/1');
    const next = await ring.current('series/1');
    const marker = await keys.store().read('erasures');
    expect(backup).toBeNull();
    if (!marker) throw new Error('it was just written');
    await keys.store().replace('erasures', marker, { ...marker, wrapped: Buffer.alloc(8) });
    expect((await keys.ring().find('series/1', next.id))?.id).toBe(next.id);
  });

  test('an entry that was altered, or written by somebody without the keys, opens nothing and erases nothing', async () => {
    const { id } = await keys.ring().current('series/1');
    await keys.list().append(await houseOf(), Buffer.from('["series/1","x"]'));
    await expect(keys.ring().find('series/1', id)).rejects.toThrow('erasure');
    expect(await keys.store().read('series/1')).not.toBeNull();
  });
});

describe('opening is refused with one sentence', () => {
  const SENTENCE = /^The [^\n]+ so what was deleted could come back: [^\n]+\.$/;
  const refusal = async (list: ErasureList, store?: KeyStore): Promise<string> => {
    const failure: unknown = await erasures(list, store)
      .ready()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ErasuresRefused);
    return (failure as Error).message;
  };

  test('where the list is another one', async () => {
    await keys.ring().current('series/1');
    const other = createSqliteErasureList(folder.file('other.db'));
    expect(await refusal(other)).toMatch(SENTENCE);
    expect(await refusal(other)).toContain('missing, or another');
    await other.close();
  });

  test('where the list is older than the key store', async () => {
    const ring = keys.ring();
    await ring.current('series/1');
    const old = { ...keys.list(), last: () => Promise.resolve(0) };
    await ring.forget('series/1');
    expect(await refusal(old)).toMatch(SENTENCE);
    expect(await refusal(old)).toContain('older than the key store');
  });

  test('where the key store has keys and no note of its list', async () => {
    await keys.ring().current('series/1');
    const marker = await keys.store().read('erasures');
    await keys.store().delete('erasures', marker?.id ?? '');
    expect(await refusal(keys.list())).toMatch(SENTENCE);
  });

  test('and a new list is begun only when a person says so; old erasures are then unknown to it', async () => {
    const ring = keys.ring();
    const { id } = await ring.current('series/1');
    const lost = createSqliteErasureList(folder.file('new.db'));
    await refusal(lost);
    const anew = erasures(lost);
    await anew.beginAnew();
    await anew.ready();
    await anew.erase('series/1', id);
    expect(await keys.store().read('series/1')).toBeNull();
    expect(await lost.last(await houseOf())).toBe(1);
    await lost.close();
  });
});

test('a key store made anew beside an old list gets a house of its own', async () => {
  await keys.ring().current('series/1');
  await keys.ring().forget('series/1');
  const store = await openSqliteKeyStore(folder.file('second.db'));
  const outer = { wrap: keys.wrap(), store, now: () => 0 };
  const second = createErasures({ store, list: keys.list(), marks: createMarks(outer) });
  await second.ready();
  expect((await store.read('erasures'))?.id).not.toBe(await houseOf());
  await store.close();
});

test('two that start a new house at once share one', async () => {
  await Promise.all([1, 2, 3, 4].map(() => erasures().ready()));
  expect(await keys.list().last(await houseOf())).toBe(0);
});

test('with the vault away a restored store answers that it is, and catches up when it is back', async () => {
  const ring = keys.ring();
  const { id } = await ring.current('series/1');
  const kept = await ring.current('series/2');
  const [stored, marker] = [
    await keys.store().read('series/1'),
    await keys.store().read('erasures'),
  ];
  await ring.forget('series/1');
  const now = await keys.store().read('erasures');
  if (!stored || !marker || !now) throw new Error('they were just written');
  // As it was before: a backup put back.
  await keys.store().createIfAbsent('series/1', stored);
  await keys.store().replace('erasures', now, marker);

  let isAway = true;
  const wrap = keys.wrap();
  const restored = keys.ring({
    ...wrap,
    unwrap: (...args) =>
      isAway ? Promise.reject(new KeysUnavailable('503')) : wrap.unwrap(...args),
  });
  for (const [subject, keyId] of [
    ['series/1', id],
    ['series/2', kept.id],
  ] as const) {
    await expect(restored.find(subject, keyId)).rejects.toThrow(KeysUnavailable);
    await expect(restored.current(subject)).rejects.toThrow(KeysUnavailable);
  }
  isAway = false;
  expect(await restored.find('series/1', id)).toBeNull();
  expect((await restored.find('series/2', kept.id))?.id).toBe(kept.id);
});
