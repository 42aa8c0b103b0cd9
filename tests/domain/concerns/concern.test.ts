import { describe, expect, test } from '@jest/globals';
import {
  concernFor,
  handIn,
  leaveConcern,
  noticeFor,
  requireRemovable,
  saveConcern,
  takeOut,
} from '@rapport/domain/concern';
import type { ConcernNotice } from '@rapport/domain/concern.schema';
import { batchAfter, batchBeside, freezeOf, resultFrom } from '@rapport/domain/concernBatch';
import {
  accepts,
  countsAsRaised,
  isSettled,
  isShown,
  partOf,
  resultOf,
  stillCounts,
} from '@rapport/domain/concernCount';
import { allowCommonConcern, leave } from '@rapport/domain/member';
import { acceptInvitation } from '@rapport/domain/invitation';
import { addTopic, liveTopics } from '@rapport/domain/topic';
import fc from 'fast-check';
import { AT, code, id, newSeries, ravi } from '../support';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const marks = [1, 2, 3].map((n) => ({ series: id(n), topic: id(10 + n), meeting: 1 }));
const people = [1, 2, 3].map((n) => ({ person: `person-${n}`, series: id(n) }));
const WORDS = {
  wording: 'that evenings are full of calls',
  audience: 'The leadership team',
  marks,
};
const NOBODY = { taken: false, before: [] };
const doing = { id: id(99), at: AT };
const draft = saveConcern(null, id(50), WORDS, AT);

describe('C8: the calendar is the same for everybody', () => {
  const at = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) })
    .map((ms) => new Date(ms).toISOString());

  test('a batch is frozen as its first working day begins, once a month', () => {
    expect(['2026-11', '2026-12', '2027-01', '2027-05'].map(freezeOf)).toEqual([
      '2026-11-02T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
      '2027-05-03T00:00:00.000Z',
    ]);
    fc.assert(
      fc.property(at, (now) => {
        const batch = batchAfter(now);
        expect(freezeOf(batch) > now).toBe(true);
        expect(freezeOf(batchBeside(batch, -1)) <= now).toBe(true);
      }),
    );
  });

  test('three whole working days lie before the result, wherever on earth somebody is', () => {
    fc.assert(
      fc.property(at, (shownAt) => {
        const [from, until] = [Date.parse(shownAt), Date.parse(resultFrom(shownAt))];
        const first = Math.floor(from / DAY) * DAY;
        const whole = Array.from({ length: 12 }, (_, n) => first + n * DAY).filter((day) => {
          const weekday = new Date(day).getUTCDay();
          const begins = day - 14 * HOUR;
          const ends = day + DAY + 12 * HOUR;
          return weekday % 6 !== 0 && begins >= from && ends <= until;
        });
        expect(whole.length).toBe(3);
        expect([0, 6]).not.toContain(new Date(until).getUTCDay());
      }),
    );
    expect(resultFrom(freezeOf('2026-12'))).toBe('2026-12-07T12:00:00.000Z');
  });
});

describe('C8: a concern', () => {
  test.each([
    ['3 people want it', 'concern.tooExact'],
    ['on ٣ evenings', 'concern.tooExact'],
    ['that ½ of the time is lost', 'concern.tooExact'],
    ['“nobody listens”', 'concern.tooExact'],
    ["'nobody listens'", 'concern.tooExact'],
    ['«personne»', 'concern.tooExact'],
    ["that plans don't hold, and the team’s days are long", 'accepted'],
  ])('%s: %s', (wording, expected) => {
    expect(code(() => saveConcern(null, id(50), { ...WORDS, wording }, AT))).toBe(expected);
  });

  test('takes one topic each of three people', () => {
    const two = people.slice(0, 2);
    const twice = [...people, { person: 'person-1', series: id(4) }];
    expect(code(() => handIn(draft, two, NOBODY, doing))).toBe('concern.tooFew');
    expect(code(() => handIn(draft, twice, NOBODY, doing))).toBe('concern.tooFew');
    expect(handIn(draft, people, NOBODY, doing).handedIn).toEqual({ id: id(99), batch: '2026-04' });
  });

  test('is the only one of its month, and of nobody who was part of one in half a year', () => {
    const taken = { taken: true, before: [] };
    expect(code(() => handIn(draft, people, taken, doing))).toBe('concern.onePerMonth');
    const before = [{ concern: id(51), people: [{ person: 'person-2', series: id(7) }] }];
    const again = (): unknown => handIn(draft, people, { taken: false, before }, doing);
    expect(again).toThrow(expect.objectContaining({ code: 'concern.tooSoon', field: 'marks.1' }));
  });

  test('stays as it is once it is handed in, can be taken out until the freeze, and then not', () => {
    const given = handIn(draft, people, NOBODY, doing);
    expect(code(() => saveConcern(given, id(50), WORDS, AT))).toBe('concern.handedIn');
    expect(code(() => handIn(given, people, NOBODY, doing))).toBe('concern.handedIn');
    expect(code(() => requireRemovable(given))).toBe('concern.handedIn');
    const freezeAt = freezeOf('2026-04');
    expect(takeOut(given, AT)).toEqual(draft);
    expect(code(() => takeOut(given, freezeAt))).toBe('concern.frozen');
    expect(concernFor(draft, AT)).toMatchObject({ state: 'draft', batch: null });
    expect(concernFor(given, AT).state).toBe('handedIn');
    expect(concernFor(given, freezeAt)).toMatchObject({
      state: 'waiting',
      batch: { freezeAt, resultAt: resultFrom(freezeAt) },
    });
    expect(concernFor({ ...given, result: 'notEnough' }, freezeAt).state).toBe('notEnough');
  });

  test('is read and left by a raiser until it is counted, and by nobody else', () => {
    const given = handIn(draft, people, NOBODY, doing);
    const shownAt = freezeOf('2026-04');
    const notice: ConcernNotice = {
      concern: draft.id,
      manager: 'm',
      series: id(1),
      handedIn: id(99),
      part: 'raiser',
      shownAt,
      left: false,
      closed: false,
    };
    const { wording, audience } = WORDS;
    const until = resultFrom(shownAt);
    const seen = { id: draft.id, wording, audience, until, left: false };
    expect(noticeFor(notice, given)).toEqual(seen);
    expect(noticeFor(leaveConcern(notice), given)).toEqual({ ...seen, left: true });
    const hidden: ConcernNotice[] = [
      { ...notice, part: 'other' },
      { ...notice, part: 'none' },
      { ...notice, closed: true },
    ];
    for (const one of hidden) {
      expect(noticeFor(one, given)).toBeNull();
      expect(code(() => leaveConcern(one))).toBe('concern.unknown');
    }
    expect(noticeFor({ ...notice, handedIn: id(98) }, given)).toBeNull();
    expect(noticeFor(notice, { ...given, result: 'enough' })).toBeNull();
    expect(noticeFor(notice, null)).toBeNull();
  });
});

describe('C8: who counts', () => {
  const joined = acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
  const on = allowCommonConcern(joined, 'report', true);

  test('only where exception (1) is on, both agreed, and nobody left', () => {
    const open = acceptInvitation(newSeries(), ravi, { terms: 1, agree: false }, AT);
    const series = [on, joined, allowCommonConcern(open, 'report', true)];
    expect(series.map(accepts)).toEqual([true, false, false]);
    expect([leave(on, 'report', AT), leave(on, 'manager', AT)].map(accepts)).toEqual([
      false,
      false,
    ]);
  });

  test('only what the report raised, within half a year', () => {
    const topics = (by: 'manager' | 'report', at: string) =>
      liveTopics(addTopic([], { id: id(11), text: 'x' }, { by, at, commandId: id(12) }));
    const mark = { series: id(1), topic: id(11), meeting: 1 };
    const raised = (by: 'manager' | 'report', at: string): boolean =>
      countsAsRaised(topics(by, at), mark, '2026-09');
    const oldest = freezeOf('2026-03');
    expect(raised('report', oldest)).toBe(true);
    expect(raised('manager', oldest)).toBe(false);
    expect(raised('report', new Date(Date.parse(oldest) - 1).toISOString())).toBe(false);
    expect(countsAsRaised(topics('report', oldest), { ...mark, topic: id(13) }, '2026-09')).toBe(
      false,
    );
  });

  test('E4: only who was there a batch before, and before the draft', () => {
    const freeze = freezeOf('2026-03');
    const before = '2026-02-20T00:00:00.000Z';
    expect(isSettled({ ...draft, draftedAt: AT }, '2026-04', before)).toBe(true);
    expect(isSettled({ ...draft, draftedAt: AT }, '2026-04', freeze)).toBe(false);
    expect(isSettled({ ...draft, draftedAt: before }, '2026-04', before)).toBe(false);
  });

  test('three who raised it and two more who accept; whoever was marked is none of the two', () => {
    const part = (marked: boolean, raised: boolean) => partOf({ accepts: true, marked, raised });
    expect([part(true, true), part(true, false), part(false, false)]).toEqual([
      'raiser',
      'none',
      'other',
    ]);
    expect(partOf({ accepts: false, marked: true, raised: true })).toBe('none');
    const result = (raisers: number, others: number) =>
      resultOf([
        ...Array.from({ length: raisers }, () => 'raiser' as const),
        ...Array.from({ length: others }, () => 'other' as const),
        'none',
      ]);
    expect(result(3, 2)).toBe('enough');
    expect(result(30, 2)).toBe('enough');
    expect([result(2, 9), result(3, 1), result(5, 0)]).toEqual(Array(3).fill('notEnough'));
    expect(stillCounts('raiser', 'raiser', false)).toBe('raiser');
    expect(stillCounts('raiser', 'raiser', true)).toBe('none');
    expect(stillCounts('raiser', 'none', false)).toBe('none');
    expect(stillCounts('none', 'other', false)).toBe('none');
  });

  test('in a team of four nobody is even asked', () => {
    const roll = [1, 2, 3, 4, 5].map((n) => ({ person: `person-${n}`, series: id(n) }));
    expect(isShown('raiser', roll)).toBe(true);
    expect(isShown('raiser', roll.slice(1))).toBe(false);
    expect(isShown('other', roll)).toBe(false);
  });
});
