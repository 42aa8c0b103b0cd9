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
