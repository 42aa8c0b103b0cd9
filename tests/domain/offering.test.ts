import { describe, expect, test } from '@jest/globals';
import {
  BROUGHT_IN_ALL,
  fitting,
  mayRemove,
  NOTHING_BROUGHT,
  OFFERED_EACH,
  offerLine,
  OFFERS_EACH,
} from '@rapport/domain/bring';
import { changeGoalLines, setGoal, startGoal, type Goal } from '@rapport/domain/goal';
import { goalWords, goalToOffer, ownLines } from '@rapport/domain/offering';
import { otherRole, type Role } from '@rapport/domain/person';
import type { BroughtLine, Offer, Successions } from '@rapport/domain/succession.schema';
import fc from 'fast-check';
import { AT, code, id, later } from './support';

const doing = (by: Role, n: number) => ({ by, at: later(n * 1000), commandId: id(1000 + n) });
const start = (by: Role, owner: Role): Goal =>
  startGoal({ id: id(1), owner, text: `sentence by ${by}` }, doing(by, 0));
const says = (goal: Goal, by: Role, part: 'specific' | 'measurable' | 'progress', n: number) =>
  changeGoalLines(
    goal,
    { type: 'add', id: id(n), part, text: `${part} by ${by} ${n}` },
    doing(by, n),
  );

/** What somebody who looks at all of a goal names. */
const asRead = (goal: Goal) => {
  const words = goalWords(goal);
  return {
    version: words?.sentence.version ?? id(9999),
    goal: { versions: words?.rest.map(({ version }) => version) ?? [], due: goal.due },
  };
};
const needsOf = (goal: Goal, by: Role, back = false): Role[] =>
  goalToOffer(goal, asRead(goal), by, back).needs;
const BOTH = ['manager', 'report'];

describe('C7: who lets a goal go', () => {
  test.each(['manager', 'report'] as const)('one’s own, in one’s own words: the %s alone', (by) => {
    const goal = setGoal(
      says(start(by, by), by, 'specific', 2),
      { due: '2027-01-01' },
      doing(by, 3),
    );
    expect(needsOf(goal, by)).toEqual([by]);
    // Notes on how it goes stay, whoever wrote them.
    expect(needsOf(says(goal, otherRole(by), 'progress', 4), by)).toEqual([by]);
    expect(code(() => needsOf(goal, otherRole(by)))).toBe('line.notYours');
    expect(needsOf(goal, by, true)).toContain('report');
  });

  test.each(['manager', 'report'] as const)(
    'suggested by the %s, and in any way of both: both',
    (by) => {
      const other = otherRole(by);
      const own = start(by, by);
      const said = says(own, by, 'specific', 2);
      const line = said.lines.find((one) => one.id === id(2));
      const dispute = { id: id(2), version: line?.version ?? '', text: null, stands: true };
      const joint: Record<string, Goal> = {
        'is the other one’s': start(by, other),
        'has words of the other one': says(own, other, 'measurable', 3),
        'was agreed to': setGoal(own, { state: 'agreed' }, doing(other, 4)),
        'had its day from the other one': setGoal(own, { due: '2027-01-01' }, doing(other, 5)),
        'is seen differently': changeGoalLines(
          said,
          { type: 'dispute', ...dispute },
          doing(other, 6),
        ),
      };
      for (const [why, goal] of Object.entries(joint)) {
        expect([why, needsOf(goal, by)]).toEqual([why, BOTH]);
      }
      // Whose goal it is may offer it as well.
      expect(needsOf(start(other, by), by)).toEqual(BOTH);
    },
  );

  test('the words that were read, and none that came since', () => {
    const goal = says(
      says(start('report', 'report'), 'report', 'specific', 2),
      'report',
      'progress',
      3,
    );
    const read = asRead(goal);
    const version = (n: number) => goal.lines.find((one) => one.id === id(n))?.version ?? '';
    const offered = goalToOffer(goal, read, 'report', false);
    expect(offered).toMatchObject({
      text: 'sentence by report',
      goal: { parts: [{ part: 'specific', text: 'specific by report 2', by: 'report' }] },
    });
    const edit = { type: 'edit', id: id(2), version: version(2), text: 'new' } as const;
    const since = changeGoalLines(goal, edit, doing('report', 4));
    const refused: [Goal, typeof read][] = [
      [since, read],
      [goal, { ...read, version: id(77) }],
      [goal, { ...read, goal: { ...read.goal, versions: [version(3)] } }],
      [goal, { ...read, goal: { ...read.goal, due: '2027-01-01' } }],
    ];
    for (const [now, named] of refused) {
      expect(code(() => goalToOffer(now, named, 'report', false))).toBe('line.changedSince');
    }
    // What is not named stays.
    const alone = goalToOffer(goal, { version: read.version }, 'report', false);
    expect(alone.goal).toEqual({ author: 'report', owner: 'report', due: null, parts: [] });
  });

  test('without its sentence nothing goes', () => {
    const goal = says(start('report', 'report'), 'report', 'specific', 2);
    const removal = { type: 'remove', id: goal.id, version: goal.lines[0]?.version ?? '' } as const;
    const bare = changeGoalLines(goal, removal, doing('report', 3));
    expect(code(() => needsOf(bare, 'report'))).toBe('goal.unknown');
  });

  const step = fc.record({
    by: fc.constantFrom<Role>('manager', 'report'),
    does: fc.constantFrom('specific', 'measurable', 'progress', 'state', 'owner', 'due', 'remove'),
    target: fc.integer({ min: 0, max: 12 }),
  });
  test('whatever the two did to it, no word goes without whoever wrote it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Role>('manager', 'report'),
        fc.constantFrom<Role>('manager', 'report'),
        fc.array(step, { maxLength: 12, size: 'max' }),
        (author, owner, steps) => {
          let goal = start(author, owner);
          const hands = new Set<Role>([author]);
          for (const [n, { by, does, target }] of steps.entries()) {
            const before = goal;
            if (does === 'state') {
              code(() => (goal = setGoal(goal, { state: 'agreed' }, doing(by, n + 2))));
            } else if (does === 'owner' || does === 'due') {
              const setting = does === 'owner' ? { owner: by } : { due: '2027-01-01' };
              goal = setGoal(goal, setting, doing(by, n + 2));
            } else if (does === 'remove') {
              const line = goal.lines[target % goal.lines.length];
              const removal = { type: 'remove', id: line?.id ?? '', version: line?.version ?? '' };
              code(() => {
                goal = changeGoalLines(goal, { ...removal, type: 'remove' }, doing(by, n + 2));
              });
            } else {
              // A part that is full takes no more, and the goal stays as it was.
              const said = code(() => (goal = says(goal, by, does, n + 2)));
              expect(['accepted', 'goal.full']).toContain(said);
            }
            if (goal !== before && ['state', 'owner', 'due'].includes(does)) hands.add(by);
          }
          for (const by of BOTH as Role[]) {
            let offered: ReturnType<typeof goalToOffer> | null = null;
            const said = code(() => (offered = goalToOffer(goal, asRead(goal), by, false)));
            if (said !== 'accepted') continue;
            const goes = JSON.stringify(offered);
            const { needs } = offered as unknown as ReturnType<typeof goalToOffer>;
            expect(goes).not.toContain('progress');
            for (const role of BOTH as Role[]) {
              const has = goes.includes(`by ${role}`) || goal.owner === role || hands.has(role);
              expect([role, needs.includes(role)]).toEqual([role, has || role === by]);
            }
          }
        },
      ),
    );
  });
});

const SUCCESSION = id(50);
const open = (offers: readonly Offer[] = []): Successions => ({
  entries: [
    {
      id: SUCCESSION,
      kind: 'handOver',
      person: { id: 'x.y', name: 'Tom' },
      by: 'manager',
      at: AT,
      until: null,
      expiresAt: later(1),
      state: 'begun',
      series: null,
    },
  ],
  offers: [...offers],
});
const offer = (n: number, by: Role, text = `words ${n}`) => ({
  id: id(n),
  succession: SUCCESSION,
  noun: 'topic' as const,
  line: id(n + 500),
  version: id(n + 900),
  text,
  by,
  needs: [by],
});

describe('C7: what is offered', () => {
  test('the same words again are one, by whatever id; other words of the line are another', () => {
    const once = offerLine(open(), offer(1, 'report'), undefined);
    expect(offerLine(once, { ...offer(1, 'report'), id: id(2) }, undefined)).toBe(once);
    const changed = { ...offer(1, 'report'), id: id(2), version: id(3), text: 'other words' };
    expect(offerLine(once, changed, undefined).offers).toHaveLength(2);
  });

  test('the same goal by both is a yes of both', () => {
    const goal = { author: 'report', owner: 'report', due: null, parts: [] } as const;
    const joint = { noun: 'goal', needs: ['manager', 'report'], goal } as const;
    const his = { ...offer(1, 'report'), ...joint, needs: [...joint.needs] };
    const once = offerLine(open(), { ...his, goal: { ...goal, parts: [] } }, undefined);
    const hers = { ...his, id: id(2), by: 'manager' as const, goal: { ...goal, parts: [] } };
    expect(offerLine(once, hers, undefined).offers).toMatchObject([
      { id: id(1), given: ['report', 'manager'] },
    ]);
    const other = { ...hers, goal: { ...goal, due: '2027-01-01', parts: [] } };
    expect(offerLine(once, other, undefined).offers).toHaveLength(2);
  });

  test('so many each, and so much: whoever is full hinders only themselves', () => {
    let all = open();
    for (let n = 0; n < OFFERS_EACH; n += 1) all = offerLine(all, offer(n, 'report'), undefined);
    expect(code(() => offerLine(all, offer(999, 'report'), undefined))).toBe('offer.full');
    expect(offerLine(all, offer(999, 'manager'), undefined).offers).toHaveLength(OFFERS_EACH + 1);
    const long = open([
      { ...offer(1, 'report', 'x'.repeat(OFFERED_EACH)), given: ['report'], carried: true },
    ]);
    expect(code(() => offerLine(long, offer(2, 'report'), undefined))).toBe('offer.full');
  });

  test('what does not fit where it goes stays behind, and can be taken back', () => {
    const line = { id: id(1), noun: 'topic', from: 'x', role: null } as const;
    const full = {
      ...NOTHING_BROUGHT,
      lines: [{ ...line, text: 'x'.repeat(BROUGHT_IN_ALL - 220) }],
    };
    const ready = [1, 2].map((n): Offer => {
      return { ...offer(n, 'report', '12345678'), given: ['report'], carried: false };
    });
    expect(fitting(full, ready).map((one) => one.id)).toEqual([id(1)]);
    expect(fitting(NOTHING_BROUGHT, ready)).toHaveLength(2);
  });
});

test('C7: what came along is taken off by whose words it has, and by either where nobody’s here', () => {
  const line = (role: Role | null, part?: Role): BroughtLine => ({
    id: id(1),
    noun: 'goal',
    text: 'x',
    from: 'somebody',
    role,
    goal: {
      owner: { from: 'somebody', role: null },
      due: null,
      parts: part ? [{ part: 'specific', text: 'y', from: 'them', role: part }] : [],
    },
  });
  const who = (one: BroughtLine) => BOTH.filter((role) => mayRemove(one, role as Role));
  expect(who(line(null))).toEqual(BOTH);
  expect(who(line('report'))).toEqual(['report']);
  expect(who(line(null, 'report'))).toEqual(['report']);
});

test('C7: one chooses from one’s own lines, each with who decides', () => {
  const line = (n: number, by: Role) => {
    return { id: id(n), by, text: `${n}`, version: id(n + 100), at: AT, editedAt: null };
  };
  const topic = (n: number, by: Role) => {
    return { ...line(n, by), discussedAt: null, carried: 0, question: null, level: null };
  };
  const lines = {
    topics: [topic(1, 'report'), topic(2, 'manager')],
    notes: [
      { ...line(3, 'report'), topic: id(2) },
      { ...line(4, 'manager'), topic: null },
    ],
    actions: [],
  };
  expect(ownLines(lines, 'report', false).map(({ line: one, needs }) => [one.id, needs])).toEqual([
    [id(1), ['report']],
    [id(3), BOTH],
  ]);
  expect(ownLines(lines, 'manager', true).every(({ needs }) => needs.length === 2)).toBe(true);
});
