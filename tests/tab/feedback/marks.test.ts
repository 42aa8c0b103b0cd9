import { expect, test } from '@jest/globals';
import { marksIn, partsOf } from '../../../tab/src/feedback/marks';

const found = (text: string): string[] => [...marksIn(text)].toSorted();

test('B4: each mark fills as its part seems to be there', () => {
  expect(found('')).toEqual([]);
  expect(found('You are careless.')).toEqual([]);
  expect(found('Yesterday, you interrupted Lena.')).toEqual(['situation']);
  expect(found('Yesterday you interrupted Lena, so we never heard her.')).toEqual([
    'impact',
    'situation',
  ]);
  expect(found('NEXT TIME: could you wait?')).toEqual(['alternative']);
  expect(found('I’d like you to wait')).toEqual(['alternative']);
});

test('B4: a cue counts as words of its own, not as part of others', () => {
  expect(found('Mondays agonised pleased')).toEqual([]);
});

test('B4: praise needs no alternative', () => {
  expect(partsOf('praise')).toEqual(['situation', 'impact']);
  expect(partsOf('criticism')).toEqual(['situation', 'impact', 'alternative']);
});
