import { expect, test } from '@jest/globals';
import { nextWorkingTime, sayWhen } from '../../../tab/src/feedback/workingTime';

/** In this machine's zone, as on a person's device; 2 March 2026 is a Monday. */
const at = (day: number, hour: number, minute = 0, second = 0): Date =>
  new Date(2026, 2, day, hour, minute, second);

test('B2: in working hours it goes out with the minute that has begun', () => {
  expect(nextWorkingTime(at(2, 9).getTime())).toEqual({ at: at(2, 9), isNow: true });
  expect(nextWorkingTime(at(6, 16, 59, 59).getTime())).toEqual({ at: at(6, 16, 59), isNow: true });
});

test.each([
  ['early on a Monday', at(2, 8, 59), at(2, 9)],
  ['after work on a Tuesday', at(3, 17), at(4, 9)],
  ['on a Friday evening', at(6, 20), at(9, 9)],
  ['early on a Saturday', at(7, 3), at(9, 9)],
  ['on a Sunday', at(8, 12, 30), at(9, 9)],
])('B2: %s it waits for the next working morning', (_, now, morning) => {
  expect(nextWorkingTime(now.getTime())).toEqual({ at: morning, isNow: false });
});

test('the time is said in the person’s language, also where the host’s locale is damaged', () => {
  expect(sayWhen('en-GB', at(9, 9))).toMatch(/Monday.*09:00/);
  expect(sayWhen('de_DE', at(9, 9))).toMatch(/Montag.*09:00/);
  expect(sayWhen('not a locale', at(9, 9))).toMatch(/\d/);
});
