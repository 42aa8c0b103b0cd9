import { expect, test } from '@jest/globals';
import { emptied, goesFor, readerOf, remainsOf } from '@rapport/domain/ending';
import { leave } from '@rapport/domain/member';
import { recordSafety } from '@rapport/domain/safety';
import { acceptInvitation } from '@rapport/domain/invitation';
import { pauseSeries } from '@rapport/domain/pausing';
import { AT, DAY, id, later, maya, newSeries, ravi, tom } from './support';

test('D11: what remains for safety alone says nothing of goals, notes, breaks, dates and whoever asked to join', () => {
  const joined = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
  const paused = pauseSeries(joined, 'report', null, AT);
  const meeting = { ...paused.meeting, plannedAt: later(DAY) };
  const there = { goals: 3, notesBefore: true, brought: true } as const;
  const full = { ...paused, ...there, meeting, turnedAway: [tom.id] };
  const remains = { manager: [], report: [], until: later(30 * DAY) };
  const head = emptied(full, remains);
  expect(head).toMatchObject({ remains, manager: full.manager, report: full.report });
  for (const key of Object.keys(there)) expect(head).not.toHaveProperty(key);
  const text = JSON.stringify(head);
  for (const left of ['pauses', 'turnedAway', tom.id, later(DAY)]) expect(text).not.toContain(left);
});

test('E5: a record that waits for its day moves no date that the other one is told', () => {
  const day = (n: number): string => later(n * DAY);
  const joined = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
  const left = leave(joined, 'report', AT);
  const words = { type: 'safety', basis: 'law', wording: 'x', audience: 'y' } as const;
  const shown = recordSafety({ ...words, id: id(1), shownAt: null }, 'manager', day(80));
  const hidden = recordSafety({ ...words, id: id(2), shownAt: day(115) }, 'report', day(89));
  const told = (entries: readonly (typeof shown)[], at: string) => {
    const remains = remainsOf(left, entries, day(90));
    if (!remains) throw new Error('nothing remains');
    const head = emptied(left, remains);
    const reads = readerOf(head, maya.id, at) !== null;
    return [reads, goesFor(head, 'manager', at)];
  };
  for (const at of [90, 100, 109].map(day))
    expect(told([shown, hidden], at)).toEqual(told([shown], at));
  expect(told([shown], day(95))).toEqual([true, day(110)]);
  // From its day on it is read, and until when.
  expect(told([shown, hidden], day(112))[0]).toBe(false);
  expect(told([shown, hidden], day(115))).toEqual([true, day(145)]);
});
