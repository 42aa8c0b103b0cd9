import { describe, expect, test } from '@jest/globals';
import {
  changeRetention,
  feedbackExpiry,
  monthsBefore,
  monthsLater,
  retentionAt,
  RETENTION_MONTHS,
  settleRetention,
  stillReads,
} from '@rapport/domain/retention';
import type { Feedback } from '@rapport/domain/feedback';
import type { Series } from '@rapport/domain/series';
import fc from 'fast-check';
import { AT, DAY, later, newSeries, ravi } from './support';
import { newMember } from '@rapport/domain/member';

const joined = (): Series => ({
  ...newSeries(),
  report: newMember(ravi, true, AT),
  invitation: null,
});
const months = fc.constantFrom(...RETENTION_MONTHS);
const by = fc.constantFrom('manager', 'report' as const);
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const closed = (more: Partial<Feedback> = {}): Feedback => ({
  id: 'f',
  from: 'manager',
  kind: 'criticism',
  about: null,
  askedFor: null,
  text: 'words',
  at: AT,
  opened: true,
  answer: { kind: 'thanks', words: null, at: AT },
  reply: null,
  closedAt: AT,
  ...more,
});

describe('D5: months', () => {
  test.each([
    ['2026-01-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 12, '2025-02-28T00:00:00.000Z'],
    ['2026-08-31T23:59:59.999Z', 6, '2027-02-28T23:59:59.999Z'],
    ['2026-11-21T00:00:00.000Z', 24, '2028-11-21T00:00:00.000Z'],
  ])('%s and %i months are %s', (from, count, to) => {
    expect(monthsLater(from, count)).toBe(to);
  });

  test('are never more days than a calendar has, and keep the order', () => {
    fc.assert(
      fc.property(instant, instant, months, (one, other, count) => {
        const days = (Date.parse(monthsLater(one, count)) - Date.parse(one)) / DAY;
        expect(days).toBeGreaterThan(count * 30 - 2);
        expect(days).toBeLessThanOrEqual(count * 31);
        if (one <= other) expect(monthsLater(one, count) <= monthsLater(other, count)).toBe(true);
        expect(monthsLater(monthsBefore(one, count), count) <= one).toBe(true);
      }),
    );
  });
});

describe('D5: how long what is past is kept', () => {
  test('24 months, until one of the two says otherwise', () => {
    expect(retentionAt(joined(), AT)).toEqual({ months: 24, changed: null, coming: null });
  });

  test('E2: whatever the two press, nothing holds that was not announced thirty days before', () => {
    const press = fc.record({ by, months, days: fc.nat({ max: 40 }) });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12, size: 'max' }), (presses) => {
        let series: Series = joined();
        let at = Date.parse(AT);
        const announced: { months: number; at: number }[] = [];
        for (const one of presses) {
          at += one.days * DAY + 1;
          const now = new Date(at).toISOString();
          const before = retentionAt(series, now);
          series = changeRetention(series, one.by, one.months, now);
          const after = retentionAt(series, now);
          // A press never changes what holds now.
          expect(after.months).toBe(before.months);
          if (one.months === before.months) expect(after.coming).toBeNull();
          else expect(after.coming?.months).toBe(one.months);
          announced.push({ months: one.months, at });
          const settled = settleRetention(series, now);
          expect(retentionAt(settled, now)).toEqual(after);
          if (after.changed) {
            const { changed } = after;
            const said = announced.find((ask) => new Date(ask.at).toISOString() === changed.at);
            expect(said?.months).toBe(after.months);
            expect(at - (said?.at ?? at)).toBeGreaterThanOrEqual(30 * DAY);
          }
        }
      }),
    );
  });

  test('either takes back what the other one announced, and a repeat changes nothing', () => {
    const announced = changeRetention(joined(), 'manager', 6, AT);
    expect(changeRetention(announced, 'report', 6, later(DAY))).toBe(announced);
    const back = changeRetention(announced, 'report', 24, later(DAY));
    expect(retentionAt(back, later(400 * DAY))).toEqual({
      months: 24,
      changed: null,
      coming: null,
    });
    expect(changeRetention(back, 'report', 24, later(DAY))).toBe(back);
  });

  test('while nobody has joined it holds at once', () => {
    const alone = changeRetention(newSeries(), 'manager', 60, AT);
    expect(retentionAt(alone, AT)).toEqual({
      months: 60,
      changed: { by: 'manager', at: AT },
      coming: null,
    });
  });
});

describe('D5: feedback', () => {
  test('has no end while it is not closed', () => {
    expect(feedbackExpiry(closed({ closedAt: null }), joined(), AT)).toBeNull();
  });

  test('criticism ends after twelve months or with the rest; kept, and praise, with the rest', () => {
    fc.assert(
      fc.property(months, fc.boolean(), fc.boolean(), (count, praise, kept) => {
        const series = { retention: { months: count, changed: null, coming: null } };
        const feedback = closed({
          kind: praise ? 'praise' : 'criticism',
          ...(kept && !praise ? { retained: true as const } : {}),
        });
        const expected = praise || kept ? count : Math.min(count, 12);
        expect(feedbackExpiry(feedback, series, AT)).toBe(monthsLater(AT, expected));
      }),
    );
  });

  test('its author reads it as long, whether it is kept or not', () => {
    fc.assert(
      fc.property(months, fc.nat({ max: 70 }), (count, passed) => {
        const series = { retention: { months: count, changed: null, coming: null } };
        const now = monthsLater(AT, passed);
        const [kept, not] = [closed({ retained: true }), closed()];
        expect(stillReads(kept, 'manager', series, now)).toBe(
          stillReads(not, 'manager', series, now),
        );
        expect(stillReads(kept, 'report', series, now)).toBe(passed < count);
      }),
    );
  });
});
