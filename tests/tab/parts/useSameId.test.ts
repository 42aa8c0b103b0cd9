import { expect, test } from '@jest/globals';
import { createSameIds } from '../../../tab/src/parts/useSameId';

test('pressed again after a lost answer it is one thing; other words, and the same ones once they arrived, are another', () => {
  const ids = createSameIds();
  const first = ids.idFor('Speak at the guild');
  expect(ids.idFor('Speak at the guild')).toBe(first);
  const other = ids.idFor('Speak at the guild in March');
  expect(other).not.toBe(first);
  ids.sent('Speak at the guild in March');
  expect(ids.idFor('Speak at the guild in March')).not.toBe(other);
  expect(ids.idFor('Speak at the guild')).toBe(first);
});
