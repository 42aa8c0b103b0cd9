import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { dayMeant, dayOf, noonOf } from '../../../tab/src/rhythm/localDate';
import { instantOf } from '../../../tab/src/rhythm/nextDate';

/** From the one that is farthest behind to the one that is farthest ahead, in their summers. */
const ZONES = [
  'Pacific/Honolulu',
  'America/New_York',
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Pacific/Auckland',
] as const;

test('A2: the day on which a break ends is the same for whoever reads it, wherever it was said', () => {
  const days = fc.date({
    min: new Date('2026-01-01T00:00:00.000Z'),
    max: new Date('2029-12-31T00:00:00.000Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), days, (zone, date) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayMeant(instantOf({ day, time: '00:00' }, zone) ?? '')).toBe(day);
      expect(dayOf(new Date(noonOf(day)))).toBe(day);
    }),
  );
});
