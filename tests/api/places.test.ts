import { expect, test } from '@jest/globals';
import * as places from '@rapport/api/places';

/** Kinds that no list deletes, and what sees to them instead. */
const OTHERWISE = new Map([
  ['series', 'the head goes last, by itself: it says what is left to do (effects/end.ts)'],
  ['record', 'the ledger goes by a rule of its own: safety records may stay (effects/end.ts)'],
  ['arrived', 'within a week by itself, and without any words'],
  ['open', 'derived from the head, in the partition of a chat (effects/seats.ts)'],
  ['forgetting', 'says what is left to do, and goes last (effects/forget.ts)'],
]);

/** Every placing there is, whatever it is made of. */
const kinds = (): string[] =>
  Object.entries<unknown>(places).flatMap(([name, place]) => {
    const made: unknown =
      typeof place === 'function' && name.endsWith('Placing')
        ? Reflect.apply(place, null, '1111'.split(''))
        : place;
    const kind: unknown =
      typeof made === 'object' && made !== null ? Reflect.get(made, 'kind') : null;
    return typeof kind === 'string' ? [kind] : [];
  });

test('D11: whatever is placed somewhere is deleted with it, or says why not', () => {
  const deleted = new Set<string>([...places.WRITTEN_IN_SERIES, ...places.KINDS_OF_PERSON]);
  expect(kinds().length).toBeGreaterThan(25);
  expect(kinds().filter((kind) => !deleted.has(kind) && !OTHERWISE.has(kind))).toEqual([]);
});
