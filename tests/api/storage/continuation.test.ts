import { expect, test } from '@jest/globals';
import {
  ContinuationInvalid,
  fromContinuation,
  toContinuation,
} from '@rapport/api/storage/continuation';

const QUERY = ['list', 'series', 'p', 'kind'];
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a continuation leads back to its position, and without one to the start', () => {
  const position = ['2026-01-01T00:00:00.000Z', 'ü"', '人'];
  const continuation = toContinuation(QUERY, position);
  expect(fromContinuation(QUERY, ['', '', ''], continuation)).toEqual(position);
  expect(fromContinuation(QUERY, ['', '', ''], null)).toEqual(['', '', '']);
});

test('a continuation with anything else in it than its query and position is refused', () => {
  expect(encode([QUERY, ['a']])).toBe(toContinuation(QUERY, ['a']));
  const positions = [[], ['a', 'b'], [1], [null], 'a', null, { 0: 'a', length: 1 }];
  const forged = [
    ...positions.map((position) => [QUERY, position]),
    [QUERY.slice(1), ['a']],
    [[...QUERY, ''], ['a']],
    [QUERY, ['a'], 'more'],
    [QUERY],
    { 1: ['a'] },
    'a',
    null,
  ];
  for (const value of forged) {
    expect(() => fromContinuation(QUERY, [''], encode(value))).toThrow(ContinuationInvalid);
  }
});
