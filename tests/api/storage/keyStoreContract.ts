import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { KeyStore } from '@rapport/api/ports/keyStore';
import { ContinuationInvalid } from '@rapport/api/storage/continuation';
import { randomBytes, randomUUID } from 'node:crypto';

/** What every adapter of the key store port has to do. Names are new for each test. */
export function keyStoreContract(open: () => Promise<KeyStore>): void {
  let store: KeyStore;
  let name: string;
  beforeEach(async () => {
    store = await open();
    name = `series/${randomUUID()}`;
  });
  afterEach(() => store.close());

  const newKey = () => ({ id: randomUUID(), wrapped: new Uint8Array(randomBytes(60)) });
  const plain = (key: { id: string; wrapped: Uint8Array } | null) =>
    key && { id: key.id, wrapped: [...key.wrapped] };

  test('a key is read as it was kept, byte for byte', async () => {
    const every = {
      id: 'every byte',
      wrapped: Uint8Array.from({ length: 256 }, (_, byte) => byte),
    };
    expect(plain(await store.createIfAbsent(name, every))).toEqual(plain(every));
    expect(plain(await store.read(name))).toEqual(plain(every));
    expect(await store.read(`${name}x`)).toBeNull();
  });

  test('of many that make one at once the first wins, for everybody', async () => {
    const offered = Array.from({ length: 12 }, newKey);
    const stands = await Promise.all(offered.map((key) => store.createIfAbsent(name, key)));
    const winner = plain(await store.read(name));
    expect(offered.map(plain)).toContainEqual(winner);
    expect(stands.map(plain)).toEqual(offered.map(() => winner));
    expect(plain(await store.createIfAbsent(name, newKey()))).toEqual(winner);
  });

  test('a deleted one is gone, deleting again changes nothing, and a new one takes its place', async () => {
    const first = await store.createIfAbsent(name, newKey());
    const other = `people/${randomUUID()}`;
    const kept = await store.createIfAbsent(other, newKey());
    await store.delete(name, first.id);
    expect(await store.read(name)).toBeNull();
    await store.delete(name, first.id);
    const next = newKey();
    expect(plain(await store.createIfAbsent(name, next))).toEqual(plain(next));
    expect(plain(await store.read(other))).toEqual(plain(kept));
    // Deleting what was there before leaves what came after it.
    await store.delete(name, first.id);
    expect(plain(await store.read(name))).toEqual(plain(next));
  });

  test('a key is replaced only where exactly the expected one lies', async () => {
    const [first, second, third] = [newKey(), newKey(), newKey()];
    expect(await store.replace(name, first, second)).toBe(false);
    expect(await store.read(name)).toBeNull();
    await store.createIfAbsent(name, first);
    expect(await store.replace(name, { ...first, id: 'other' }, second)).toBe(false);
    expect(await store.replace(name, { ...first, wrapped: second.wrapped }, second)).toBe(false);
    expect(plain(await store.read(name))).toEqual(plain(first));
    expect(await store.replace(name, first, second)).toBe(true);
    expect(await store.replace(name, first, third)).toBe(false);
    expect(plain(await store.read(name))).toEqual(plain(second));
  });

  test('of many that replace one at once exactly one does', async () => {
    const first = await store.createIfAbsent(name, newKey());
    const offered = Array.from({ length: 8 }, newKey);
    const done = await Promise.all(offered.map((key) => store.replace(name, first, key)));
    expect(done.filter((one) => one)).toHaveLength(1);
    expect(plain(await store.read(name))).toEqual(plain(offered[done.indexOf(true)] ?? null));
  });

  test('all keys are listed, page by page, each once, whole, whatever is made or deleted meanwhile', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `${name}/ü"${index}`);
    const made = await Promise.all(names.map((one) => store.createIfAbsent(one, newKey())));
    const found = new Map<string, { id: string; wrapped: Uint8Array }>();
    let continuation: string | null = null;
    let pages = 0;
    do {
      const page = await store.list(continuation, 2);
      expect(page.keys.length).toBeLessThanOrEqual(2);
      for (const { name: one, ...key } of page.keys) {
        expect(found.has(one)).toBe(false);
        found.set(one, key);
      }
      ({ continuation } = page);
      pages += 1;
      await store.createIfAbsent(`${name}/made meanwhile ${pages}`, newKey());
      if (pages === 1) await store.createIfAbsent(`${name}/gone`, { ...newKey(), id: 'gone' });
      if (pages === 2) await store.delete(`${name}/gone`, 'gone');
    } while (continuation !== null && pages < 500);
    expect(names.map((one) => plain(found.get(one) ?? null))).toEqual(made.map(plain));
    await expect(store.list('strange', 2)).rejects.toThrow(ContinuationInvalid);
    await expect(store.list(null, 0)).rejects.toThrow(RangeError);
  });
}
