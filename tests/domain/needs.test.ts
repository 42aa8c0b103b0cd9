import { describe, expect, test } from '@jest/globals';
import { acceptInvitation, declineInvitation, OPEN_FOR_MS } from '@rapport/domain/invitation';
import { raiseHand } from '@rapport/domain/hand';
import { leave } from '@rapport/domain/member';
import { needsFor } from '@rapport/domain/needs';
import type { Action } from '@rapport/domain/action.schema';
import type { Series } from '@rapport/domain/series';
import { AT, DAY, id, later, newSeries, ravi } from './support';

const joined = (part: Partial<Series> = {}): Series => ({
  ...acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT),
  ...part,
});
const of = (series: Series, by: 'manager' | 'report', at = AT) => needsFor(series, by, at).needs;
const promise = (owner: 'manager' | 'report', doneAt: string | null = null): Action => ({
  id: id(9),
  by: 'report',
  text: 'a promise nobody else reads here',
  version: id(10),
  at: AT,
  editedAt: null,
  owner,
  due: null,
  doneAt,
  meeting: 1,
});

describe('D9: what a 1:1 needs now', () => {
  test('an invitation, until it is answered', () => {
    const sent = newSeries();
    expect(of(sent, 'manager')).toEqual(['waiting']);
    expect(of(declineInvitation(sent, ravi.id, AT), 'manager')).toEqual(['declined']);
    expect(of(sent, 'manager', later(OPEN_FOR_MS))).toEqual(['expired']);
    expect(of(newSeries({ report: null }), 'manager')).toEqual(['open']);
    expect(of(joined(), 'manager')).toEqual([]);
  });

  test('whoever asks to join, before anything about the invitation', () => {
    const joinRequest = { id: id(7), person: ravi, at: AT };
    expect(of({ ...newSeries({ report: null }), joinRequest }, 'manager')).toEqual(['joinRequest']);
  });

  test('one’s own promises and feedback for oneself, not the other’s', () => {
    const loop = {
      id: id(8),
      from: 'manager',
      at: AT,
      answered: false,
      broughtBack: null,
    } as const;
    const series = joined({ actions: [promise('manager')], loops: [loop] });
    expect([of(series, 'manager'), of(series, 'report')]).toEqual([['promises'], ['feedback']]);
    const done = joined({
      actions: [promise('manager', AT)],
      loops: [{ ...loop, answered: true }],
    });
    expect([of(done, 'manager'), of(done, 'report')]).toEqual([[], []]);
  });

  test('E6: that something waits, not how much: two promises read as one', () => {
    const two = [promise('manager'), { ...promise('manager'), id: id(11) }];
    expect(needsFor(joined({ actions: two }), 'manager', AT)).toEqual(
      needsFor(joined({ actions: two.slice(1) }), 'manager', AT),
    );
  });

  test('B7: a gap beyond their rhythm, or of over 30 days; none where they meet by the quarter', () => {
    const late = later(31 * DAY);
    expect(of(joined(), 'report', later(28 * DAY))).toEqual([]);
    expect(of(joined(), 'report', late)).toEqual(['gap']);
    expect(of(joined({ rhythm: 'monthly' }), 'report', later(30 * DAY))).toEqual([]);
    expect(of(joined({ rhythm: 'monthly' }), 'report', late)).toEqual(['gap']);
    expect(of(joined({ rhythm: 'quarterly' }), 'report', later(200 * DAY))).toEqual([]);
  });

  test.each(['wait', 'soon'] as const)('B6: a hand (%s) is in nobody’s line', (hand) => {
    const series = joined();
    const raised = { ...series, hands: raiseHand(series.hands, 'report', hand, true) };
    for (const by of ['manager', 'report'] as const) {
      expect(needsFor(raised, by, AT)).toEqual(needsFor(series, by, AT));
    }
  });

  test('what has ended asks for nothing', () => {
    const over = leave(joined({ actions: [promise('manager')] }), 'report', AT);
    expect(needsFor(over, 'manager', AT)).toEqual({ state: 'ended', nextAt: null, needs: [] });
  });
});
