import { describe, expect, test } from '@jest/globals';
import {
  agreeToOffer,
  bring,
  markCarried,
  NOTHING_BROUGHT,
  offerLine,
  takeBackOffer,
} from '@rapport/domain/bring';
import { acceptInvitation } from '@rapport/domain/invitation';
import { lineToOffer, type Wanted } from '@rapport/domain/offering';
import type { Note } from '@rapport/domain/note.schema';
import { otherRole, type Role } from '@rapport/domain/person';
import {
  asOf,
  extendStandIn,
  isReleased,
  nameSuccessor,
  NO_SUCCESSIONS,
  settle,
  successionsFor,
  withOrigin,
} from '@rapport/domain/succession';
import type { Offer, Successions } from '@rapport/domain/succession.schema';
import type { Topic } from '@rapport/domain/topic.schema';
import fc from 'fast-check';
import { AT, code, DAY, id, later, newSeries, ravi, tom } from './support';

const series = () => acceptInvitation(newSeries(), ravi, { terms: 1, agree: true }, AT);
const ASKED = { id: id(50), kind: 'handOver', person: tom, until: null } as const;
const asked = (): Successions => nameSuccessor(NO_SUCCESSIONS, series(), ASKED, 'manager', AT);

const line = (n: number, by: Role) => ({
  id: id(n),
  by,
  text: `words ${n}`,
  version: id(n + 1000),
  at: AT,
  editedAt: null,
});
const topic = (n: number, by: Role): Topic => ({
  ...line(n, by),
  discussedAt: null,
  carried: 0,
  question: null,
  level: null,
});
const note = (n: number, by: Role, on: string | null): Note => ({ ...line(n, by), topic: on });
const NONE = { topics: [], notes: [], actions: [] };
const wanted = (n: number, noun: Wanted['noun']) => ({ noun, line: id(n), version: id(n + 1000) });

describe('C7: who lets a line go', () => {
  test.each(['manager', 'report'] as const)('own topics and notes: the %s alone', (by) => {
    const lines = {
      ...NONE,
      topics: [topic(1, by)],
      notes: [note(2, by, id(1)), note(3, by, null)],
    };
    expect(lineToOffer(lines, wanted(1, 'topic'), by, false).needs).toEqual([by]);
    expect(lineToOffer(lines, wanted(2, 'note'), by, false).needs).toEqual([by]);
    expect(lineToOffer(lines, wanted(3, 'note'), by, false).needs).toEqual([by]);
  });

  test.each(['manager', 'report'] as const)('joint ones of the %s: both', (by) => {
    const topics = [topic(1, otherRole(by))];
    const action = { ...line(4, by), owner: otherRole(by), due: null, doneAt: null, meeting: 1 };
    const said = { by: otherRole(by), version: id(1005), text: 'no', at: AT, editedAt: null };
    const disputed = { ...note(5, by, null), dispute: said } as unknown as Note;
    const lines = {
      topics,
      notes: [note(2, by, id(1)), note(3, by, id(99)), disputed],
      actions: [action],
    };
    for (const [n, noun] of [
      [2, 'note'],
      [3, 'note'],
      [5, 'note'],
      [4, 'action'],
    ] as const) {
      expect(lineToOffer(lines, wanted(n, noun), by, false).needs).toEqual(['manager', 'report']);
    }
  });

  test('out of a stand-in’s series: never without the report', () => {
    const lines = { ...NONE, topics: [topic(1, 'manager'), topic(2, 'report')] };
    expect(lineToOffer(lines, wanted(1, 'topic'), 'manager', true).needs).toContain('report');
    expect(lineToOffer(lines, wanted(2, 'topic'), 'report', true).needs).toEqual(['report']);
  });
});

/** Any of the two, doing anything with any offer. */
interface Step {
  readonly does: 'offer' | 'agree' | 'takeBack' | 'carry';
  readonly by: Role;
  readonly n: number;
  readonly line: number;
  readonly joint: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('offer', 'agree', 'takeBack', 'carry'),
  by: fc.constantFrom('manager', 'report'),
  n: fc.integer({ min: 0, max: 5 }),
  line: fc.integer({ min: 0, max: 2 }),
  joint: fc.boolean(),
});

/** A goal of both, which either may offer, or a topic of one's own. */
const offering = ({ by, n, line: at, joint }: Step) =>
  ({
    id: id(n),
    succession: ASKED.id,
    noun: joint ? 'goal' : 'topic',
    line: id(100 + at),
    version: id(200 + at),
    text: joint ? `goal ${at}` : `words ${at} of ${by}`,
    by,
    needs: joint ? ['manager', 'report'] : [by],
  }) satisfies Omit<Offer, 'given' | 'carried'>;

describe('C7: whatever the two do', () => {
  test('what arrives is what everybody with a say had let go at that moment, and each sees only theirs', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        let state = asked();
        let brought = NOTHING_BROUGHT;
        /** Kept beside the rules: who has said yes to which words, by their own doing alone. */
        const yes = new Map<string, Set<Role>>();
        const went = new Set<string>();
        const needs = (text: string): Role[] =>
          text.startsWith('goal')
            ? ['manager', 'report']
            : [text.endsWith('manager') ? 'manager' : 'report'];
        for (const one of steps) {
          const { does, by, n } = one;
          const before = state;
          const named = before.offers.find((offer) => offer.id === id(n));
          if (does === 'offer') {
            const offer = offering(one);
            code(() => (state = offerLine(state, offer, undefined)));
            if (state !== before) {
              yes.set(offer.text, new Set([...(yes.get(offer.text) ?? []), by]));
            }
          } else if (does === 'agree') {
            code(() => (state = agreeToOffer(state, id(n), by)));
            if (state !== before) yes.get(named?.text ?? '')?.add(by);
          } else if (does === 'takeBack') {
            code(() => (state = takeBackOffer(state, id(n), by)));
            if (state !== before && named?.by === by) yes.delete(named.text);
            else if (state !== before) yes.get(named?.text ?? '')?.delete(by);
          } else {
            const ready = state.offers.filter((offer) => !offer.carried && isReleased(offer));
            state = markCarried(state, new Set(ready.map((offer) => offer.id)));
            for (const { text } of ready) {
              expect(went.has(text)).toBe(false);
              went.add(text);
              for (const role of needs(text)) expect(yes.get(text)?.has(role)).toBe(true);
            }
            const lines = ready.map(({ id: key, noun, text, by: role }) => ({
              id: key,
              noun,
              text,
              from: 'somebody',
              role,
            }));
            brought = bring(bring(brought, lines), lines);
          }
        }
        expect(brought.lines.map(({ text }) => text).toSorted(compare)).toEqual(
          [...went].toSorted(compare),
        );
        for (const reader of ['manager', 'report'] as const) {
          for (const { text } of successionsFor(state, undefined, reader, AT).offers) {
            expect(needs(text)).toContain(reader);
          }
        }
      }),
    );
  });

  test('one’s own words let go change nothing that the other one reads', () => {
    const before = successionsFor(asked(), undefined, 'manager', AT);
    const own = {
      id: id(1),
      succession: ASKED.id,
      noun: 'note',
      text: 'mine',
      by: 'report',
    } as const;
    const after = offerLine(asked(), { ...own, needs: ['report'] }, undefined);
    expect(successionsFor(after, undefined, 'manager', AT)).toEqual(before);
  });
});

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

describe('C7: asking', () => {
  test('the same question again is one; what is settled stays so', () => {
    const one = asked();
    expect(nameSuccessor(one, series(), ASKED, 'manager', later(DAY))).toBe(one);
    const declined = settle(one, ASKED.id, { state: 'declined', series: null });
    expect(settle(declined, ASKED.id, { state: 'begun', series: id(9) })).toBe(declined);
  });

  test('nobody is asked to lead somebody who is not there', () => {
    expect(code(() => nameSuccessor(NO_SUCCESSIONS, newSeries(), ASKED, 'manager', AT))).toBe(
      'succession.over',
    );
  });

  test('a stand-in is over on the minute, and the report alone puts that off', () => {
    const until = later(10 * DAY);
    const origin = { kind: 'standIn', of: 'Maya', until, from: id(2), succession: id(3) } as const;
    const standIn = withOrigin(series(), origin);
    expect(asOf(standIn, later(10 * DAY - 1))).toBe(standIn);
    expect(asOf(standIn, until).endedAt).toBe(until);
    const longer = later(20 * DAY);
    expect(code(() => extendStandIn(standIn, 'manager', longer, AT))).toBe('series.notReport');
    expect(code(() => extendStandIn(standIn, 'report', later(5 * DAY), AT))).toBe(
      'succession.when',
    );
    expect(extendStandIn(standIn, 'report', longer, AT).origin?.until).toBe(longer);
    expect(code(() => extendStandIn(asOf(standIn, until), 'report', longer, until))).toBe(
      'series.ended',
    );
  });
});

describe('C7: asking again and again', () => {
  const asks = (before: Successions, n: number, by: Role = 'manager'): Successions =>
    nameSuccessor(before, series(), { ...ASKED, id: id(n) }, by, AT);
  const withdrawn = (before: Successions, n: number): Successions =>
    settle(before, id(n), { state: 'withdrawn', series: null });

  test('three wait at a time, and the other one still asks', () => {
    const three = [60, 61, 62].reduce((before, n) => asks(before, n), NO_SUCCESSIONS);
    expect(code(() => asks(three, 63))).toBe('succession.full');
    expect(asks(three, 63, 'report').entries).toHaveLength(4);
  });

  test('what came to nothing makes room; what lines go along with stays', () => {
    let all = withdrawn(asks(NO_SUCCESSIONS, 60), 60);
    const offer = {
      id: id(1),
      succession: id(60),
      noun: 'topic',
      text: 'x',
      by: 'report',
    } as const;
    all = { ...all, offers: [{ ...offer, needs: ['report'], given: ['report'], carried: false }] };
    for (let n = 61; n < 100; n += 1) all = withdrawn(asks(all, n), n);
    expect(all.entries).toHaveLength(12);
    expect(all.entries.map((entry) => entry.id)).toEqual(expect.arrayContaining([id(60), id(99)]));
  });

  test('a stand-in whose day has come hands nothing over', () => {
    const origin = {
      kind: 'standIn',
      of: 'Maya',
      until: later(DAY),
      from: id(1),
      succession: id(2),
    } as const;
    const over = asOf(withOrigin(series(), origin), later(DAY));
    const names = () => nameSuccessor(NO_SUCCESSIONS, over, ASKED, 'manager', later(DAY));
    expect(code(names)).toBe('succession.over');
  });
});
