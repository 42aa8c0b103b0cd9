import { describe, expect, test } from '@jest/globals';
import {
  answer,
  arrived,
  close,
  open,
  type AnswerKind,
  type Feedback,
} from '@rapport/domain/feedback';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import { countClosed, FIRM_FROM, isNew, offersTask, type Trust } from '@rapport/domain/trust';
import { viewFor } from '@rapport/domain/view';
import fc from 'fast-check';
import { AT, DAY, id, later, newSeries } from './support';

const role = fc.constantFrom('manager' as const, 'report' as const);
const kind = fc.constantFrom('praise' as const, 'criticism' as const);
const about = fc.constantFrom('task' as const, 'behaviour' as const, null);
const answers = fc.constantFrom<AnswerKind>(
  'thanks',
  'question',
  'willTry',
  'seeDifferently',
  'talk',
);

type Loop = Pick<Feedback, 'from' | 'kind' | 'about'> & { readonly answered: AnswerKind };
const loop: fc.Arbitrary<Loop> = fc.record({ from: role, kind, about, answered: answers });

/** A loop before and after its receiver closed it. */
function closed({ from, kind: said, about: on, answered }: Loop): readonly [Feedback, Feedback] {
  const line = { id: id(7), by: from, text: 'words', version: id(8), at: AT, editedAt: null };
  const given = arrived(
    { ...line, kind: said, about: on, askedFor: null, delivery: null, said: false },
    AT,
  );
  const doing = {
    by: from === 'manager' ? ('report' as const) : ('manager' as const),
    at: later(DAY),
    commandId: id(9),
  };
  const before = answer(open(given, doing.by), { kind: answered, words: 'so' }, doing);
  return [before, close(before, doing)];
}

const counts = ({ from, kind: said, about: on }: Loop): boolean =>
  from === 'manager' && said === 'criticism' && on === 'task';
const play = (loops: readonly (readonly [Loop, number])[]): Trust | undefined =>
  loops.reduce<Trust | undefined>(
    (trust, [one, meeting]) => countClosed(trust, ...closed(one), meeting),
    undefined,
  );
const task: Loop = { from: 'manager', kind: 'criticism', about: 'task', answered: 'thanks' };

describe('B3: what counts towards trust', () => {
  test('the manager’s criticism of a piece of work, closed by its receiver, and nothing else', () => {
    fc.assert(
      fc.property(loop, fc.nat(50), (one, meeting) => {
        expect(play([[one, meeting]])).toEqual(counts(one) ? { closed: 1, meeting } : undefined);
      }),
    );
  });

  test('disagreement counts like agreement', () => {
    fc.assert(
      fc.property(answers, (answered) => {
        expect(play([[{ ...task, answered }, 1]])?.closed).toBe(1);
      }),
    );
  });

  test('at most one a meeting, and never more than it takes', () => {
    const story = fc.array(fc.tuple(loop, fc.nat(9)), { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(story, (loops) => {
        const inOrder = loops.toSorted(([, one], [, other]) => one - other);
        const meetings = new Set(inOrder.flatMap(([one, n]) => (counts(one) ? [n] : [])));
        expect(play(inOrder)?.closed ?? 0).toBe(Math.min(meetings.size, FIRM_FROM));
      }),
    );
  });

  test('a step that closes nothing counts nothing, and neither does closing again', () => {
    const [before, after] = closed(task);
    expect(countClosed(undefined, before, before, 1)).toBeUndefined();
    expect(countClosed({ closed: 1, meeting: 1 }, after, after, 2)).toEqual({
      closed: 1,
      meeting: 1,
    });
  });
});

describe('B3: when the ladder speaks', () => {
  test('to the manager alone, for criticism of behaviour, unasked, while the two are new', () => {
    const rung = fc.record({
      me: role,
      kind,
      about,
      asked: fc.boolean(),
      isNew: fc.boolean(),
    });
    fc.assert(
      fc.property(rung, (one) => {
        expect(offersTask(one)).toBe(
          one.me === 'manager' &&
            one.kind === 'criticism' &&
            one.about === 'behaviour' &&
            !one.asked &&
            one.isNew,
        );
      }),
    );
  });

  test('the report’s view says nothing of it, the manager’s no more than that it is new', () => {
    const trust = fc.option(
      fc.record({ closed: fc.integer({ min: 0, max: FIRM_FROM }), meeting: fc.nat(9) }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(trust, (known) => {
        const series = { ...newSeries(), ...(known ? { trust: known } : {}) };
        const bare = newSeries();
        const { newToThis: _, ...rest } = viewFor(bare, EMPTY_PAGE, 'manager', AT);
        expect(viewFor(series, EMPTY_PAGE, 'manager', AT)).toEqual(
          isNew(known) ? { ...rest, newToThis: true } : rest,
        );
        expect(viewFor(series, EMPTY_PAGE, 'report', AT)).toEqual(
          viewFor(bare, EMPTY_PAGE, 'report', AT),
        );
        expect(viewFor(series, EMPTY_PAGE, 'report', AT)).not.toHaveProperty('newToThis');
      }),
    );
  });
});
