import { expect, test } from '@jest/globals';
import { oneOf, type Waiter } from '../../../tab/src/feedback/oneOf';

const [wish, feedback, checkIn, later] = (['wish', 'feedback', 'checkIn', 'putOff'] as const).map(
  (kind): Waiter => ({ kind, key: kind }),
) as [Waiter, Waiter, Waiter, Waiter];
const keys = (
  all: readonly Waiter[],
  first: string | null,
  next?: boolean,
): (string | undefined)[] => {
  const { shown, rest } = oneOf(all, first, next);
  return [shown?.key, ...rest.map(({ key }) => key)];
};

test('D6: of what waits one thing is shown, what has a day before what has none', () => {
  expect(keys([later, wish, feedback, checkIn], null)).toEqual([
    'checkIn',
    'feedback',
    'wish',
    'putOff',
  ]);
  expect(keys([], null)).toEqual([undefined]);
});

test('what is shown stays until it is done, whatever arrives meanwhile', () => {
  expect(keys([wish, checkIn, feedback], 'wish')).toEqual(['wish', 'checkIn', 'feedback']);
  expect(keys([{ ...feedback, kind: 'putOff' }, wish], 'feedback')).toEqual(['feedback', 'wish']);
  expect(keys([feedback, checkIn], 'wish')).toEqual(['checkIn', 'feedback']);
});

test('A9: in a meeting nothing takes the place of what is done', () => {
  expect(keys([feedback, wish], 'wish', false)).toEqual(['wish', 'feedback']);
  expect(keys([feedback, checkIn], 'wish', false)[0]).toBeUndefined();
});
