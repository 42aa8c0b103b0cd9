import { expect, test } from '@jest/globals';
import { createTally, sameSum } from '@rapport/api/move/digest';
import fc from 'fast-check';

const things = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 })), {
  maxLength: 8,
  size: 'max',
});
type Things = typeof things extends fc.Arbitrary<infer T> ? T : never;

const sumOf = (all: Things) => {
  const tally = createTally();
  for (const parts of all) tally.add('group', parts);
  return tally.sums.get('group');
};
const sorted = (all: Things) => JSON.stringify(all.map((one) => JSON.stringify(one)).toSorted());

test('sums are the same for the same things in any order, however often each, and for no others', () => {
  fc.assert(
    fc.property(things, things, (some, others) => {
      expect(sameSum(sumOf(some), sumOf(some.toReversed()))).toBe(true);
      expect(sameSum(sumOf(some), sumOf(others))).toBe(sorted(some) === sorted(others));
    }),
  );
  expect(
    sameSum(
      sumOf([
        ['a', 0],
        ['a', 0],
      ]),
      sumOf([
        ['b', 0],
        ['b', 0],
      ]),
    ),
  ).toBe(false);
});

test('nothing is as much as no group at all', () => {
  expect(sameSum(undefined, sumOf([]))).toBe(true);
  expect(sameSum(undefined, sumOf([['a', 0]]))).toBe(false);
});
