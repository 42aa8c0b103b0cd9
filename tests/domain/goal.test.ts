import { describe, expect, test } from '@jest/globals';
import { acceptInvitation } from '@rapport/domain/invitation';
import {
  changeGoalLines,
  CHANGES_KEPT,
  goalFor,
  hasWords,
  isOpenGoal,
  LINES_PER_PART,
  missingParts,
  setGoal,
  startGoal,
  summaryOf,
  type Goal,
  type GoalLineCommand,
  type GoalPart,
  type GoalSetting,
} from '@rapport/domain/goal';
import { changeGoalInput } from '@rapport/domain/goal.schema';
import {
  countGoal,
  goalExpiry,
  GOALS_KEPT,
  listOf,
  OPEN_GOALS,
  requireOpenToGoals,
  requireRoomForGoal,
  takesPlace,
} from '@rapport/domain/goals';
import type { Doing } from '@rapport/domain/line';
import { leave } from '@rapport/domain/member';
import type { Role } from '@rapport/domain/person';
import { monthsLater, type RetentionMonths } from '@rapport/domain/retention';
import fc from 'fast-check';
import { AT, code, id, newSeries, ravi } from './support';

let commands = 9000;
const after = (minutes: number): string =>
  new Date(Date.parse(AT) + minutes * 60_000).toISOString();
const by = (role: Role, minutes = 0): Doing => ({
  by: role,
  at: after(minutes),
  commandId: id((commands += 1)),
});
const PARTS: readonly GoalPart[] = [
  'sentence',
  'specific',
  'measurable',
  'achievable',
  'relevant',
  'progress',
];
const GOAL = id(1);
const suggested = startGoal({ id: GOAL, owner: 'report', text: 'Lead the review' }, by('report'));
const adds = (goal: Goal, role: Role, part: GoalPart, n: number, text = `line ${n}`): Goal =>
  changeGoalLines(goal, { type: 'add', id: id(n), part, text }, by(role));
const texts = (goal: Goal): string[] => goalFor(goal).lines.map(({ text }) => text);

interface Step {
  readonly role: Role;
  readonly minutes: number;
  readonly command: GoalLineCommand | ({ readonly type: 'set' } & GoalSetting);
}
const role = fc.constantFrom<Role>('manager', 'report');
const target = fc.integer({ min: 1, max: 6 }).map(id);
const part = fc.constantFrom(...PARTS);
const text = fc.integer({ min: 1, max: 99_999 }).map((n) => `words ${n}`);
/** Versions are the ids of commands: those that could have been are tried. */
const version = fc.integer({ min: 100, max: 140 }).map(id);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    role,
    minutes: fc.nat(90),
    command: fc.oneof(
      fc.record({ type: fc.constant('add' as const), id: target, part, text }),
      fc.record({ type: fc.constant('edit' as const), id: target, text, version }),
      fc.record({ type: fc.constant('remove' as const), id: target, version }),
      fc.record({ type: fc.constant('restore' as const), id: target, part, text }),
      fc.record({
        type: fc.constant('dispute' as const),
        id: target,
        version,
        text: fc.constant(null),
        stands: fc.boolean(),
      }),
      fc.record({
        type: fc.constant('set' as const),
        state: fc.constantFrom(
          ...(['suggested', 'agreed', 'onTheWay', 'reached', 'letGo'] as const),
        ),
      }),
    ),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

/** Plays what they did; what is refused changes nothing. Tells after each step who did it, and what stands. */
function play(
  all: readonly Step[],
  seen: (before: Goal, now: Goal, step: Step, doing: Doing) => void,
) {
  let goal = suggested;
  all.forEach((step, n) => {
    const doing = { by: step.role, at: after(step.minutes), commandId: id(100 + n) };
    const before = goal;
    goal = does(goal, step, doing);
    seen(before, goal, step, doing);
  });
  return goal;
}

function does(goal: Goal, { command }: Step, doing: Doing): Goal {
  try {
    return command.type === 'set'
      ? setGoal(goal, { state: command.state }, doing)
      : changeGoalLines(goal, command, doing);
  } catch {
    return goal;
  }
}

describe('C2: a goal', () => {
  test('begins with one sentence, and says what it still lacks', () => {
    expect(texts(suggested)).toEqual(['Lead the review']);
    expect(summaryOf(suggested)).toMatchObject({
      sentence: 'Lead the review',
      owner: 'report',
      state: 'suggested',
      due: null,
      missing: ['specific', 'measurable', 'achievable', 'relevant', 'timeBound'],
      progressAt: null,
    });
    const more = adds(adds(suggested, 'report', 'measurable', 2), 'manager', 'progress', 3);
    const dated = setGoal(more, { due: '2026-06-30' }, by('manager'));
    expect(missingParts(dated)).toEqual(['specific', 'achievable', 'relevant']);
    expect(summaryOf(dated).progressAt).toBe(AT);
  });

  test('lacks a part exactly while nobody has words for it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        play(all, (_, goal) => {
          const parts = new Set(goalFor(goal).lines.map((line) => line.part));
          for (const one of ['specific', 'measurable', 'achievable', 'relevant'] as const) {
            expect(missingParts(goal).includes(one)).toBe(!parts.has(one));
          }
        });
      }),
    );
  });

  test('takes a day that is on the calendar, and no other', () => {
    const due = (day: string) => changeGoalInput.safeParse({ due: day }).success;
    expect(['2028-02-29', '2026-12-31'].map(due)).toEqual([true, true]);
    expect(['2026-02-29', '2026-02-30', '2026-13-01', '30.6.2026', ''].map(due)).not.toContain(
      true,
    );
  });

  test('has so many lines a part, and never refuses how it goes for that', () => {
    let goal = suggested;
    for (let n = 0; n < LINES_PER_PART; n += 1) goal = adds(goal, 'manager', 'specific', 20 + n);
    expect(code(() => adds(goal, 'report', 'specific', 40))).toBe('goal.full');
    expect(code(() => adds(goal, 'report', 'progress', 40))).toBe('accepted');
    // The same line again is no new one.
    expect(code(() => adds(goal, 'manager', 'specific', 20))).toBe('accepted');
    for (let n = 0; n < 100; n += 1) {
      if (code(() => adds(goal, 'report', 'progress', 100 + n)) !== 'accepted') break;
      goal = adds(goal, 'report', 'progress', 100 + n);
    }
    expect(code(() => adds(goal, 'report', 'progress', 300))).toBe('goal.full');
  });

  test('E2: words are their author’s: nobody else ever changes or takes them away', () => {
    fc.assert(
      fc.property(steps, (all) => {
        play(all, (before, goal, step) => {
          const theirs = (one: Goal) =>
            one.lines
              .filter((line) => line.by !== step.role)
              .map((line) => ({ ...line, dispute: undefined }));
          expect(theirs(goal)).toEqual(theirs(before));
          const disputes = (one: Goal) =>
            one.lines.filter((line) => line.by === step.role).map((line) => line.dispute?.text);
          // What is said about one's own words is not one's own to say.
          if (step.command.type === 'dispute') expect(disputes(goal)).toEqual(disputes(before));
        });
      }),
    );
  });

  test('E2: both who write to the same part at once are read', () => {
    const goal = adds(
      adds(suggested, 'report', 'specific', 2, 'his'),
      'manager',
      'specific',
      3,
      'hers',
    );
    expect(texts(goal)).toEqual(['Lead the review', 'his', 'hers']);
    const [, his] = goalFor(goal).lines;
    const edit = (words: string) =>
      ({ type: 'edit', id: id(2), text: words, version: his?.version ?? '' }) as const;
    const phone = changeGoalLines(goal, edit('from the phone'), by('report', 20));
    const both = changeGoalLines(phone, edit('from the desk'), by('report', 21));
    expect(texts(both)).toEqual(['Lead the review', 'from the phone', 'from the desk', 'hers']);
    expect(goalFor(both).lines[2]).toMatchObject({ part: 'specific' });
    expect(goalFor(both).lines[1]?.earlier).toMatchObject([{ text: 'his' }]);
  });

  test('D10: a repeat of a command changes nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        play(all, (_, goal, step, doing) => {
          if (step.command.type === 'dispute' || step.command.type === 'set') {
            expect(does(goal, step, doing)).toEqual(goal);
          } else if (step.command.type === 'edit' || step.command.type === 'add') {
            expect(texts(does(goal, step, doing))).toEqual(texts(goal));
          }
        });
      }),
    );
  });

  test('E1: nobody agrees in the other one’s name; who said how it stands is kept', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const end = play(all, () => undefined);
        const said = end.changes.filter(({ state }) => state !== undefined);
        expect(said.at(-1)?.state).toBe(end.state);
        expect(said.filter(({ state }) => state === 'agreed').map((one) => one.by)).not.toContain(
          end.by,
        );
      }),
    );
    const say = (who: Role, state: GoalSetting['state']) =>
      code(() => setGoal(suggested, { state }, by(who)));
    expect(say('report', 'agreed')).toBe('goal.otherAgrees');
    expect(say('manager', 'agreed')).toBe('accepted');
    expect(say('report', 'onTheWay')).toBe('accepted');
  });

  test('what is set to what it is changes nothing, and only what changed is written down', () => {
    expect(
      setGoal(suggested, { state: 'suggested', owner: 'report', due: null }, by('manager')),
    ).toBe(suggested);
    const moved = setGoal(suggested, { state: 'suggested', due: '2026-05-01' }, by('manager', 5));
    expect(moved.changes.at(-1)).toEqual({ by: 'manager', at: after(5), due: '2026-05-01' });
  });

  test('remembers the first change and the newest, however many there were', () => {
    let goal = suggested;
    for (let n = 1; n <= 2 * CHANGES_KEPT; n += 1) {
      goal = setGoal(goal, { owner: n % 2 ? 'manager' : 'report' }, by('report', n));
    }
    expect(goal.changes).toHaveLength(CHANGES_KEPT);
    expect(goal.changes[0]).toEqual(suggested.changes[0]);
    expect(goal.changes.at(-1)?.at).toBe(after(2 * CHANGES_KEPT));
  });

  test('E2: nobody changes away what the other one said, however often they change something', () => {
    let goal = setGoal(suggested, { due: '2026-09-01' }, by('report', 1));
    goal = setGoal(goal, { state: 'agreed' }, by('manager', 2));
    for (let n = 3; n <= 3 * CHANGES_KEPT; n += 1) {
      goal = setGoal(goal, { owner: n % 2 ? 'manager' : 'report' }, by('report', n));
    }
    expect(goal.changes).toHaveLength(CHANGES_KEPT);
    expect(goal.changes[0]).toEqual(suggested.changes[0]);
    expect(goal.changes).toContainEqual({ by: 'manager', at: after(2), state: 'agreed' });
  });

  test('E2: words that the other one agreed to stay to be read, however soon they are changed', () => {
    const edits = (goal: Goal) => {
      const words = { version: goalFor(goal).lines[0]?.version ?? '' };
      const edit = { type: 'edit', id: GOAL, text: 'Do all reviews', ...words } as const;
      return goalFor(changeGoalLines(goal, edit, by('report', 3))).lines[0];
    };
    expect(edits(suggested)).not.toHaveProperty('earlier');
    const agreed = setGoal(suggested, { state: 'agreed' }, by('manager', 2));
    expect(edits(agreed)).toMatchObject({
      text: 'Do all reviews',
      earlier: [{ text: 'Lead the review', until: after(3) }],
    });
  });

  test('D1: without any words it is gone, and back with them', () => {
    const [sentence] = goalFor(suggested).lines;
    const remove = { type: 'remove', id: GOAL, version: sentence?.version ?? '' } as const;
    const gone = changeGoalLines(suggested, remove, by('report'));
    expect([hasWords(gone), listOf([gone])]).toEqual([false, []]);
    expect(JSON.stringify(gone)).not.toContain('Lead the review');
    const back = { type: 'restore', id: GOAL, part: 'sentence', text: 'Lead it' } as const;
    expect(listOf([changeGoalLines(gone, back, by('report'))])).toMatchObject([
      { sentence: 'Lead it' },
    ]);
  });
});

describe('C2: the goals of two people', () => {
  const goal = (n: number, state: Goal['state'] = 'suggested'): Goal => ({
    ...suggested,
    id: id(n),
    at: after(n),
    state,
  });
  const wordless = (one: Goal): Goal => ({ ...one, lines: [] });

  test('are listed with those they are at first, the oldest first', () => {
    const all = [goal(4), goal(1, 'reached'), goal(3, 'onTheWay'), goal(2, 'letGo')];
    expect(listOf(all).map((one) => one.id)).toEqual([3, 4, 1, 2].map(id));
  });

  test('are few at a time, and reached ones take no place from new ones', () => {
    const open = Array.from({ length: OPEN_GOALS }, (_, n) => goal(n + 1));
    const more = goal(500);
    expect(code(() => requireRoomForGoal(open, more))).toBe('goals.full');
    expect(code(() => requireRoomForGoal(open.slice(1), more))).toBe('accepted');
    expect(code(() => requireRoomForGoal(open.with(0, goal(1, 'reached')), more))).toBe('accepted');
    expect(code(() => requireRoomForGoal(open.with(0, wordless(goal(1))), more))).toBe('accepted');
    // One of them is not in its own way.
    expect(code(() => requireRoomForGoal(open, goal(1, 'onTheWay')))).toBe('accepted');
    const kept = Array.from({ length: GOALS_KEPT }, (_, n) => goal(n + 1, 'reached'));
    expect(code(() => requireRoomForGoal(kept, more))).toBe('goals.full');
  });

  test('take a place when they begin, come back, or are taken up again', () => {
    expect(takesPlace(null, goal(1))).toBe(true);
    expect(takesPlace(wordless(goal(1)), goal(1))).toBe(true);
    expect(takesPlace(goal(1, 'reached'), goal(1, 'onTheWay'))).toBe(true);
    expect(takesPlace(goal(1), goal(1, 'reached'))).toBe(false);
    expect(takesPlace(goal(1), goal(1, 'onTheWay'))).toBe(false);
    expect(takesPlace(goal(1), wordless(goal(1)))).toBe(false);
  });

  test('are counted as there are', () => {
    const series = newSeries();
    const one = { ...series, goals: countGoal(series, null, goal(1)) };
    expect(one.goals).toBe(1);
    expect(countGoal(one, goal(1), goal(1, 'reached'))).toBe(1);
    const none = { ...series, goals: countGoal(one, goal(1), wordless(goal(1))) };
    expect(none.goals).toBe(0);
    expect(countGoal(none, wordless(goal(1)), goal(1))).toBe(1);
  });

  test('D5: go when they have been over for as long as things are kept, whoever said what in between', () => {
    const states = ['suggested', 'agreed', 'onTheWay', 'reached', 'letGo'] as const;
    const step = fc.record({
      who: role,
      state: fc.option(fc.constantFrom(...states), { nil: undefined }),
      due: fc.constantFrom('2026-05-01', '2026-06-01', null),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 2 * CHANGES_KEPT, size: 'max' }),
        fc.constantFrom<RetentionMonths>(6, 24, 60),
        (all, months) => {
          let one = suggested;
          let since: string | null = null;
          for (const [minute, { who, state, due }] of all.entries()) {
            const was = one;
            const allowed = state !== 'agreed' || who !== one.by;
            one = setGoal(one, { due, ...(allowed ? { state } : {}) }, by(who, minute));
            if (isOpenGoal(one)) since = null;
            else if (isOpenGoal(was)) since = after(minute);
          }
          const series = { retention: { months, changed: null, coming: null } };
          const expected = since === null ? null : monthsLater(since, months);
          expect(goalExpiry(one, series, AT)).toBe(expected);
        },
      ),
    );
  });

  test('are counted anew where all of them are known: what went on its day is counted no longer', () => {
    const series = { ...newSeries(), goals: 7 };
    expect(countGoal(series, null, goal(2), [goal(1), wordless(goal(3))])).toBe(2);
    expect(countGoal(series, wordless(goal(1)), goal(1), [wordless(goal(1))])).toBe(1);
  });

  test('C6: wait until both agreed, and end when one leaves', () => {
    const series = newSeries();
    const answers = [true, false].map((agree) =>
      acceptInvitation(series, ravi, { terms: 1, agree }, AT),
    );
    expect(answers.map((one) => code(() => requireOpenToGoals(one)))).toEqual([
      'accepted',
      'terms.notAgreed',
    ]);
    const [both] = answers;
    if (!both) throw new Error('nobody agreed');
    expect(code(() => requireOpenToGoals(leave(both, 'report', AT)))).toBe('series.ended');
    expect([isOpenGoal(goal(1)), isOpenGoal(goal(1, 'letGo'))]).toEqual([true, false]);
  });
});
