import { describe, expect, test } from '@jest/globals';
import { firstAllowed } from '@rapport/api/reminders/quiet';
import type { RemindMe } from '@rapport/domain/reminder';
import { remindMe } from '@rapport/domain/reminder.schema';
import fc from 'fast-check';

const wishes = (change: Partial<RemindMe>): RemindMe => ({
  off: [],
  zone: 'Europe/Berlin',
  quiet: { from: '18:00', to: '08:00' },
  daysOff: [],
  ...change,
});

describe('D8: quiet hours, on the clock of the person', () => {
  test.each([
    ['at noon', {}, '2026-06-03T10:00:00.000Z', '2026-06-03T10:00:00.000Z'],
    ['as they begin', {}, '2026-06-03T16:00:00.000Z', '2026-06-04T06:00:00.000Z'],
    ['before midnight', {}, '2026-06-03T21:59:00.000Z', '2026-06-04T06:00:00.000Z'],
    ['after midnight', {}, '2026-06-03T23:00:00.000Z', '2026-06-04T06:00:00.000Z'],
    ['as they end', {}, '2026-06-04T06:00:00.000Z', '2026-06-04T06:00:00.000Z'],
    [
      'within a day',
      { quiet: { from: '12:00', to: '13:00' } },
      '2026-06-03T10:30:00.000Z',
      '2026-06-03T11:00:00.000Z',
    ],
    [
      'on Friday evening, with the weekend off',
      { daysOff: [6, 7] },
      '2026-06-05T17:00:00.000Z',
      '2026-06-08T06:00:00.000Z',
    ],
    [
      'on a day off without quiet hours',
      { quiet: null, daysOff: [3] },
      '2026-06-03T10:00:00.000Z',
      '2026-06-03T22:00:00.000Z',
    ],
    [
      'in another zone',
      { zone: 'Asia/Kolkata' },
      '2026-06-03T13:00:00.000Z',
      '2026-06-04T02:30:00.000Z',
    ],
    [
      'in the night that clocks go on: seven hours and not eight',
      {},
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T06:00:00.000Z',
    ],
    [
      'in the night that clocks go back: nine hours',
      {},
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T07:00:00.000Z',
    ],
    [
      'ending in the hour that is left out',
      { quiet: { from: '22:00', to: '02:30' } },
      '2026-03-29T00:00:00.000Z',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'ending in the hour that comes twice',
      { quiet: { from: '22:00', to: '02:30' } },
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
    ],
  ] as const)('%s', (_, change, at, wanted) => {
    expect(firstAllowed(wishes(change as Partial<RemindMe>), at)).toBe(wanted);
  });

  test('with every day off there never is a moment', () => {
    const never = wishes({ daysOff: [1, 2, 3, 4, 5, 6, 7] });
    expect(firstAllowed(never, '2026-06-03T10:00:00.000Z')).toBeNull();
  });

  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const anyWishes = fc.record({
    off: fc.constant<RemindMe['off']>([]),
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo'),
    quiet: fc.option(fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to)),
    daysOff: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  });
  const anyTime = fc
    .date({
      min: new Date('2025-01-01'),
      max: new Date('2028-01-01'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString());

  test('whatever they are: never earlier, allowed by that person’s clock, and the same asked again', () => {
    fc.assert(
      fc.property(anyWishes, anyTime, (some, at) => {
        const allowed = firstAllowed(some, at);
        if (allowed === null) throw new Error('some day is not off');
        expect(allowed >= at).toBe(true);
        expect(firstAllowed(some, allowed)).toBe(allowed);
        const parts = new Intl.DateTimeFormat('en-GB', {
          timeZone: some.zone,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
        }).formatToParts(new Date(allowed));
        const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
        const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(of('weekday')) + 1;
        expect(some.daysOff).not.toContain(day);
        if (!some.quiet) return;
        const { from, to } = some.quiet;
        const shown = `${of('hour')}:${of('minute')}`;
        const isQuiet = from < to ? shown >= from && shown < to : shown >= from || shown < to;
        expect({ shown, from, to, isQuiet }).toEqual({ shown, from, to, isQuiet: false });
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['a zone that is none', { zone: 'Middle/Earth' }],
  ['a zone with a path in it', { zone: '../etc' }],
  ['a time that is none', { quiet: { from: '24:00', to: '08:00' } }],
  ['hours that never end', { quiet: { from: '08:00', to: '08:00' } }],
  ['a day that is none', { daysOff: [0] }],
  ['a kind that is none', { off: ['everything'] }],
])('refused: %s', (_, change) => {
  expect(remindMe.safeParse({ ...wishes({}), ...change }).success).toBe(false);
});
