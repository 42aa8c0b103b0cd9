import { describe, expect, test } from '@jest/globals';
import {
  deletePrice,
  insertPrice,
  queryPrice,
  readPrice,
  replacePrice,
} from '@rapport/bench/meter/prices';
import fc from 'fast-check';

const KB = 1024;
/** Microsoft, "Understand request unit consumption": KB, a point read, a write without its index. */
const PUBLISHED = [
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [100, 10, 50],
  [256, 20.28, 98.29],
  [2048, 291.8, 1250],
] as const;
const bytes = fc.integer({ min: 0, max: 2048 * KB });
const terms = fc.integer({ min: 0, max: 20 });

describe('the prices of Cosmos DB', () => {
  test.each(PUBLISHED)('of %i KB are the published ones', (kb, read, write) => {
    expect(readPrice(kb * KB)).toBe(read);
    expect(insertPrice(kb * KB, 0)).toBe(write);
    expect(replacePrice(kb * KB, kb * KB, 0)).toBe(2 * write);
  });

  test('of the examples on that page are met', () => {
    // It rounds 4.95 to 5: a KB with ten terms made, and removed; two of its terms changed.
    expect(insertPrice(KB, 10)).toBeCloseTo(6.95);
    expect(deletePrice(KB, 10)).toBeCloseTo(6.95);
    expect(replacePrice(KB, KB, 2)).toBeCloseTo(10.7);
  });

  test('never fall as an item grows', () => {
    fc.assert(
      fc.property(bytes, bytes, terms, (one, other, n) => {
        const [small, large] = one < other ? [one, other] : [other, one];
        expect(readPrice(small)).toBeLessThanOrEqual(readPrice(large));
        expect(insertPrice(small, n)).toBeLessThanOrEqual(insertPrice(large, n));
        expect(replacePrice(small, one, n)).toBeLessThanOrEqual(replacePrice(large, one, n));
      }),
    );
  });

  test('lie between the published ones where there is none', () => {
    expect(readPrice(24 * KB)).toBeCloseTo((1.67 + 2.19) / 2);
    expect(insertPrice(24 * KB, 0)).toBeCloseTo((9.52 + 11.23) / 2);
  });

  test('a reading of nothing costs one of the smallest, a query what it asks and returns', () => {
    expect([readPrice(0), readPrice(300)]).toEqual([1, 1]);
    expect([queryPrice([]), queryPrice([], 7)]).toEqual([2.3, 7 * 2.3]);
    expect(queryPrice([KB, 16 * KB])).toBeCloseTo(2.3 + 1 + 1.67);
  });

  test('there is none for what Cosmos DB does not take', () => {
    expect(() => readPrice(2048 * KB + 1)).toThrow(RangeError);
  });
});
