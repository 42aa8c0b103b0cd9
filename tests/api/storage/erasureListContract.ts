import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ErasureList } from '@rapport/api/ports/erasureList';
import { randomUUID } from 'node:crypto';

/** What every adapter of the erasure list has to do. Houses are new for each test. */
export function erasureListContract(open: () => Promise<ErasureList>): void {
  let list: ErasureList;
  let house: string;
  beforeEach(async () => {
    list = await open();
    house = randomUUID();
  });
  afterEach(() => list.close());

  const entry = (text: string) => new Uint8Array(Buffer.from(text));
  const after = async (position: number, limit = 100) =>
    (await list.after(house, position, limit)).map((one) => [
      one.position,
      Buffer.from(one.entry).toString(),
    ]);

  test('a house that nobody began is unknown, and gets no entries', async () => {
    expect(await list.last(house)).toBeNull();
    await expect(list.append(house, entry('a'))).rejects.toThrow('no such house');
    expect(await list.last(house)).toBeNull();
    await list.begin(house);
    expect(await list.last(house)).toBe(0);
    expect(await after(0)).toEqual([]);
  });

  test('entries count from 1 and are read in order, from any position, page by page', async () => {
    await list.begin(house);
    const texts = Array.from({ length: 12 }, (_, index) => `entry ${index + 1}`);
    for (const [index, text] of texts.entries()) {
      expect(await list.append(house, entry(text))).toBe(index + 1);
    }
    expect(await list.last(house)).toBe(12);
    const all = texts.map((text, index) => [index + 1, text]);
    expect(await after(0)).toEqual(all);
    expect(await after(8)).toEqual(all.slice(8));
    expect(await after(8, 2)).toEqual(all.slice(8, 10));
    expect(await after(12)).toEqual([]);
  });

  test('beginning again leaves what is there, and houses do not see each other', async () => {
    await list.begin(house);
    await list.append(house, entry('a'));
    await list.begin(house);
    const other = randomUUID();
    await list.begin(other);
    expect(await list.append(other, entry('b'))).toBe(1);
    expect(await after(0)).toEqual([[1, 'a']]);
  });

  test('many who append at once leave no gap, and lose nothing', async () => {
    await list.begin(house);
    const texts = ['a', 'b', 'c', 'd'];
    const positions = await Promise.all(texts.map((text) => list.append(house, entry(text))));
    expect(new Set(positions)).toEqual(new Set([1, 2, 3, 4]));
    const found = await after(0);
    expect(found.map(([position]) => position)).toEqual([1, 2, 3, 4]);
    expect(new Set(found.map(([, text]) => text))).toEqual(new Set(texts));
  });
}
