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

const QUARTER_MS = 15 * 60_000;
const ANY_MS = Date.parse('2025-01-01T00:00:00.000Z');
const QUARTERS = 3 * 365 * 24 * 4;

/** Zones of every kind, with changes of their clocks: north and south, at midnight, by half an hour, by two, around Ramadan. */
const CHANGES = [
  ['Europe/Berlin', ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z']],
  ['America/New_York', ['2026-03-08T07:00:00.000Z', '2026-11-01T06:00:00.000Z']],
  ['America/Havana', ['2026-03-08T05:00:00.000Z', '2026-11-01T05:00:00.000Z']],
  ['America/Nuuk', ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z']],
  ['Africa/Cairo', ['2026-04-23T22:00:00.000Z', '2026-10-29T21:00:00.000Z']],
  ['Africa/Casablanca', ['2026-02-15T02:00:00.000Z', '2026-03-22T02:00:00.000Z']],
  ['Australia/Lord_Howe', ['2026-04-04T15:00:00.000Z', '2026-10-03T15:30:00.000Z']],
  ['Antarctica/Troll', ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z']],
  ['Pacific/Chatham', ['2026-04-04T14:00:00.000Z', '2026-09-26T14:00:00.000Z']],
  ['Asia/Kolkata', ['2026-03-29T01:00:00.000Z']],
  ['Asia/Kathmandu', ['2026-10-25T01:00:00.000Z']],
] as const;

/**
 * The same rule by looking at a clock, every quarter of an hour from the day before: a time has come once the clock has shown
 * it, or a later one, that day.
 */
function firstShown({ zone, quiet, daysOff }: RemindMe, at: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const last = { day: '', time: '' };
  for (let ms = Date.parse(at) - 26 * 4 * QUARTER_MS; ; ms += QUARTER_MS) {
    const [day = '', shown = ''] = clock.format(ms).replace(',', '').split(' ');
    if (day !== last.day) Object.assign(last, { day, time: '' });
    if (shown > last.time) last.time = shown;
    if (ms < Date.parse(at)) continue;
    if (daysOff.includes(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day) + 1))
      continue;
    const { time } = last;
    const isQuiet =
      quiet &&
      (quiet.from < quiet.to
        ? time >= quiet.from && time < quiet.to
        : time >= quiet.from || time < quiet.to);
    if (!isQuiet) return new Date(ms).toISOString();
  }
}

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
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'beginning in the hour that is left out: three o’clock is within',
      { quiet: { from: '02:30', to: '08:00' } },
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T06:00:00.000Z',
    ],
    [
      'beginning in the hour that comes twice: all of the second one is within',
      { quiet: { from: '02:30', to: '08:00' } },
      '2026-10-25T01:05:00.000Z',
      '2026-10-25T07:00:00.000Z',
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

  const quarter = (most: number): fc.Arbitrary<string> =>
    fc
      .nat(most)
      .map(
        (n) =>
          `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`,
      );
  /** Any time, and more often one about which clocks are changed. */
  const time = fc.oneof(
    quarter(95),
    quarter(14),
    fc.constantFrom('23:00', '23:15', '23:30', '23:45'),
  );
  const anyWishes = fc.record({
    off: fc.constant<RemindMe['off']>([]),
    zone: fc.constantFrom(...CHANGES.map(([zone]) => zone)),
    quiet: fc.option(fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to)),
    daysOff: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  });
  /** Half of them near a change of clocks. */
  const anyTime = fc.tuple(fc.nat(), fc.integer({ min: -120, max: 120 }), fc.boolean());

  test('whatever they are: the first quarter of an hour that this person’s clock allows', () => {
    fc.assert(
      fc.property(anyWishes, anyTime, (some, [pick, quarters, near]) => {
        const changes = CHANGES.find(([zone]) => zone === some.zone)?.[1] ?? [];
        const base = near ? changes[pick % changes.length] : undefined;
        const start = base ? Date.parse(base) : ANY_MS + (pick % QUARTERS) * QUARTER_MS;
        const at = new Date(start + quarters * QUARTER_MS).toISOString();
        const allowed = firstAllowed(some, at);
        if (allowed === null) throw new Error('some day is not off');
        expect(allowed).toBe(firstShown(some, at));
        expect(firstAllowed(some, allowed)).toBe(allowed);
      }),
      { numRuns: 150 },
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
