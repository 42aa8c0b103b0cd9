import { describe, expect, test } from '@jest/globals';
import { applyToShared, type LineCommand, type SharedCommand } from '@rapport/domain/agenda';
import { acceptInvitation } from '@rapport/domain/invitation';
import { endPause, pauseSeries } from '@rapport/domain/pausing';
import { planMeeting } from '@rapport/domain/planning';
import { gapOf, isPaused, pauseOf } from '@rapport/domain/rhythm';
import type { PlanMeeting } from '@rapport/domain/rhythm.schema';
import type { Series } from '@rapport/domain/series';
import * as fc from 'fast-check';
import { AT, code, DAY, id, later, newSeries, ravi } from './support';

const after = (days: number): string => later(days * DAY);
const fresh = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
const plan = (to: string | null, more: Partial<PlanMeeting> = {}): PlanMeeting => ({
  number: 1,
  from: null,
  to,
  skip: false,
  offset: null,
  ...more,
});
let commands = 1000;
const does = (series: Series, command: LineCommand | SharedCommand, at = AT): Series =>
  applyToShared(
    series,
    command,
    { by: 'report', at, commandId: id((commands += 1)) },
    { minutes: 30, agreed: true },
  );

describe('A2: the next date', () => {
  const set = planMeeting(fresh, 'manager', plan(after(7), { offset: 60 }), AT);

  test('is set, moved or skipped by either, and both see who did', () => {
    expect(set.meeting).toMatchObject({
      number: 1,
      plannedAt: after(7),
      planned: { how: 'set', by: 'manager', at: AT, from: null, offset: 60 },
    });
    const moved = planMeeting(set, 'report', plan(after(8), { from: after(7) }), after(1));
    expect(moved.meeting).toMatchObject({
      plannedAt: after(8),
      planned: { how: 'moved', by: 'report', from: after(7) },
    });
    const skipped = planMeeting(moved, 'manager', plan(null, { from: after(8), skip: true }), AT);
    expect(skipped.meeting).toMatchObject({
      number: 1,
      plannedAt: null,
      planned: { how: 'skipped', from: after(8) },
    });
    expect(skipped.version).toBe(fresh.version + 3);
  });

  test('of two who plan at once the second one is told', () => {
    const seen = { from: after(7) };
    const moved = planMeeting(set, 'report', plan(after(8), seen), AT);
    expect(code(() => planMeeting(moved, 'manager', plan(after(9), seen), AT))).toBe(
      'meeting.movedSince',
    );
    // Both chose the same day.
    expect(planMeeting(moved, 'manager', plan(after(8), seen), AT)).toBe(moved);
  });

  test('is neither in the past nor for a meeting that has begun', () => {
    expect(code(() => planMeeting(fresh, 'manager', plan(AT), AT))).toBe('date.over');
    const live = does(set, { type: 'startMeeting', number: 1, endsAt: null });
    const late = plan(after(9), { from: after(7) });
    expect(code(() => planMeeting(live, 'manager', late, AT))).toBe('meeting.begun');
    expect(code(() => planMeeting(fresh, 'manager', plan(after(9), { number: 2 }), AT))).toBe(
      'meeting.begun',
    );
  });

  test('B6: takes a raised hand along', () => {
    const raised = does(set, { type: 'prepareMeeting', number: 1, hand: 'soon' });
    const moved = planMeeting(raised, 'manager', plan(after(3), { from: after(7) }), AT);
    const skipped = planMeeting(
      moved,
      'manager',
      plan(after(9), { from: after(3), skip: true }),
      AT,
    );
    expect(skipped.hands).toEqual({ manager: 'none', report: 'soon' });
  });

  test('is what was planned for this meeting alone', () => {
    const live = does(set, { type: 'startMeeting', number: 1, endsAt: null }, after(7));
    const over = does(live, { type: 'finishMeeting', number: 1, nextAt: after(21) }, after(8));
    expect(over.meeting).toEqual(expect.not.objectContaining({ planned: expect.anything() }));
  });
});

describe('A2: a pause', () => {
  const planned = planMeeting(fresh, 'manager', plan(after(7)), AT);
  const paused = pauseSeries(planned, 'report', after(30), AT);

  test('is said by either without a reason, and the date in it falls out', () => {
    expect(pauseOf(paused, after(1))).toMatchObject({ by: 'report', until: after(30) });
    expect(paused.meeting.plannedAt).toBeNull();
    const later30 = planMeeting(fresh, 'manager', plan(after(31)), AT);
    expect(pauseSeries(later30, 'report', after(30), AT).meeting.plannedAt).toBe(after(31));
    expect(code(() => pauseSeries(fresh, 'report', AT, AT))).toBe('date.over');
  });

  test('is ended by either; what fell out stands again where it is still to come', () => {
    const soon = endPause(paused, 'manager', AT, after(1));
    expect(isPaused(soon, after(1))).toBe(false);
    expect(soon.meeting.plannedAt).toBe(after(7));
    expect(endPause(paused, 'manager', AT, after(8)).meeting.plannedAt).toBeNull();
    expect(code(() => endPause(soon, 'manager', AT, after(2)))).toBe('pause.unknown');
    expect(code(() => endPause(paused, 'manager', after(1), after(2)))).toBe('pause.unknown');
  });

  test('said again has another end, and still knows the date that fell out', () => {
    const longer = pauseSeries(paused, 'manager', null, after(1));
    expect(longer.pauses).toHaveLength(1);
    expect(endPause(longer, 'report', after(1), after(2)).meeting.plannedAt).toBe(after(7));
    expect(pauseSeries(longer, 'report', null, after(2))).toBe(longer);
    // Before that date it is over by itself: the date is not lost.
    const shorter = pauseSeries(longer, 'report', after(5), after(2));
    expect(shorter.meeting.plannedAt).toBe(after(7));
    expect(isPaused(shorter, after(3))).toBe(true);
    expect(pauseSeries(shorter, 'report', after(9), after(3)).meeting.plannedAt).toBeNull();
    // One that was over while the break lasted stays so.
    expect(pauseSeries(paused, 'report', after(20), after(8)).meeting.plannedAt).toBeNull();
  });

  test('ends with a date in it, and leaves no gap behind', () => {
    const open = pauseSeries(fresh, 'report', null, after(1));
    const back = planMeeting(open, 'manager', plan(after(62)), after(60));
    expect(isPaused(back, after(60))).toBe(false);
    expect(gapOf(back, after(63))).toBeNull();
    expect(gapOf(back, after(90))).toMatchObject({ since: after(60) });
    const beyond = planMeeting(paused, 'manager', plan(after(40)), after(1));
    expect(isPaused(beyond, after(2))).toBe(true);
  });

  test('ends with the meeting that begins, and with one that a slip began goes on', () => {
    const live = does(paused, { type: 'startMeeting', number: 1, endsAt: null }, after(2));
    expect(isPaused(live, after(2))).toBe(false);
    expect(isPaused(does(live, { type: 'cancelStart', number: 1 }, after(2)), after(2))).toBe(true);
    const over = does(live, { type: 'finishMeeting', number: 1, nextAt: null }, after(2));
    expect(isPaused(over, after(3))).toBe(false);
    // Said while the two are together: it is for what comes after.
    const during = pauseSeries(live, 'report', after(60), after(2));
    const then = does(during, { type: 'finishMeeting', number: 1, nextAt: null }, after(2));
    expect(isPaused(then, after(3))).toBe(true);
  });

  test('of any story: at most one lasts, few are remembered, and none is in the way of a meeting', () => {
    const step = fc.record({
      do: fc.constantFrom('pause', 'open', 'end', 'plan', 'meet'),
      days: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25, size: 'max' }), (steps) => {
        let series: Series = fresh;
        let day = 0;
        for (const { do: what, days } of steps) {
          day += days;
          const now = after(day);
          const lasting = pauseOf(series, now);
          const { number, plannedAt } = series.meeting;
          if (what === 'pause') series = pauseSeries(series, 'report', after(day + days), now);
          if (what === 'open') series = pauseSeries(series, 'manager', null, now);
          if (what === 'end' && lasting) series = endPause(series, 'manager', lasting.at, now);
          if (what === 'plan') {
            const next = plan(after(day + 1), { number, from: plannedAt });
            series = planMeeting(series, 'report', next, now);
          }
          if (what === 'meet') {
            series = does(series, { type: 'startMeeting', number, endsAt: null }, now);
            series = does(series, { type: 'finishMeeting', number, nextAt: null }, now);
          }
          const breaks = what === 'pause' || what === 'open';
          if (breaks || what === 'end' || what === 'meet')
            expect(isPaused(series, now)).toBe(breaks);
          if (isPaused(series, now)) expect(gapOf(series, now)).toBeNull();
        }
        expect(series.pauses?.length ?? 0).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('a beginning that was a slip', () => {
  const raised = does(planMeeting(fresh, 'manager', plan(after(7)), AT), {
    type: 'prepareMeeting',
    number: 1,
    hand: 'wait',
  });
  const withTopic = does(raised, { type: 'addTopic', id: id(1), text: 'One' });
  const live = does(withTopic, { type: 'startMeeting', number: 1, endsAt: null }, after(1));

  test('is taken back: all is as it was', () => {
    expect(does(live, { type: 'cancelStart', number: 1 }, after(1))).toEqual(withTopic);
    const opened = does(live, { type: 'openTopic', number: 1, topic: id(1) }, after(1));
    expect(does(opened, { type: 'cancelStart', number: 1 }, after(1))).toEqual(withTopic);
  });

  test.each<[string, LineCommand | SharedCommand]>([
    ['a note', { type: 'addNote', id: id(5), text: 'Noted', topic: null }],
    ['a promise', { type: 'addAction', id: id(5), text: 'Do', owner: 'report', due: null }],
    ['a topic ticked off', { type: 'discussTopic', id: id(1), discussed: true }],
    ['the end in sight', { type: 'wrapUp', number: 1 }],
  ])('stays with %s', (_, command) => {
    const written = does(live, command, after(1));
    expect(does(written, { type: 'cancelStart', number: 1 }, after(1))).toBe(written);
  });

  test('is none while it is planned, nor in another meeting', () => {
    expect(does(withTopic, { type: 'cancelStart', number: 1 })).toBe(withTopic);
    expect(does(live, { type: 'cancelStart', number: 2 }, after(1))).toBe(live);
  });
});
