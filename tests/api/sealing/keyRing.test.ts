import { describe, expect, test } from '@jest/globals';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { createRotation } from '@rapport/api/sealing/rotation';
import { SealBroken } from '@rapport/api/sealing/sealBroken';
import { openDatabase } from '@rapport/api/storage/database';
import { holds, folderPerTest } from '../storage/folder';
import { keysPerTest } from './parts';

const folder = folderPerTest();
const keys = keysPerTest(folder);
const TEN_MINUTES = 10 * 60 * 1000;
const subjects = (count: number) => Array.from({ length: count }, (_, index) => `series/${index}`);
const wrappedOf = async (name: string) => (await keys.store().read(name))?.wrapped ?? Buffer.of();

describe('data keys', () => {
  test('are made once per subject, and found again by every process', async () => {
    const first = await keys.ring().current('series/1');
    const again = await keys.ring().current('series/1');
    expect(again.id).toBe(first.id);
    expect(again.secret.equals(first.secret)).toBe(true);
    const found = await keys.ring().find('series/1', first.id);
    expect(found?.secret.equals(first.secret)).toBe(true);

    const other = await keys.ring().current('people/1');
    expect(other.id).not.toBe(first.id);
    expect(other.secret.equals(first.secret)).toBe(false);
  });

  test('made by many at once are one key: whoever was first', async () => {
    const rings = Array.from({ length: 8 }, () => keys.ring());
    const made = await Promise.all(
      rings.flatMap((ring) => [
        ring.find('series/1', 'no id').catch(() => null),
        ring.current('series/1'),
        ring.current('series/1'),
      ]),
    );
    const current = made.filter((key) => key !== null);
    expect(current).toHaveLength(16);
    expect(new Set(current.map(({ id }) => id)).size).toBe(1);
    expect(current.every(({ secret }) => current[0]?.secret.equals(secret))).toBe(true);
  });

  test('lie nowhere on the disk as they are', async () => {
    const { secret } = await keys.ring().current('series/1');
    expect((await folder.names()).toSorted()).toEqual(
      expect.arrayContaining(['keys.db', 'keys.db-wal', 'master.key']),
    );
    expect(holds(await folder.contents(), secret.export())).toEqual([]);
  });
});

describe('the ring', () => {
  test('spreads subjects over at most 64 keys, wrapped by the outermost key once each', async () => {
    const ring = keys.ring();
    for (const subject of subjects(500)) await ring.current(subject);
    // And the marking key.
    expect(keys.counts.wraps).toBe(65);
    const names = Array.from({ length: 64 }, (_, index) => `ring/${index}`);
    const found = await Promise.all(names.map(wrappedOf));
    expect(new Set(found.map((wrapped) => Buffer.from(wrapped).toString('hex'))).size).toBe(64);
    expect(found.every((wrapped) => wrapped.length > 32)).toBe(true);
  });

  test('opens nothing with another outermost key', async () => {
    const { id } = await keys.ring().current('series/1');
    const wrap = await openKeyFile(folder.file('other.key'));
    const stranger = keys.ring(wrap);
    await expect(stranger.find('series/1', id)).rejects.toThrow(SealBroken);
    await expect(stranger.current('series/1')).rejects.toThrow(SealBroken);
  });

  test('notices keys that were exchanged, altered or lost in their store', async () => {
    const ids = await Promise.all(
      subjects(2).map(async (subject) => (await keys.ring().current(subject)).id),
    );
    const database = await openDatabase(folder.file('keys.db'), 'select 1');
    const read = database.prepare<{ id: string; wrapped: Uint8Array }>(
      'select id, wrapped from keys where name = ?',
    );
    const put = database.prepare('update keys set id = ?, wrapped = ? where name = ?');
    const [first, second] = [read.get('series/0'), read.get('series/1')];
    if (!first || !second) throw new Error('two keys were made');
    const broken = async () => {
      await expect(keys.ring().find('series/0', ids[0] ?? '')).rejects.toThrow(SealBroken);
      await expect(keys.ring().current('series/0')).rejects.toThrow(SealBroken);
    };

    put.run(second.id, second.wrapped, 'series/0');
    await broken();
    put.run(first.id, second.wrapped, 'series/0');
    await broken();
    put.run(second.id, first.wrapped, 'series/0');
    await broken();
    const altered = Buffer.from(first.wrapped);
    altered.writeUInt8(altered.readUInt8(20) ^ 1, 20);
    put.run(first.id, altered, 'series/0');
    await broken();
    put.run(first.id, first.wrapped, 'series/0');
    expect((await keys.ring().find('series/0', ids[0] ?? ''))?.id).toBe(ids[0]);
    database.prepare("delete from keys where name like 'ring/%'").run();
    await broken();
    database.close();
  });
});

test('a whole key put in the place of any other is noticed', async () => {
  // So many that some are wrapped by the same ring key.
  const ring = keys.ring();
  for (const subject of subjects(200)) await ring.current(subject);
  const database = await openDatabase(folder.file('keys.db'), 'select 1');
  const put = database.prepare(
    "update keys set (id, wrapped) = (select id, wrapped from keys where name = ?) where name = 'people/1'",
  );
  await ring.current('people/1');
  for (const subject of subjects(200)) {
    expect(put.run(subject)).toBe(1);
    await expect(keys.ring().current('people/1')).rejects.toThrow(SealBroken);
  }
  database.close();
});

describe('unwrapped keys', () => {
  test('are kept for less than ten minutes', async () => {
    const ring = keys.ring();
    const { id } = await ring.current('series/1');
    await ring.find('series/1', id);
    const { reads, unwraps } = keys.counts;
    keys.pass(TEN_MINUTES - 1);
    await ring.find('series/1', id);
    await ring.current('series/1');
    expect(keys.counts).toMatchObject({ reads, unwraps });
    keys.pass(1);
    await ring.find('series/1', id);
    expect(keys.counts.reads).toBeGreaterThan(reads);
    expect(keys.counts.unwraps).toBe(unwraps + 1);
  });

  test('are asked for once by those who come at the same time', async () => {
    const { id } = await keys.ring().current('series/1');
    const before = keys.counts.unwraps;
    const ring = keys.ring();
    await Promise.all(Array.from({ length: 10 }, () => ring.find('series/1', id)));
    expect(keys.counts.unwraps).toBe(before + 1);
  });
});

describe('a forgotten key', () => {
  test('is found by nobody; its subject starts anew with another', async () => {
    const ring = keys.ring();
    const old = await ring.current('series/1');
    await ring.find('series/1', old.id);
    await ring.forget('series/1');
    expect(await ring.find('series/1', old.id)).toBeNull();
    expect(await keys.ring().find('series/1', old.id)).toBeNull();

    const next = await ring.current('series/1');
    expect(next.id).not.toBe(old.id);
    expect(next.secret.equals(old.secret)).toBe(false);
    expect(await ring.find('series/1', old.id)).toBeNull();
    expect((await ring.find('series/1', next.id))?.id).toBe(next.id);
    await ring.forget('nobody');
  });

  test('is told from one that never was', async () => {
    const ring = keys.ring();
    const [{ id }, other] = [await ring.current('series/1'), await ring.current('series/2')];
    const strange = ['', 'a', other.id, `${id}=`, id.slice(1), `A${id.slice(1)}`, id.toLowerCase()];
    for (const keyId of strange.filter((one) => one !== id)) {
      await expect(ring.find('series/1', keyId)).rejects.toThrow(SealBroken);
    }
    await ring.forget('series/1');
    for (const keyId of strange.filter((one) => one !== id)) {
      await expect(ring.find('series/1', keyId)).rejects.toThrow(SealBroken);
    }
    await expect(ring.find('series/never', id)).rejects.toThrow(SealBroken);
  });

  test('is replaced in the memory of other processes when they meet the next one', async () => {
    const [here, there] = [keys.ring(), keys.ring()];
    const old = await there.current('series/1');
    await there.find('series/1', old.id);
    await here.forget('series/1');
    const next = await here.current('series/1');
    expect((await there.find('series/1', next.id))?.id).toBe(next.id);
    expect(await there.find('series/1', old.id)).toBeNull();
    expect((await there.current('series/1')).id).toBe(next.id);
  });

  test('leaves not even its wrapped form in the file or its log', async () => {
    const ring = keys.ring();
    await ring.current('series/1');
    await ring.current('series/2');
    const wrapped = await wrappedOf('series/1');
    expect(holds(await folder.contents(), wrapped)).not.toEqual([]);
    await ring.forget('series/1');
    expect(holds(await folder.contents(), wrapped)).toEqual([]);
    expect(holds(await folder.contents(), await wrappedOf('series/2'))).not.toEqual([]);
  });

  test('leaves none of the forms it was wrapped in before', async () => {
    const ring = keys.ring();
    await ring.current('series/1');
    const old = await wrappedOf('series/1');
    await createRotation({ wrap: keys.wrap(), store: keys.store(), now: () => 0 }).ring();
    const forms = [old, await wrappedOf('series/1')];
    expect(forms[0]).not.toEqual(forms[1]);
    await ring.forget('series/1');
    for (const form of forms) expect(holds(await folder.contents(), form)).toEqual([]);
  });
});
