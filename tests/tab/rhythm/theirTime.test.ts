import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayBriefly, sayTheirTime } from '../../../tab/src/rhythm/theirTime';
import { createWords } from '../../../tab/src/words/words';
import { plannedMeeting } from '@rapport/domain/meeting';

const messages = JSON.parse(
  readFileSync(join(__dirname, '../../../tab/messages/en.json'), 'utf8'),
) as Record<string, string>;
const words = createWords(messages, 'en', 'en-GB');

/** What the manager reads of the report's clock, wherever this machine is. */
const says = (plannedAt: string | null, ahead: number | null, brief = false): string | null => {
  const here = plannedAt === null ? 0 : -new Date(plannedAt).getTimezoneOffset();
  const clocks = ahead === null ? {} : { clocks: { manager: here, report: here + ahead } };
  return sayTheirTime(
    words,
    { me: 'manager', meeting: { ...plannedMeeting(1, plannedAt), ...clocks } },
    'Ravi',
    brief,
  );
};
/** Eleven o'clock here. */
const at = new Date(2026, 2, 10, 11).toISOString();

test('A2: what the other one reads on their clock, with the day where it is another one', () => {
  expect(says(at, -300)).toBe('For Ravi that is 6:00.');
  expect(says(at, 90)).toBe('For Ravi that is 12:30.');
  expect(says(at, 13 * 60)).toBe('For Ravi that is Wednesday 11 March at 0:00.');
  expect(says(at, -12 * 60)).toBe('For Ravi that is Monday 9 March at 23:00.');
  expect(says(at, -12 * 60, true)).toBe('For Ravi: Mon 23:00');
  expect(says(at, -300, true)).toBe('For Ravi: 6:00');
});

test('A2: beside it the own clock’s day and time are short enough for one line', () => {
  expect(sayBriefly(words, at)).toBe('Tue 10 Mar, 11:00');
});

test('A2: nothing where it is the same, or nobody knows', () => {
  for (const [when, ahead] of [
    [at, 0],
    [at, null],
    [null, -300],
  ] as const) {
    expect(says(when, ahead)).toBeNull();
  }
});
