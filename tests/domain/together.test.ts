import { expect, test } from '@jest/globals';
import { applyToTogether } from '@rapport/domain/together';
import fc from 'fast-check';
import { id } from './support';

const step = fc.tuple(fc.nat(60), fc.boolean());
const wish = (n: number, together: boolean) =>
  ({ type: 'deferFeedback', id: id(n), together }) as const;

test('B5: the last word about a piece of feedback counts, each is there once, and not without end', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
      let waiting: readonly string[] = [];
      for (const [n, together] of steps) {
        const before = waiting;
        waiting = applyToTogether(waiting, wish(n, together));
        expect(waiting.includes(id(n))).toBe(together);
        expect(new Set(waiting).size).toBe(waiting.length);
        expect(waiting.length).toBeLessThanOrEqual(30);
        if (before.includes(id(n)) === together) expect(waiting).toBe(before);
      }
    }),
  );
});
