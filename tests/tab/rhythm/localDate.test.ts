import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  asMeant,
  daysAgo,
  dayMeant,
  dayOf,
  endAsMeant,
  lastDay,
  noonOf,
} from '../../../tab/src/rhythm/localDate';
import { instantOf } from '../../../tab/src/rhythm/nextDate';

/** From the one that is farthest behind to the one that is farthest ahead; Nuuk and Cairo change clocks at midnight. */
const ZONES = [
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'America/Nuuk',
  'America/Santiago',
  'America/New_York',
  'UTC',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
] as const;

const HOUR_MS = 60 * 60_000;

test('A2, C7: the day on which a break or a stand-in ends is the same for whoever reads it, wherever it was said', () => {
  const days = fc.date({
    min: new Date('2026-01-01T00:00:00.000Z'),
    max: new Date('2029-12-31T00:00:00.000Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), days, (zone, date) => {
      const day = date.toISOString().slice(0, 10);
      const begins = instantOf({ day, time: '00:00' }, zone) ?? '';
      const told = asMeant(day, begins);
      expect(dayMeant(told)).toBe(day);
      expect(Math.abs(Date.parse(told) - Date.parse(begins))).toBeLessThanOrEqual(HOUR_MS);
      expect(dayOf(new Date(noonOf(day)))).toBe(day);
      const ends = instantOf({ day, time: '23:59' }, zone) ?? '';
      const last = endAsMeant(day, ends);
      expect(dayOf(new Date(lastDay(last)))).toBe(day);
      // An hour that clocks skip or repeat that day comes on top of it.
      expect(Math.abs(Date.parse(last) - Date.parse(ends))).toBeLessThanOrEqual(2 * HOUR_MS);
    }),
  );
});

test('B7: days ago are counted as on a calendar, whatever the time of day and the clocks did', () => {
  const local = (day: string, time: string) => new Date(`${day}T${time}`);
  const ago = (from: Date, to: Date) => daysAgo(from.toISOString(), to.getTime());
  expect(ago(local('2026-04-16', '11:30'), local('2026-05-20', '11:00'))).toBe(34);
  expect(ago(local('2026-05-19', '23:59'), local('2026-05-20', '00:01'))).toBe(1);
  expect(ago(local('2026-05-20', '00:01'), local('2026-05-20', '23:59'))).toBe(0);
  // Over the nights on which clocks change in most zones.
  expect(ago(local('2026-03-01', '23:00'), local('2026-04-30', '01:00'))).toBe(60);
  expect(ago(local('2026-10-01', '01:00'), local('2026-11-30', '23:00'))).toBe(60);
});
