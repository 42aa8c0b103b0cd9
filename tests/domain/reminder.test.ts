import { describe, expect, test } from '@jest/globals';
import { raiseHand } from '@rapport/domain/hand';
import { acceptInvitation, renewInvitation } from '@rapport/domain/invitation';
import { changeMeeting } from '@rapport/domain/meeting';
import { leave } from '@rapport/domain/member';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import { remindersOf, stillHolds, type Reminder } from '@rapport/domain/reminder';
import { gapOf } from '@rapport/domain/rhythm';
import type { Rhythm, Series } from '@rapport/domain/series';
import {
  ANY_TIME,
  decide,
  said,
  SAYING_MS,
  waitsForThem,
  type Tellings,
} from '@rapport/domain/telling';
import fc from 'fast-check';
import { AT, DAY, id, later, maya, newSeries, ravi } from './support';

const HOUR = 60 * 60_000;
const together = (rhythm: Rhythm = 'biweekly'): Series =>
  acceptInvitation(newSeries({ rhythm }), ravi, { terms: 1, agree: true }, AT);
const planned = (series: Series, plannedAt: string | null): Series => ({
  ...series,
  meeting: { ...series.meeting, plannedAt },
});
function met(series: Series, at: string, nextAt: string | null = null): Series {
  const { number } = series.meeting;
  const doing = { by: 'manager', at } as const;
  const begun = changeMeeting(series, { type: 'startMeeting', number, endsAt: null }, doing, 30);
  return changeMeeting(begun, { type: 'finishMeeting', number, nextAt }, doing, 30);
}
const of = (series: Series, kind: Reminder['kind'], at = AT): Reminder[] =>
  remindersOf(series, at).filter((one) => one.kind === kind);

describe('D8: what a series has to remind its people of', () => {
  test('before a meeting both, an hour ahead; nobody of what is not planned', () => {
    const series = planned(together(), later(DAY));
    expect(of(series, 'beforeMeeting')).toMatchObject(
      [maya, ravi].map(({ id: person }) => ({ person, at: later(DAY - HOUR), about: 1 })),
    );
    expect(of(together(), 'beforeMeeting')).toEqual([]);
    expect(of(series, 'beforeMeeting', later(DAY))).toEqual([]);
  });

  test('after a meeting both, an hour later, until a check-in counts no more', () => {
    const series = met(together(), later(DAY));
    expect(of(series, 'afterMeeting', later(DAY))).toMatchObject(
      [maya, ravi].map(({ id: person }) => ({
        person,
        about: 1,
        at: later(DAY + HOUR),
        until: later(3 * DAY),
      })),
    );
  });

  test('nobody while only one of the two is there, or once one has left', () => {
    const alone = planned(newSeries(), later(DAY));
    const left = leave(planned(together(), later(DAY)), 'report', AT);
    expect(of(alone, 'beforeMeeting')).toEqual([]);
    expect(remindersOf(left, AT)).toEqual([]);
    const over = { ...planned(together(), later(DAY)), endedAt: AT };
    expect(remindersOf(over, AT)).toEqual([]);
  });

  test('the invited person of their invitation, once for each time they are invited', () => {
    const series = newSeries();
    const [first] = of(series, 'invitation');
    expect(first).toMatchObject({ person: ravi.id, at: AT });
    const renewed = renewInvitation(series, 'manager', later(DAY));
    expect(first && stillHolds(renewed, first, later(DAY))).toBe(false);
    const joined = acceptInvitation(series, ravi, { terms: 1, agree: true }, AT);
    expect(first && stillHolds(joined, first, AT)).toBe(false);
  });

  test.each(['weekly', 'biweekly', 'monthly'] as const)(
    'B7: a gap in a %s rhythm in the very moment in which it is one',
    (rhythm) => {
      const series = together(rhythm);
      const [gap] = of(series, 'gap');
      if (!gap) throw new Error('no gap is expected');
      const justBefore = later(-1, gap.at);
      expect([gapOf(series, justBefore), gapOf(series, gap.at)?.id]).toEqual([null, gap.basis]);
      expect(stillHolds(series, gap, gap.at)).toBe(true);
      expect(stillHolds(met(series, later(DAY)), gap, gap.at)).toBe(false);
    },
  );

  test('A2: with a quarterly rhythm when it is, and nothing that asks for anything', () => {
    const series = met(planned(together('quarterly'), later(DAY)), later(DAY), later(90 * DAY));
    const kinds = remindersOf(series, later(DAY)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['beforeMeeting']));
  });

  test('A2: a pause stops all of it, and what follows it comes again', () => {
    const before = planned(together(), later(DAY));
    const pause = {
      by: 'report',
      at: AT,
      until: later(20 * DAY),
      meeting: 1,
      dropped: null,
      endedAt: null,
      endedBy: null,
    } as const;
    const paused = { ...planned(before, null), pauses: [pause] };
    for (const one of [...of(before, 'beforeMeeting'), ...of(before, 'gap')]) {
      expect(stillHolds(paused, one, one.at)).toBe(false);
    }
    expect(of(paused, 'gap')[0]?.at).toBe(later(48 * DAY + 1));
  });

  test('B6: the same with a raised hand and without', () => {
    const series = met(planned(together(), later(DAY)), later(DAY), later(14 * DAY));
    const hands = raiseHand(series.hands, 'report', 'soon', true);
    expect(remindersOf({ ...series, hands }, later(DAY))).toEqual(remindersOf(series, later(DAY)));
  });

  test('afterwards only whoever has something left to do, whatever the other one did', () => {
    const series = met(together(), later(DAY));
    const at = later(DAY + HOUR);
    expect(waitsForThem(series, EMPTY_PAGE, at)).toBe(true);
    const given = { meeting: 1, worth: 4, heard: 4, share: 60, at } as const;
    expect(waitsForThem(series, { ...EMPTY_PAGE, checkIns: [given] }, at)).toBe(false);
    const loop = { id: id(7), from: 'manager', answered: false, broughtBack: null, at } as never;
    const written = { ...series, loops: [loop] };
    expect(waitsForThem(written, { ...EMPTY_PAGE, checkIns: [given] }, at)).toBe(false);
  });
});

/** What may happen, in whatever order: a date is moved, dropped, kept; runs overlap, die, and are late. */
type Happening =
  | { readonly what: 'plan'; readonly inHours: number }
  | { readonly what: 'drop' | 'meet' | 'start' | 'hand' | 'laid down again' }
  | { readonly what: 'wait'; readonly hours: number }
  | { readonly what: 'run'; readonly dies: 'no' | 'before it is said' | 'after it is said' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constant('plan' as const), inHours: fc.integer({ min: 0, max: 60 }) }),
  fc.record({
    what: fc.constantFrom(
      'drop' as const,
      'meet' as const,
      'start' as const,
      'hand' as const,
      'laid down again' as const,
    ),
  }),
  fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 * 24 }) }),
  fc.record({ what: fc.constant('wait' as const), hours: fc.constant(1) }),
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('run' as const),
      dies: fc.constantFrom('no', 'no', 'no', 'before it is said', 'after it is said'),
    }),
  },
);

describe('D8: at most one before and one after a meeting, and one for a gap, whatever happens', () => {
  test('moved, dropped, begun again, and with runs that die or come twice', () => {
    const seen = { sent: 0, moved: 0 };
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 20, maxLength: 60, size: 'max' }),
        (happenings) => {
          let series = together();
          let now = Date.parse(AT);
          let tellings: Tellings = {};
          let lying = remindersOf(series, AT);
          const told = new Map<string, number>();
          const died = new Map<string, number>();
          const count = (counts: Map<string, number>, one: Reminder) =>
            counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
          const at = () => new Date(now).toISOString();
          for (const one of happenings) {
            const before = series;
            if (one.what === 'plan' && series.meeting.state === 'planned')
              series = planned(series, later(one.inHours * HOUR, at()));
            if (one.what === 'drop' && series.meeting.state === 'planned')
              series = planned(series, null);
            if (one.what === 'meet') series = met(series, at());
            if (one.what === 'hand') {
              const hands = raiseHand(series.hands, 'report', 'wait', true);
              series = { ...series, hands };
            }
            if (one.what === 'start') {
              const { number } = series.meeting;
              const start = { type: 'startMeeting', number, endsAt: null } as const;
              series = changeMeeting(series, start, { by: 'report', at: at() }, 30);
            }
            if (one.what === 'wait') now += one.hours * HOUR;
            if (series !== before || one.what === 'laid down again')
              lying.push(...remindersOf(series, at()));
            if (one.what !== 'run') continue;
            for (const due of lying.filter((reminder) => reminder.at <= at())) {
              // One person's is enough: the other one's are as many.
              if (due.person !== ravi.id) continue;
              const verdict = decide(due, series, ANY_TIME, tellings, at(), at());
              if (verdict.do !== 'send') continue;
              ({ tellings } = verdict);
              if (one.dies === 'before it is said') {
                count(died, due);
                continue;
              }
              count(told, due);
              seen.sent += 1;
              if (one.dies === 'after it is said') count(died, due);
              else tellings = said(tellings, due);
            }
            // Those that are done with are gone, unless the run died.
            if (one.dies === 'no') lying = lying.filter((reminder) => reminder.at > at());
            else now += SAYING_MS;
          }
          for (const [name, times] of told) {
            // Where a run died it is said again, in the place of the first.
            expect([name, times <= 1 + (died.get(name) ?? 0)]).toEqual([name, true]);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(seen.sent).toBeGreaterThan(100);
  });

  /** What makes a chain: the same name is one entry in the activity feed. */
  const nameOf = ({ person, kind, about }: Reminder) => `${person} ${kind} ${about}`;

  test('a meeting that was moved, with both reminders there: the first that holds, and no second', () => {
    const first = planned(together(), later(DAY));
    const moved = planned(first, later(2 * DAY));
    const [early] = of(first, 'beforeMeeting');
    const [late] = of(moved, 'beforeMeeting');
    if (!early || !late) throw new Error('both are planned');
    expect(decide(early, moved, ANY_TIME, {}, early.at, early.at)).toEqual({ do: 'drop' });
    const sent = decide(early, first, ANY_TIME, {}, early.at, early.at);
    if (sent.do !== 'send') throw new Error('it is due');
    const tellings = said(sent.tellings, early);
    expect(decide(late, moved, ANY_TIME, tellings, late.at, late.at)).toEqual({ do: 'drop' });
  });

  test('two runs at once: the second waits, and says it again where the first never came to it', () => {
    const series = planned(together(), later(DAY));
    const [one] = of(series, 'beforeMeeting');
    if (!one) throw new Error('it is planned');
    const taken = decide(one, series, ANY_TIME, {}, one.at, one.at);
    if (taken.do !== 'send') throw new Error('it is due');
    const soon = later(SAYING_MS - 1, one.at);
    expect(decide(one, series, ANY_TIME, taken.tellings, soon, soon)).toEqual({ do: 'wait' });
    const after = later(SAYING_MS, one.at);
    expect(decide(one, series, ANY_TIME, taken.tellings, after, after).do).toBe('send');
  });
});

test('D8: whoever is invited again and again is told once a day, and a date in 9999 lies nowhere', () => {
  const first = newSeries();
  const again = renewInvitation(first, 'manager', later(HOUR));
  const [one, two] = [first, again].map((series) => remindersOf(series, AT)[0]);
  if (!one || !two) throw new Error('both invite');
  const sent = decide(one, first, ANY_TIME, {}, one.at, one.at);
  if (sent.do !== 'send') throw new Error('it is due');
  const tellings = said(sent.tellings, one);
  const at = (time: string) => decide(two, again, ANY_TIME, tellings, time, time).do;
  expect([at(two.at), at(later(DAY - 1, one.at)), at(later(DAY, one.at))]).toEqual([
    'drop',
    'drop',
    'send',
  ]);
  // Each time they are told, the next time is twice as far away.
  const second = decide(two, again, ANY_TIME, tellings, later(DAY, one.at), later(DAY, one.at));
  if (second.do !== 'send') throw new Error('a day has passed');
  const third = renewInvitation(first, 'manager', later(DAY + HOUR));
  const [three] = remindersOf(third, later(DAY + HOUR));
  if (!three) throw new Error('it invites');
  const told = said(second.tellings, two);
  const then = (days: number) => {
    const time = later(days * DAY, one.at);
    return decide(three, third, ANY_TIME, told, time, time).do;
  };
  expect([then(2), then(3 - 1e-6), then(3)]).toEqual(['drop', 'drop', 'send']);
  const far = planned(together(), '9999-12-31T12:00:00.000Z');
  expect(of(far, 'beforeMeeting')).toEqual([]);
});

describe('D8: as each one wants it', () => {
  const series = planned(together(), later(DAY));
  const [one] = of(series, 'beforeMeeting');
  if (!one) throw new Error('it is planned');

  test('switched off', () => {
    const off = { ...ANY_TIME, off: ['beforeMeeting' as const] };
    expect(decide(one, series, off, {}, one.at, one.at)).toEqual({ do: 'drop' });
    const other = { ...ANY_TIME, off: ['gap' as const] };
    expect(decide(one, series, other, {}, one.at, one.at).do).toBe('send');
  });

  test('at the end of quiet hours where that is before the meeting, else not at all', () => {
    const on = (allowed: string | null) => decide(one, series, ANY_TIME, {}, one.at, allowed);
    const soon = later(DAY - HOUR / 4);
    expect(on(soon)).toEqual({ do: 'move', at: soon });
    expect([on(later(DAY)), on(null)]).toEqual([{ do: 'drop' }, { do: 'drop' }]);
  });

  test('late, as long as it helps', () => {
    expect(decide(one, series, ANY_TIME, {}, later(DAY - 1), later(DAY - 1)).do).toBe('send');
    expect(decide(one, series, ANY_TIME, {}, later(DAY), later(DAY))).toEqual({ do: 'drop' });
  });
});
