import { describe, expect, test } from '@jest/globals';
import type { DrawnMeeting } from '@rapport/domain/pictures';
import fc from 'fast-check';
import { lastAnswered, lastShares, measuredOf } from '../../../tab/src/pictures/answers';
import { feedbackColumns, MOST_COLUMNS, topicColumns } from '../../../tab/src/pictures/columns';
import { isLabelled } from '../../../tab/src/pictures/scale';
import { spansOf } from '../../../tab/src/pictures/spans';

const NOW = Date.parse('2026-05-20T10:00:00.000Z');
const DAY = 24 * 60 * 60_000;
const meeting = (number: number, finishedAt: string, more: Partial<DrawnMeeting> = {}) => ({
  number,
  finishedAt,
  topics: { manager: 1, report: 2 },
  checkIn: null,
  kept: null,
  ...more,
});
const CHECK_IN = {
  worth: { manager: 4, report: 3 },
  heard: { manager: 5, report: 2 },
  share: { manager: 55, report: 70 },
};

describe('D7: the columns of a picture', () => {
  test('are single meetings while a phone has room for them, and months when it has not', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        meeting(n + 1, new Date(NOW - (count - n) * 7 * DAY).toISOString()),
      );
    const few = topicColumns(some(MOST_COLUMNS), NOW);
    expect([few.step, few.columns.length]).toEqual(['meeting', MOST_COLUMNS]);
    const many = topicColumns(some(MOST_COLUMNS + 1), NOW);
    expect(many.step).toBe('month');
    expect(many.columns.map(({ at }) => at.slice(0, 7))).toEqual([
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
    ]);
  });

  test('B1: a month without any stays empty between those that have some', () => {
    const { step, columns } = feedbackColumns(
      [
        { month: '2026-03', given: { manager: 2, report: 0 } },
        { month: '2026-05', given: { manager: 0, report: 1 } },
      ],
      NOW,
    );
    expect(step).toBe('month');
    expect(columns).toEqual([
      { at: '2026-03-01T00:00:00.000Z', counts: { manager: 2, report: 0 } },
      { at: '2026-04-01T00:00:00.000Z', counts: { manager: 0, report: 0 } },
      { at: '2026-05-01T00:00:00.000Z', counts: { manager: 0, report: 1 } },
    ]);
    expect(feedbackColumns([], NOW).columns).toEqual([]);
  });

  test('are never more than fit, nor lose or double anything, in two years of any shape', () => {
    const entry = fc.record({
      ago: fc.integer({ min: 0, max: 23 }),
      manager: fc.nat(9),
      report: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ ago }) => ago, maxLength: 24 }), (all) => {
        const months = all
          .toSorted((a, b) => b.ago - a.ago)
          .map(({ ago, manager, report }) => ({
            month: new Date(Date.UTC(2026, 4 - ago)).toISOString().slice(0, 7),
            given: { manager, report },
          }));
        const { columns } = feedbackColumns(months, NOW);
        expect(columns.length).toBeLessThanOrEqual(MOST_COLUMNS);
        for (const role of ['manager', 'report'] as const) {
          const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
          expect(sum(columns.map(({ counts }) => counts[role]))).toBe(
            sum(months.map(({ given }) => given[role])),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('have labels on as many as fit, the last always', () => {
    const labelled = (count: number) =>
      Array.from({ length: count }, (_, n) => n).filter((n) => isLabelled(n, count));
    expect(labelled(3)).toEqual([0, 1, 2]);
    expect(labelled(7)).toEqual([0, 2, 4, 6]);
    expect(labelled(12)).toEqual([1, 3, 5, 7, 9, 11]);
  });

  test('D12: are named in the reader’s language, months as both counted them', () => {
    const at = '2026-01-01T00:00:00.000Z';
    expect(spansOf('month', 'en-GB').long(at)).toBe('January 2026');
    expect(spansOf('quarter', 'en-GB').long(at)).toMatch(/^January\s*–\s*March 2026$/);
    expect(spansOf('month', 'de').short('2026-03-01T00:00:00.000Z')).toBe('Mär');
  });
});

describe('D6, A8: what both said', () => {
  test('is of the last eight meetings where both answered', () => {
    const all = Array.from({ length: 12 }, (_, n) =>
      meeting(n + 1, new Date(NOW).toISOString(), n % 4 === 1 ? {} : { checkIn: CHECK_IN }),
    );
    expect(lastAnswered(all).map(({ number }) => number)).toEqual([3, 4, 5, 7, 8, 9, 11, 12]);
  });

  test('has the measured share once where both measured the same, and none that was not kept', () => {
    const kept = (manager: number | null, report: number | null) =>
      meeting(1, new Date(NOW).toISOString(), { kept: { manager, report } });
    expect(measuredOf(kept(60, 60))).toEqual([60]);
    expect(measuredOf(kept(60, 62))).toEqual([60, 62]);
    expect(measuredOf(kept(null, 0))).toEqual([0]);
    expect(measuredOf(meeting(1, ''))).toEqual([]);
    expect(lastShares([kept(60, null), meeting(2, '')]).map(({ number }) => number)).toEqual([1]);
  });
});
