import { describe, expect, test } from '@jest/globals';
import { bring, NOTHING_BROUGHT } from '@rapport/domain/bring';
import {
  arriving,
  firstGoes,
  goesSoon,
  saysThere,
  stillBrought,
  withoutOldBrought,
} from '@rapport/domain/broughtPast';
import {
  changeRetention,
  monthsLater,
  retentionAt,
  RETENTION_GRACE_DAYS,
  RETENTION_MONTHS,
} from '@rapport/domain/retention';
import type { Series } from '@rapport/domain/series';
import type { BroughtLine } from '@rapport/domain/succession.schema';
import fc from 'fast-check';
import { AT, DAY, id, later, newSeries, ravi } from './support';
import { leave, newMember } from '@rapport/domain/member';
import { asOf } from '@rapport/domain/succession';

const series = (): Series => ({
  ...newSeries(),
  report: newMember(ravi, true, AT),
  invitation: null,
});
const line = (n: number): BroughtLine => ({
  id: id(n),
  noun: 'topic',
  text: `line ${n}`,
  from: 'Ravi',
  role: 'report',
});
const midnight = (at: string): string => `${at.slice(0, 10)}T00:00:00.000Z`;
const months = fc.constantFrom(...RETENTION_MONTHS);

/** What happens to what came along: more of it comes, another retention is announced, time passes, it is looked at. */
const step = fc.oneof(
  fc.record({ does: fc.constant('bring' as const), n: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ does: fc.constant('announce' as const), months }),
  fc.record({ does: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ does: fc.constant('sweep' as const) }),
);

describe('D5, C7: what came along', () => {
  test('goes when a meeting of its day goes, not before, and never comes a second time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
        let [now, head, brought] = [AT, series(), NOTHING_BROUGHT];
        /** Kept beside the rules: when each came first. */
        const came = new Map<string, string>();
        const gone = new Set<string>();
        for (const one of steps) {
          if (one.does === 'pass') now = later(one.days * DAY, now);
          if (one.does === 'announce') head = changeRetention(head, 'report', one.months, now);
          if (one.does === 'bring') {
            brought = bring(withoutOldBrought(brought, head, now), arriving([line(one.n)], now));
            if (!came.has(id(one.n))) came.set(id(one.n), now);
          }
          if (one.does === 'sweep') brought = withoutOldBrought(brought, head, now);
          const read = new Set(stillBrought(brought, head, now).map((each) => each.id));
          const holds = retentionAt(head, now).months;
          for (const [key, at] of came) {
            const over = monthsLater(midnight(at), holds) <= now;
            if (one.does === 'sweep' && over) gone.add(key);
            if (over || gone.has(key)) expect(read.has(key)).toBe(false);
          }
          // Whoever lets go finds nothing left over, and is due when the next one goes.
          const swept = withoutOldBrought(brought, head, now);
          expect(swept.lines.map((each) => each.id)).toEqual([...read].toSorted());
          expect(withoutOldBrought(swept, head, now)).toBe(swept);
          const next = firstGoes(swept.lines, head, now);
          expect(next === null).toBe(read.size === 0);
          if (next === null) continue;
          expect(next > now).toBe(true);
          const before = later(-1, next);
          if (retentionAt(head, before).months === holds) {
            expect(stillBrought(swept, head, before)).toHaveLength(swept.lines.length);
          }
        }
      }),
    );
  });

  test('is said to go no later than it goes, and thirty days before', () => {
    const since = fc.integer({ min: 0, max: 2000 }).map((days) => later(days * DAY));
    fc.assert(
      fc.property(since, months, fc.integer({ min: 0, max: 2500 }), (day, wanted, days) => {
        const [one] = arriving([line(1)], day);
        if (!one) throw new Error('nothing came');
        const now = later(days * DAY, day);
        const head = changeRetention(series(), 'manager', wanted, now);
        const brought = { lines: [one], removed: [] };
        fc.pre(stillBrought(brought, head, now).length > 0);
        const told = goesSoon(one, retentionAt(head, now), now);
        const until = later(RETENTION_GRACE_DAYS * DAY, now);
        // What a longer one finds gone does not come back with it.
        const { coming } = retentionAt(head, now);
        const moments = [until, ...(coming ? [later(-1, coming.from)] : [])];
        const left = moments.every((at) => stillBrought(brought, head, at).length > 0);
        expect(told === null).toBe(left);
        if (told === null) return;
        expect(told <= until).toBe(true);
        expect(stillBrought(brought, head, told)).toEqual([]);
        if (told > now) expect(stillBrought(brought, head, later(-1, told))).toEqual([one]);
      }),
    );
  });

  test('D11: stays as it was once the series is over, whatever was announced before', () => {
    const brought = { lines: arriving([line(1)], AT), removed: [] };
    const soon = later(31 * DAY, monthsLater(AT, 6));
    const announced = changeRetention(series(), 'manager', 6, later(-DAY, monthsLater(AT, 6)));
    expect(stillBrought(brought, announced, soon)).toEqual([]);
    const left = leave(announced, 'manager', monthsLater(AT, 6));
    const origin = { until: monthsLater(AT, 6) } as Series['origin'];
    for (const over of [left, asOf({ ...announced, origin }, soon)]) {
      expect(stillBrought(brought, over, soon)).toEqual(brought.lines);
      expect(withoutOldBrought(brought, over, soon)).toBe(brought);
    }
  });

  test('of before its day was kept counts from the day on which it is next written', () => {
    const old = { lines: [line(1)], removed: [] };
    expect(stillBrought(old, series(), later(5000 * DAY))).toEqual(old.lines);
    const dated = withoutOldBrought(old, series(), AT);
    expect(dated.lines).toEqual(arriving(old.lines, AT));
    expect(withoutOldBrought(dated, series(), later(800 * DAY))).toEqual({
      lines: [],
      removed: [id(1)],
    });
  });

  test('a head says that there is something, once', () => {
    const said = saysThere(series(), 'brought', true);
    expect([said.brought, saysThere(said, 'brought', true)]).toEqual([true, said]);
    expect(saysThere(said, 'brought', false)).not.toHaveProperty('brought');
    const head = series();
    expect(saysThere(head, 'brought', false)).toBe(head);
  });
});
