import { describe, expect, test } from '@jest/globals';
import { acceptInvitation } from '@rapport/domain/invitation';
import { leave } from '@rapport/domain/member';
import { plannedMeeting } from '@rapport/domain/meeting';
import { bothJoinedAt, gapOf, isPaused, offeredRhythm, type Pause } from '@rapport/domain/rhythm';
import type { Rhythm, Series } from '@rapport/domain/series';
import { shapeSeries } from '@rapport/domain/shape';
import * as fc from 'fast-check';
import { AT, DAY, later, newSeries, ravi } from './support';

const RHYTHMS = ['weekly', 'biweekly', 'monthly', 'quarterly'] as const;
const after = (days: number): string => later(days * DAY);
const together = (rhythm: Rhythm = 'biweekly'): Series =>
  acceptInvitation(newSeries({ rhythm }), ravi, { terms: 1, agree: true }, AT);
/** A series whose last meeting was finished after so many days. */
const met = (series: Series, days: number, plannedAt: string | null = null): Series => ({
  ...series,
  lastMeeting: { number: 1, finishedAt: after(days), by: 'report' },
  meeting: plannedMeeting(2, plannedAt),
});
const paused = (from: number, until: number | null, more: Partial<Pause> = {}): Pause => ({
  by: 'report',
  at: after(from),
  until: until === null ? null : after(until),
  meeting: 2,
  dropped: null,
  endedAt: null,
  endedBy: null,
  ...more,
});

describe('B7: a gap', () => {
  test.each([
    ['weekly', 14],
    ['biweekly', 28],
    ['monthly', 30],
  ] as const)('of a %s rhythm begins after %i days without a meeting', (rhythm, days) => {
    const series = met(together(rhythm), 3);
    expect(gapOf(series, after(3 + days))).toBeNull();
    const gap = gapOf(series, later(1, after(3 + days)));
    expect(gap).toMatchObject({ since: after(3) });
    expect(gapOf(series, after(60))).toMatchObject({ id: gap?.id });
    expect(gapOf(met(series, 20), after(60))?.id).not.toBe(gap?.id);
  });

  test('is counted from when both had joined, where they never met', () => {
    expect(gapOf(newSeries(), after(60))).toBeNull();
    expect(gapOf(together(), after(29))).toMatchObject({ since: AT });
  });

  test('A2: is none in a quarterly rhythm, in a meeting, and once somebody has left', () => {
    expect(gapOf(together('quarterly'), after(200))).toBeNull();
    const live = { ...together(), meeting: { ...plannedMeeting(1, null), state: 'live' as const } };
    expect(gapOf(live, after(60))).toBeNull();
    const left = leave(together(), 'manager', after(1));
    expect(gapOf(left, after(60))).toBeNull();
    // When they began is looked back on all the same (D7).
    expect([bothJoinedAt(left), bothJoinedAt(newSeries())]).toEqual([AT, null]);
  });

  test('is none where the next date keeps the rhythm, until that has passed', () => {
    const monthly = met(together('monthly'), 0, after(35));
    expect(gapOf(monthly, after(34))).toBeNull();
    expect(gapOf(monthly, after(36))).toMatchObject({ since: AT });
    expect(gapOf(met(together('monthly'), 0, after(50)), after(34))).toMatchObject({ since: AT });
  });

  test('A2: is none in a pause, and is counted from its end', () => {
    const series = { ...met(together(), 1), pauses: [paused(10, 80)] };
    expect(gapOf(series, after(79))).toBeNull();
    expect(gapOf(series, after(108))).toBeNull();
    expect(gapOf(series, after(109))).toMatchObject({ since: after(80) });
    const ended = {
      ...series,
      pauses: [paused(10, 80, { endedAt: after(20), endedBy: 'report' })],
    };
    expect(gapOf(ended, after(49))).toMatchObject({ since: after(20) });
  });

  test('of any story has one id, which only a meeting or a pause replaces', () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.constantFrom(...RHYTHMS), days, days, days, (rhythm, last, one, two) => {
        const series = met(together(rhythm), last);
        const [first, second] = [
          gapOf(series, after(last + one)),
          gapOf(series, after(last + two)),
        ];
        if (first && second) expect(first.id).toBe(second.id);
        if (first && two > one) expect(second).not.toBeNull();
        if (one > 30) expect(first === null).toBe(rhythm === 'quarterly');
      }),
    );
  });
});

describe('A2: a pause', () => {
  const series = met(together(), 1);
  const during = (pause: Pause, meeting = series.meeting) =>
    isPaused({ ...series, meeting, pauses: [pause] }, after(20));

  test('lasts until its day, or without one until somebody ends it', () => {
    expect(during(paused(10, 21))).toBe(true);
    expect(during(paused(10, 20))).toBe(false);
    expect(during(paused(10, null))).toBe(true);
    expect(during(paused(10, null, { endedAt: after(12), endedBy: 'manager' }))).toBe(false);
    expect(isPaused(series, after(20))).toBe(false);
  });

  test('ends with the meeting it put off, and with a date that the two plan in it', () => {
    expect(during(paused(10, 30), { ...series.meeting, state: 'live' })).toBe(false);
    expect(during(paused(10, 30), plannedMeeting(3, null))).toBe(false);
    expect(during(paused(10, 30), plannedMeeting(2, after(25)))).toBe(false);
    expect(during(paused(10, 30), plannedMeeting(2, after(31)))).toBe(true);
    // Said at the end of a meeting: it is for what comes after.
    expect(during(paused(10, 30), { ...plannedMeeting(1, AT), state: 'wrappingUp' })).toBe(true);
  });
});

describe('the suggested rhythm', () => {
  test('is weekly in the first 90 days, and every two weeks afterwards', () => {
    expect(offeredRhythm(together('biweekly'), after(89))).toBe('weekly');
    expect(offeredRhythm(together('weekly'), after(89))).toBeNull();
    expect(offeredRhythm(together('weekly'), after(90))).toBe('biweekly');
    expect(offeredRhythm(together('monthly'), after(90))).toBe('biweekly');
    expect(offeredRhythm(together('quarterly'), after(10))).toBeNull();
    expect(offeredRhythm(newSeries(), after(10))).toBeNull();
  });

  test('is not offered to whom the rhythm was a choice of these very days', () => {
    const chosen = shapeSeries(together('weekly'), 'report', { rhythm: 'monthly' }, after(5));
    expect(offeredRhythm(chosen, after(50))).toBeNull();
    expect(offeredRhythm(chosen, after(100))).toBe('biweekly');
    const again = shapeSeries(chosen, 'report', { rhythm: 'weekly' }, after(100));
    expect(offeredRhythm(again, after(200))).toBeNull();
  });
});
