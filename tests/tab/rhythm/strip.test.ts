import { describe, expect, test } from '@jest/globals';
import type { Pause } from '@rapport/domain/rhythm';
import type { Rhythm } from '@rapport/domain/series';
import * as fc from 'fast-check';
import { stripOf as strip, type Strip } from '../../../tab/src/rhythm/strip';

const DAY = 24 * 60 * 60_000;
const NOW = Date.parse('2026-07-01T12:00:00.000Z');
const ago = (days: number): string => new Date(NOW - days * DAY).toISOString();
const stripOf = (
  finished: string[],
  rhythm: Rhythm,
  pauses: Pause[],
  now: number,
  since = ago(900),
): Strip => strip({ finished, rhythm, pauses, since }, now);
const pause = (from: number, more: Partial<Pause>): Pause => ({
  by: 'report',
  at: ago(from),
  until: null,
  meeting: 2,
  dropped: null,
  endedAt: null,
  endedBy: null,
  ...more,
});

describe('D7: the picture of a rhythm', () => {
  test('has the meetings of six months, each with its distance from the one before', () => {
    const { meetings } = stripOf([ago(14), ago(200), ago(0), ago(170)], 'weekly', [], NOW);
    expect(meetings).toEqual([
      { at: ago(170), place: expect.closeTo(12 / 182), days: 30 },
      { at: ago(14), place: expect.closeTo(168 / 182), days: 156 },
      { at: ago(0), place: 1, days: 14 },
    ]);
    expect(stripOf([ago(3)], 'weekly', [], NOW).meetings[0]?.days).toBeNull();
  });

  test('has the agreed spacing behind it, counted from the last meeting both ways', () => {
    const { agreed } = stripOf([ago(15), ago(29)], 'biweekly', [], NOW);
    expect(agreed.at(-1)).toBeCloseTo(181 / 182);
    expect(agreed.at(-2)).toBeCloseTo(167 / 182);
    expect(agreed).toHaveLength(13);
    expect(stripOf([], 'biweekly', [], NOW).agreed).toEqual([]);
    // In a break nothing was agreed, and so nothing is missed.
    const away = stripOf([ago(15)], 'biweekly', [pause(100, { until: ago(60) })], NOW).agreed;
    const days = away.map((place) => Math.round(182 - place * 182));
    expect(days).toEqual([169, 155, 141, 127, 113, 57, 43, 29, 15, 1]);
  });

  test('begins with the two of them, where that is later', () => {
    expect(stripOf([ago(60), ago(10)], 'weekly', [], NOW, ago(60)).meetings).toHaveLength(2);
    const young = stripOf([ago(10)], 'weekly', [], NOW, ago(30));
    expect(young.whole).toBe(false);
    expect(young.agreed.map((place) => Math.round(56 - place * 56))).toEqual([24, 17, 10, 3]);
    expect(stripOf([], 'weekly', [], NOW, ago(182)).whole).toBe(true);
  });

  test('A2: has breaks, until their day, their end, a meeting, or now', () => {
    const places = (one: Pause, met: number[] = []) =>
      stripOf(met.map(ago), 'weekly', [one], NOW).breaks.map(({ from, to }) => [
        Math.round(182 - from * 182),
        Math.round(182 - to * 182),
      ]);
    expect(places(pause(100, { until: ago(60) }))).toEqual([[100, 60]]);
    expect(places(pause(100, { until: ago(60), endedAt: ago(90) }))).toEqual([[100, 90]]);
    expect(places(pause(100, { until: ago(60) }), [70, 10])).toEqual([[100, 70]]);
    expect(places(pause(100, {}))).toEqual([[100, 0]]);
    expect(places(pause(300, { until: ago(250) }))).toEqual([]);
  });

  test('stays inside of the strip, whenever the two met', () => {
    const days = fc.array(fc.integer({ min: -5, max: 400 }), { maxLength: 60, size: 'max' });
    const rhythms = fc.constantFrom<Rhythm>('weekly', 'biweekly', 'monthly', 'quarterly');
    fc.assert(
      fc.property(days, rhythms, fc.integer({ min: 0, max: 400 }), (met, rhythm, paused) => {
        const made = stripOf(met.map(ago), rhythm, [pause(paused, {})], NOW);
        const places = [
          ...made.agreed,
          ...[...made.meetings, ...made.months].map(({ place }) => place),
          ...made.breaks.flatMap(({ from, to }) => [from, to]),
        ];
        expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
        expect(made.meetings).toHaveLength(met.filter((day) => day >= 0 && day <= 182).length);
        expect(made.months).toHaveLength(6);
      }),
    );
  });
});
