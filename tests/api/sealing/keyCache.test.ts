import { expect, test } from '@jest/globals';
import { createKeyCache } from '@rapport/api/sealing/keyCache';

const found = (key: string) => () => Promise.resolve(key);

test('a key cache keeps no more than its bound, and lets go of the oldest', async () => {
  const cache = createKeyCache<string>(3, () => 0);
  for (const name of ['a', 'b', 'c', 'd']) await cache.get(name, found(name));
  expect(await cache.get('b', found('other'))).toBe('b');
  expect(await cache.get('d', found('other'))).toBe('d');
  expect(await cache.get('a', found('new'))).toBe('new');
});

test('a key cache keeps neither what was not found nor what failed', async () => {
  const cache = createKeyCache<string>(3, () => 0);
  expect(await cache.get('a', () => Promise.resolve(null))).toBeNull();
  await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await cache.get('a', found('key'))).toBe('key');
});

test('a key dropped while it is being loaded does not come back', async () => {
  const cache = createKeyCache<string>(3, () => 0);
  let finish = (_found: string | null): void => undefined;
  const slow = new Promise<string | null>((resolve) => {
    finish = resolve;
  });
  const first = cache.get('a', () => slow);
  cache.drop('a');
  expect(await cache.get('a', found('new'))).toBe('new');
  finish(null);
  expect(await first).toBeNull();
  expect(await cache.get('a', found('newer'))).toBe('new');
});

test('keys that were loaded at once are let go of one by one, none before half of the time, all after it', async () => {
  let now = 0;
  const cache = createKeyCache<string>(1000, () => now, 0.5);
  const names = Array.from({ length: 400 }, (_, index) => String(index));
  for (const name of names) await cache.get(name, found(name));
  const reloaded = async (minutes: number) => {
    now = minutes * 60_000;
    const got = await Promise.all(names.map((name) => cache.get(name, found('new'))));
    return got.filter((key) => key === 'new').length;
  };
  expect(await reloaded(4.99)).toBe(0);
  const half = await reloaded(7.5);
  expect(half).toBeGreaterThan(100);
  expect(half).toBeLessThan(300);
  expect(await reloaded(10)).toBe(400);
});
