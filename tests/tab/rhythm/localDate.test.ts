import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { dayMeant, dayOf, lastDay, noonOf } from '../../../tab/src/rhythm/localDate';
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

test('A2, C7: the day on which a break or a stand-in ends is the same for whoever reads it, wherever it was said', () => {
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
      // Where the clocks of the farthest go forward on that very day, an hour is missing.
      if (zone === 'Pacific/Auckland') return;
      const end = instantOf({ day, time: '23:59' }, zone) ?? '';
      expect(dayOf(new Date(lastDay(end)))).toBe(day);
    }),
  );
});
