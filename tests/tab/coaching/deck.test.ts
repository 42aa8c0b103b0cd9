import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDeck } from '../../../tab/src/coaching/deck';

const cards = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
});
/** A throw of the dice for each card, as `Math.random` gives them. */
const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));

test('A6: no question comes again until all were shown, and none twice in a row', () => {
  fc.assert(
    fc.property(cards, dice, (all, stream) => {
      const deck = createDeck(all, () => stream.next().value ?? 0);
      const drawn = Array.from({ length: all.length * 3 }, () => deck.draw());
      for (let round = 0; round < 3; round += 1) {
        const part = drawn.slice(round * all.length, (round + 1) * all.length);
        expect(part.toSorted()).toEqual(all.toSorted());
      }
      if (all.length < 2) return;
      for (const [n, card] of drawn.slice(1).entries()) expect(card).not.toBe(drawn[n]);
    }),
  );
});
