import { describe, expect, test } from '@jest/globals';
import { plannedMeeting } from '@rapport/domain/meeting';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sameClock } from '../../../tab/src/rhythm/clockChange';
import { clocksChange } from '../../../tab/src/rhythm/clocksNear';
import { instantOf } from '../../../tab/src/rhythm/nextDate';
import {
  sayForThem,
  sayQuiet,
  sayStanding,
  sayTyped,
  sayZone,
} from '../../../tab/src/rhythm/sayClocks';
import { createWords } from '../../../tab/src/words/words';

const messages = JSON.parse(
  readFileSync(join(__dirname, '../../../tab/messages/en.json'), 'utf8'),
) as Record<string, string>;
const words = createWords(messages, 'en', 'en-GB');
const typed = (zone: string, day: string, time: string, standing?: string) =>
  sayTyped(words, { day, time }, zone, standing);

const FORWARD = 'That night the clocks go forward: ';
const BACK = 'That night the clocks go back: ';

describe('A2, D12: what is typed for a night in which clocks are changed', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29', '02:30', `${FORWARD}2:30 does not exist. It will be 3:30.`],
    ['Europe/Berlin', '2026-03-29', '01:45', null],
    ['Europe/Berlin', '2026-03-29', '03:00', null],
    ['Europe/Berlin', '2026-10-25', '02:30', `${BACK}2:30 comes twice. This is the first one.`],
    [
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:15',
      `${FORWARD}2:15 does not exist. It will be 2:45.`,
    ],
    [
      'Australia/Lord_Howe',
      '2026-04-05',
      '01:45',
      `${BACK}1:45 comes twice. This is the first one.`,
    ],
    ['Africa/Casablanca', '2026-03-22', '02:30', `${FORWARD}2:30 does not exist. It will be 3:30.`],
    // The hour before midnight is left out: it will be on another day.
    [
      'America/Nuuk',
      '2026-03-28',
      '23:30',
      `${FORWARD}23:30 does not exist. It will be Sunday 29 March at 0:30.`,
    ],
    // A day that was left out.
    [
      'Pacific/Apia',
      '2011-12-30',
      '10:00',
      `${FORWARD}10:00 does not exist. It will be Saturday 31 December at 10:00.`,
    ],
    ['Asia/Kolkata', '2026-03-29', '02:30', null],
    ['America/Sao_Paulo', '2026-10-25', '02:30', null],
    ['Europe/Berlin', '', '02:30', null],
    ['Europe/Berlin', '2026-03-29', '', null],
  ])('%s, %s at %s', (zone, day, time, said) => {
    expect(typed(zone, day, time)).toBe(said);
  });

  test('the second of two that stood there stays the second, and is called so', () => {
    const second = '2026-10-25T01:30:00.000Z';
    const local = { day: '2026-10-25', time: '02:30' };
    expect(instantOf(local, 'Europe/Berlin', second)).toBe(second);
    expect(typed('Europe/Berlin', local.day, local.time, second)).toBe(
      `${BACK}2:30 comes twice. This is the second one.`,
    );
    expect(instantOf({ ...local, time: '02:45' }, 'Europe/Berlin', second)).toBe(
      '2026-10-25T00:45:00.000Z',
    );
  });

  const QUARTER_MS = 15 * 60_000;
  /** Changes of clocks of every kind, and two nights in which nothing happens. */
  const changes = fc.constantFrom(
    ...([
      ['Europe/Berlin', '2026-03-29T01:00Z'],
      ['America/Santiago', '2026-04-05T03:00Z'],
      ['America/Santiago', '2026-09-06T04:00Z'],
      ['America/Nuuk', '2026-03-29T01:00Z'],
      ['America/Havana', '2026-11-01T05:00Z'],
      ['Africa/Casablanca', '2026-02-15T02:00Z'],
      ['Antarctica/Troll', '2026-03-29T01:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
      ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
      ['Pacific/Chatham', '2026-09-26T14:00Z'],
      ['Asia/Kolkata', '2026-03-29T01:00Z'],
      ['America/Sao_Paulo', '2026-10-25T01:00Z'],
    ] as const),
  );

  test('something is said exactly where a clock never shows that time, or twice', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: -24, max: 24 }), ([zone, change], quarters) => {
        // As somebody types it who goes by the clock of before.
        const clock = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        });
        const before = Date.parse(change) - 24 * QUARTER_MS;
        const ahead = Date.parse(`${clock.format(before).replace(' ', 'T')}Z`) - before;
        const at = Date.parse(change) + quarters * QUARTER_MS;
        const [day = '', time = ''] = new Date(at + ahead).toISOString().slice(0, 16).split('T');
        let shown = 0;
        for (let around = -12; around <= 12; around += 1) {
          if (clock.format(at + around * QUARTER_MS) === `${day} ${time}`) shown += 1;
        }
        const said = typed(zone, day, time);
        const kind = said?.startsWith(FORWARD) ? 0 : said?.startsWith(BACK) ? 2 : 1;
        expect({ day, time, said, kind }).toEqual({ day, time, said, kind: shown });
        expect(said === null).toBe(shown === 1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('A2, D12: a date that is planned, on the clock of whoever reads it', () => {
  test.each([
    ['2026-03-29T00:59:00.000Z', null],
    ['2026-03-29T01:00:00.000Z', `${FORWARD}after 1:59 comes 3:00.`],
    ['2026-03-29T01:30:00.000Z', `${FORWARD}after 1:59 comes 3:00.`],
    ['2026-03-29T02:00:00.000Z', null],
    ['2026-10-25T00:30:00.000Z', `${BACK}2:30 comes twice. This is the first one.`],
    ['2026-10-25T01:30:00.000Z', `${BACK}2:30 comes twice. This is the second one.`],
    ['2026-10-25T02:00:00.000Z', null],
  ])('%s in Berlin', (at, said) => {
    expect(sayStanding(words, at, 'Europe/Berlin')).toBe(said);
    expect(sayStanding(words, at, 'Asia/Kolkata')).toBeNull();
  });

  test('whatever is typed into an hour that is left out is spoken of afterwards, too', () => {
    const minutes = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const local = { day: '2026-03-29', time: `02:${String(minute).padStart(2, '0')}` };
        const at = instantOf(local, 'Europe/Berlin') ?? '';
        expect(sayStanding(words, at, 'Europe/Berlin')).toMatch(FORWARD);
      }),
    );
  });

  test('the page asks about zones only where its own clock is changed', () => {
    const here = (at: string) => new Date(at).getTimezoneOffset();
    const changed = here('2026-01-01T12:00Z') !== here('2026-07-01T12:00Z');
    let found = 0;
    for (let day = 0; day < 365; day += 1) {
      if (clocksChange(new Date(Date.UTC(2026, 0, 1 + day, 2)).toISOString())) found += 1;
    }
    expect(found).toBe(changed ? 2 : 0);
  });
});

test('A2: what is typed is said by the other one’s clock, too, as far as it is known', () => {
  const meeting = { ...plannedMeeting(1, '2026-03-10T13:00:00.000Z'), clocks: { manager: 330 } };
  const said = (instant: string, me: 'manager' | 'report' = 'report', zone = 'America/Sao_Paulo') =>
    sayForThem(words, { me, meeting }, instant, zone, 'Maya');
  const unless = 'unless clocks change in between.';
  expect(said('2026-03-11T14:30:00.000Z')).toBe(`For Maya that is 20:00, ${unless}`);
  expect(said('2026-03-11T20:00:00.000Z')).toBe(
    `For Maya that is Thursday 12 March at 1:30, ${unless}`,
  );
  expect(said('2026-03-11T14:30:00.000Z', 'report', 'Asia/Kolkata')).toBeNull();
  expect(said('2026-03-11T14:30:00.000Z', 'manager')).toBeNull();
});

describe('D8: quiet hours', () => {
  const now = Date.parse('2026-01-10T12:00:00.000Z');

  test('name the nights of the year in which one of their ends is left out or comes twice', () => {
    const said = (from: string, to: string, zone = 'Europe/Berlin') =>
      sayQuiet(words, { from, to }, zone, now);
    expect(said('18:00', '08:00')).toEqual([]);
    expect(said('22:00', '02:30', 'Asia/Kolkata')).toEqual([]);
    expect(said('22:00', '02:30')).toEqual([
      'Sunday 29 March: the clocks skip 2:30, so 3:00 counts.',
      'Sunday 25 October: 2:30 comes twice, and the first one counts.',
    ]);
    expect(said('23:30', '07:00', 'America/Nuuk')).toEqual([
      'Sunday 29 March: the clocks skip 23:30, so 0:00 counts.',
      'Saturday 24 October: 23:30 comes twice, and the first one counts.',
    ]);
  });

  test('ask about another zone only where its clocks show something else, and call it by its name', () => {
    expect(sameClock('Asia/Calcutta', 'Asia/Kolkata', now)).toBe(true);
    expect(sameClock('Europe/Berlin', 'Europe/Paris', now)).toBe(true);
    expect(sameClock('Europe/Berlin', 'Africa/Lagos', now)).toBe(false);
    expect(sameClock('America/Phoenix', 'America/Denver', now)).toBe(false);
    expect(sayZone(words, 'Asia/Calcutta', now)).toBe('India Standard Time');
    expect(sayZone(words, 'Europe/Berlin', now)).toBe('Central European Time');
  });

  test('stay as they are in a zone that another device named and this one does not know', () => {
    const zone = 'Middle/Earth';
    expect(sayZone(words, zone, now)).toBe(zone);
    expect(sameClock(zone, 'Europe/Berlin', now)).toBe(false);
    expect(sameClock(zone, zone, now)).toBe(true);
    expect(sayQuiet(words, { from: '22:00', to: '02:30' }, zone, now)).toEqual([]);
  });
});
