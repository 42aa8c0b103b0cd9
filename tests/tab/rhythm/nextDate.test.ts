import { describe, expect, test } from '@jest/globals';
import { plannedMeeting } from '@rapport/domain/meeting';
import type { Rhythm } from '@rapport/domain/series';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { instantOf, offsetAt, suggestNext, type Dated } from '../../../tab/src/rhythm/nextDate';

const RHYTHMS = ['weekly', 'biweekly', 'monthly', 'quarterly'] as const;
/** Both hemispheres, half hours, a clock changed by thirty minutes, a day left out, and none of it. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
] as const;

const at = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local)
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
const series = (rhythm: Rhythm, plannedAt: string | null, more: Partial<Dated> = {}): Dated => ({
  rhythm,
  minutes: 30,
  meeting: plannedMeeting(2, plannedAt),
  lastMeeting: null,
  ...more,
});
const suggested = (dated: Dated, now: string, zone: string): string => {
  const { day, time } = suggestNext(dated, Date.parse(now), zone);
  return `${day}T${time}`;
};

describe('A2: the next date that is suggested', () => {
  test.each([
    // Over the change of clocks in spring and autumn, north and south.
    ['weekly', 'Europe/Berlin', '2026-03-26T10:00', '2026-04-02T10:00'],
    ['biweekly', 'America/New_York', '2026-10-27T09:30', '2026-11-10T09:30'],
    ['weekly', 'America/Santiago', '2026-04-02T16:15', '2026-04-09T16:15'],
    ['weekly', 'Australia/Lord_Howe', '2026-10-01T11:00', '2026-10-08T11:00'],
    // The second Tuesday, the last Friday, also where the month has four of them.
    ['monthly', 'Europe/Berlin', '2026-03-10T10:00', '2026-04-14T10:00'],
    ['monthly', 'UTC', '2026-05-29T10:00', '2026-06-26T10:00'],
    ['monthly', 'UTC', '2026-12-01T10:00', '2027-01-05T10:00'],
    ['quarterly', 'Australia/Lord_Howe', '2026-03-10T10:00', '2026-06-09T10:00'],
    // A time that there is not that day.
    ['weekly', 'Europe/Berlin', '2026-03-22T02:30', '2026-03-29T03:30'],
  ] as const)('%s in %s after %s is %s', (rhythm, zone, local, expected) => {
    const now = at(local, zone);
    expect(suggested(series(rhythm, now), now, zone)).toBe(expected);
  });

  test('in any zone, at any time: by the same clock, in the same rhythm, and to come', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...RHYTHMS),
        fc.integer({ min: 0, max: 365 * 3 }),
        fc.integer({ min: 0, max: 24 * 4 - 1 }),
        fc.integer({ min: -200, max: 200 }),
        (zone, rhythm, day, quarter, waited) => {
          const before = Temporal.PlainDateTime.from('2025-01-01').add({
            days: day,
            minutes: 15 * quarter,
          });
          const base = before.toZonedDateTime(zone);
          const now = base.epochMilliseconds + waited * 24 * 60 * 60_000;
          const plannedAt = new Date(base.epochMilliseconds).toISOString();
          const local = suggestNext(series(rhythm, plannedAt), now, zone);
          const instant = instantOf(local, zone);
          const next = Temporal.Instant.from(instant ?? '').toZonedDateTimeISO(zone);
          expect(next.epochMilliseconds).toBeGreaterThan(Math.max(now, base.epochMilliseconds));
          // What is read out of the fields is what was put there.
          expect(
            `${next.toPlainDate().toString()}T${next.toPlainTime().toString().slice(0, 5)}`,
          ).toBe(`${local.day}T${local.time}`);
          const wanted = next.toPlainDate().toPlainDateTime(base.toPlainTime());
          expect(next.epochMilliseconds).toBe(wanted.toZonedDateTime(zone).epochMilliseconds);
          if (zone === 'Pacific/Apia') return;
          expect(next.dayOfWeek).toBe(base.dayOfWeek);
          const weeks = base
            .toPlainDate()
            .until(next.toPlainDate(), { largestUnit: 'weeks' }).weeks;
          if (rhythm === 'biweekly') expect(weeks % 2).toBe(0);
          if (rhythm === 'weekly' || rhythm === 'biweekly') return;
          const [nth, was] = [next, base].map((date) => Math.ceil(date.day / 7));
          const last = next.add({ weeks: 1 }).month !== next.month;
          expect(nth === was || (was === 5 && last)).toBe(true);
        },
      ),
    );
  });

  test('after one that was moved or skipped goes on as before', () => {
    const zone = 'Europe/Berlin';
    const [tuesday, thursday] = [at('2026-03-03T10:00', zone), at('2026-03-05T14:00', zone)];
    const planned = { how: 'moved', by: 'report', at: tuesday, from: tuesday, offset: 60 } as const;
    const moved = series('weekly', thursday, {
      meeting: { ...plannedMeeting(2, thursday), planned },
    });
    expect(suggested(moved, tuesday, zone)).toBe('2026-03-10T10:00');
    const skipped = series('weekly', null, {
      meeting: { ...plannedMeeting(2, null), planned: { ...planned, how: 'skipped' } },
    });
    expect(suggested(skipped, tuesday, zone)).toBe('2026-03-10T10:00');
  });

  test.each([
    // Weekly at half past two, which the clocks left out that night; and those who always meet at half past three.
    ['Europe/Berlin', '2026-03-22T02:56', '2026-03-29T03:30', '2026-04-05T02:30'],
    ['Europe/Berlin', '2026-03-22T03:10', '2026-03-29T03:30', '2026-04-05T02:30'],
    ['Europe/Berlin', '2026-03-22T04:02', '2026-03-29T03:30', '2026-04-05T03:30'],
    ['Europe/Berlin', '2026-03-22T10:30', '2026-03-29T03:30', '2026-04-05T03:30'],
    // Where it is the hour after a midnight, the half of an hour, and the hour before a midnight.
    ['Africa/Cairo', '2026-04-17T00:24', '2026-04-24T01:00', '2026-05-01T00:00'],
    ['Australia/Lord_Howe', '2026-09-27T02:40', '2026-10-04T02:45', '2026-10-11T02:15'],
    ['America/Scoresbysund', '2026-03-21T23:55', '2026-03-29T00:30', '2026-04-04T23:30'],
  ] as const)('in %s, after one that ended at %s and one at %s, is %s', (zone, ended, on, next) => {
    const last = { number: 1, finishedAt: at(ended, zone), by: 'report' } as const;
    const now = at(on, zone);
    expect(suggested(series('weekly', now, { lastMeeting: last }), now, zone)).toBe(next);
  });

  test('where nothing was planned is the weekday and the quarter of an hour of the last time', () => {
    const zone = 'Europe/Berlin';
    const finishedAt = at('2026-03-03T10:33', zone);
    const now = at('2026-04-20T09:00', zone);
    const last = { number: 1, finishedAt, by: 'report' } as const;
    expect(suggested(series('weekly', null, { lastMeeting: last }), now, zone)).toBe(
      '2026-04-21T10:00',
    );
    const monthly = series('monthly', null, { lastMeeting: last });
    expect(suggested(monthly, now, zone)).toBe('2026-05-05T10:00');
    expect(suggestNext(monthly, Date.parse(now), zone, 'weekly').day).toBe('2026-04-21');
    expect(suggested(series('weekly', null), at('2026-04-20T09:07', zone), zone)).toBe(
      '2026-04-27T09:00',
    );
  });
});

describe('a day and a time', () => {
  test('are an instant of their zone, also where clocks skip an hour or repeat it', () => {
    const berlin = (day: string, time: string) => instantOf({ day, time }, 'Europe/Berlin');
    expect(berlin('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(berlin('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf({ day: '2026-04-05', time: '01:45' }, 'Australia/Lord_Howe')).toBe(
      '2026-04-04T14:45:00.000Z',
    );
    for (const unsaid of [
      { day: '', time: '10:00' },
      { day: '2026-03-29', time: '' },
      { day: '12026-03-29', time: '10:00' },
    ]) {
      expect(instantOf(unsaid, 'UTC')).toBeNull();
    }
  });

  test('know how far their clock is ahead', () => {
    expect(offsetAt('2026-07-01T12:00:00.000Z', 'Australia/Lord_Howe')).toBe(630);
    expect(offsetAt('2026-01-01T12:00:00.000Z', 'Australia/Lord_Howe')).toBe(660);
    expect(offsetAt('2026-01-01T12:00:00.000Z', 'America/New_York')).toBe(-300);
  });
});
