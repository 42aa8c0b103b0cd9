import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { KeyPage, KeyStore } from '@rapport/api/ports/keyStore';
import { ContinuationInvalid } from '@rapport/api/storage/continuation';
import { randomUUID } from 'node:crypto';

/** What every key store has to do that lists its keys. */
export function keyListContract(open: () => Promise<KeyStore>): void {
  let keys: KeyStore;
  let prefix: string;
  beforeEach(async () => {
    prefix = randomUUID();
    keys = await open();
  });
  afterEach(() => keys.close());

  async function all(limit: number, from: string | null = null): Promise<KeyPage['keys']> {
    const page = await keys.list(from, limit);
    const rest = page.continuation === null ? [] : await all(limit, page.continuation);
    return [...page.keys.filter(({ name }) => name.startsWith(prefix)), ...rest];
  }

  test('shows every key that it has, once, and no deleted one', async () => {
    const names = ['series/ü', 'series/a', 'people/a.b', 'ring/7', 'chats/人'].map(
      (name) => `${prefix}/${name}`,
    );
    for (const name of names)
      await keys.createIfAbsent(name, { id: `id of ${name}`, wrapped: Buffer.from(name) });
    await keys.createIfAbsent(`${prefix}/gone`, { id: 'gone', wrapped: Buffer.from('gone') });
    await keys.delete(`${prefix}/gone`, 'gone');
    for (const limit of [1, 2, 100]) {
      const found = await all(limit);
      expect(found.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
      for (const { name, id, wrapped } of found) {
        expect(id).toBe(`id of ${name}`);
        expect(wrapped).toBeInstanceOf(Uint8Array);
        expect(Buffer.from(wrapped).toString()).toBe(name);
      }
    }
  });

  test('refuses a page without keys, and a continuation that it did not give', async () => {
    for (const limit of [0, -1, 1.5])
      await expect(keys.list(null, limit)).rejects.toThrow(RangeError);
    for (const bad of ['', 'a', 'bnVsbA'])
      await expect(keys.list(bad, 1)).rejects.toThrow(ContinuationInvalid);
  });
}
