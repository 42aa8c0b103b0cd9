import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { KeyStore } from '@rapport/api/ports/keyStore';
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
    await store.createIfAbsent(name, newKey());
    const other = `people/${randomUUID()}`;
    const kept = await store.createIfAbsent(other, newKey());
    await store.delete(name);
    expect(await store.read(name)).toBeNull();
    await store.delete(name);
    const next = newKey();
    expect(plain(await store.createIfAbsent(name, next))).toEqual(plain(next));
    expect(plain(await store.read(other))).toEqual(plain(kept));
  });
}
