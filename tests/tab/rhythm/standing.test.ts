import { expect, test } from '@jest/globals';
import { acceptInvitation } from '@rapport/domain/invitation';
import { pauseSeries } from '@rapport/domain/pausing';
import { planMeeting } from '@rapport/domain/planning';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import type { Series } from '@rapport/domain/series';
import { viewFor } from '@rapport/domain/view';
import { fellOut, offeredBeside, standingOf } from '../../../tab/src/rhythm/standing';
import { AT, DAY, later, newSeries, ravi } from '../../domain/support';

const after = (days: number): string => later(days * DAY);
const together = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
const planned = planMeeting(
  together,
  'report',
  { number: 1, from: null, to: after(5), skip: false, offset: null },
  AT,
);
/** What the line says to the manager, and what is offered beside it. */
const says = (series: Series, days: number) => {
  const view = viewFor(series, EMPTY_PAGE, 'manager', after(days));
  const standing = standingOf(view, after(days));
  return standing && [standing.kind, standing.next, offeredBeside(view, standing, after(days))];
};

test('A2, B7: the line says one thing at a time, and offers nothing in a break or a gap', () => {
  expect(says(newSeries(), 1)).toBeNull();
  expect(says(together, 1)).toEqual(['open', null, 'weekly']);
  expect(says(planned, 1)).toEqual(['planned', after(5), 'weekly']);
  expect(says(planned, 6)).toEqual(['planned', null, 'weekly']);
  expect(says(planned, 40)).toEqual(['gap', null, null]);
  expect(says(pauseSeries(planned, 'report', after(60), AT), 40)).toEqual(['paused', null, null]);
  const far = { number: 1, from: null, to: after(90), skip: false, offset: null };
  expect(says(planMeeting(together, 'report', far, AT), 40)).toEqual(['gap', after(90), null]);
});

test('A2: who skipped a date is said where none follows, and not after a break that dropped the next', () => {
  const plan = { number: 1, offset: null };
  const told = (series: Series) => fellOut(viewFor(series, EMPTY_PAGE, 'manager', AT));
  expect(told(planned)).toBe(false);
  const none = planMeeting(
    planned,
    'report',
    { ...plan, from: after(5), to: null, skip: true },
    AT,
  );
  expect(told(none)).toBe(true);
  const next = planMeeting(none, 'report', { ...plan, from: null, to: after(12), skip: true }, AT);
  const paused = pauseSeries(next, 'manager', null, AT);
  expect(paused.meeting.plannedAt).toBeNull();
  expect(told(paused)).toBe(false);
});
