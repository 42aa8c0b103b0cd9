import { expect, test } from '@jest/globals';
import { emptied } from '@rapport/domain/ending';
import { acceptInvitation } from '@rapport/domain/invitation';
import { pauseSeries } from '@rapport/domain/pausing';
import { AT, DAY, later, newSeries, ravi, tom } from './support';

test('D11: what remains for safety alone says nothing of goals, breaks, dates and whoever asked to join', () => {
  const joined = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
  const paused = pauseSeries(joined, 'report', null, AT);
  const meeting = { ...paused.meeting, plannedAt: later(DAY) };
  const full = { ...paused, meeting, goals: 3, turnedAway: [tom.id] };
  const remains = { manager: AT, report: AT, until: later(30 * DAY) };
  const head = emptied(full, remains);
  expect(head).toMatchObject({ remains, manager: full.manager, report: full.report });
  expect(Object.keys(head)).not.toEqual(expect.arrayContaining(['goals']));
  const text = JSON.stringify(head);
  for (const left of ['pauses', 'turnedAway', tom.id, later(DAY)]) expect(text).not.toContain(left);
});
