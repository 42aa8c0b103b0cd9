import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { observe, type Choice, type Strategy, type Team } from './world';

/**
 * What a manager can find out about one report, with everything they may do, over a year: people who collude,
 * people who join, and concerns that are chosen by what came of the ones before.
 */
const MONTHS = 14;
const PEOPLE = 8;
const all = Array.from({ length: PEOPLE }, (_, report) => report);

const choice: fc.Arbitrary<Choice> = fc.record({
  // As it mostly is: otherwise hardly any concern would come to a "yes".
  accepts: fc.integer({ min: 0, max: 9 }).map((n) => n > 1),
  stays: fc.integer({ min: 0, max: 9 }).map((n) => n > 1),
});
const months = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: MONTHS, maxLength: MONTHS });
const choices = fc.array(months(choice), { minLength: PEOPLE, maxLength: PEOPLE });
const joined = fc.array(fc.constantFrom(0, 0, 0, 0, 3, 7), {
  minLength: PEOPLE,
  maxLength: PEOPLE,
});
const teamWith = (shills: number): fc.Arbitrary<Team> =>
  fc.record({
    joined,
    choices,
    shills: fc.subarray(all, { minLength: shills, maxLength: shills }),
  });
/** Any choice of people, made anew for everything that can have been seen. */
const strategy: fc.Arbitrary<Strategy> = fc.func(
  fc.option(fc.subarray(all, { minLength: 1, maxLength: 6 }), { nil: null, freq: 9 }),
);

const always: Choice = { accepts: true, stays: true };
const withChoices = (
  team: Team,
  of: (report: number, month: number, choice: Choice) => Choice,
): Team => ({
  ...team,
  choices: team.choices.map((own, report) => own.map((one, month) => of(report, month, one))),
});
const honest = (team: Team): number[] => all.filter((report) => !team.shills.includes(report));
/** The months in which it was "not enough". */
const failed = (seen: readonly string[]): number[] =>
  seen.filter((line) => line.endsWith('notEnough')).map((line) => Number(line.split(':')[0]));

describe('E4: what the manager learns of one report', () => {
  test('"not enough" never says that it was this one: with one who colludes, over any time', () => {
    let refusals = 0;
    fc.assert(
      fc.property(
        fc.oneof(teamWith(0), teamWith(1)),
        fc.nat(PEOPLE - 1),
        strategy,
        (team, n, plan) => {
          const report = honest(team)[n % honest(team).length] ?? 0;
          const seen = observe(team, plan, MONTHS);
          const no = failed(seen);
          refusals += no.length;
          // The same year, with this report in every time, and others out of what came to nothing.
          const willing = withChoices(team, (who, month, own) => {
            if (who === report) return always;
            if (team.shills.includes(who) || !no.includes(month)) return own;
            return { ...own, stays: false };
          });
          expect(observe(willing, plan, MONTHS)).toEqual(seen);
        },
      ),
      { numRuns: 80 },
    );
    expect(refusals).toBeGreaterThan(40);
  });

  test('with two it can: that is said in the documentation, and why', () => {
    const team: Team = {
      joined: all.map(() => 0),
      shills: [0, 1],
      choices: all.map((report) =>
        Array.from({ length: MONTHS }, () => ({ accepts: report !== 2, stays: true })),
      ),
    };
    const both: Strategy = (_, month) => (month === 2 ? [0, 1, 2] : month === 3 ? [3, 4, 5] : null);
    const willing = withChoices(team, () => always);
    expect(failed(observe(team, both, MONTHS))).toEqual([2]);
    expect(failed(observe(willing, both, MONTHS))).toEqual([]);
  });

  test('who is marked together cannot be told apart for half a year', () => {
    let told = 0;
    const groups = fc
      .shuffledSubarray(all, { minLength: PEOPLE, maxLength: PEOPLE })
      .map((order) => [order.slice(0, 4), order.slice(4)] as const);
    // Any of the groups, or both, or nobody: whoever is in one group is marked together.
    const picks = fc.func(fc.constantFrom<readonly (0 | 1)[]>([0], [1], [0, 1], []));
    fc.assert(
      fc.property(teamWith(1), groups, picks, fc.boolean(), (team, parts, pick, first) => {
        const same: Team = { ...team, joined: all.map(() => 0) };
        const group = parts[first ? 0 : 1].filter((report) => !team.shills.includes(report));
        const [one = 0, other = 0] = group;
        const plan: Strategy = (seen, month) => pick(seen, month).flatMap((part) => parts[part]);
        const seen = observe(same, plan, 8);
        told += seen.filter((line) => line.endsWith(' enough')).length;
        const swapped = withChoices(same, (who, month, own) => {
          const from = who === one ? other : who === other ? one : who;
          return same.choices[from]?.[month] ?? own;
        });
        expect(observe(swapped, plan, 8)).toEqual(seen);
      }),
      { numRuns: 80 },
    );
    expect(told).toBeGreaterThan(20);
  });

  test('where three others raised it and two more accept, nothing depends on this one', () => {
    fc.assert(
      fc.property(teamWith(0), fc.nat(PEOPLE - 1), months(choice), (team, report, instead) => {
        const others = all.filter((who) => who !== report);
        const settled: Team = { ...team, joined: all.map(() => 0) };
        const sure = withChoices(settled, (who, _, own) => (who === report ? own : always));
        const changed = withChoices(sure, (who, month, own) =>
          who === report ? (instead[month] ?? own) : own,
        );
        for (const marked of [others.slice(0, 4), [...others.slice(0, 3), report]]) {
          const plan: Strategy = () => marked;
          const seen = observe(sure, plan, MONTHS);
          expect(seen.some((line) => line.endsWith(' enough'))).toBe(true);
          expect(observe(changed, plan, MONTHS)).toEqual(seen);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('until the result nobody is shown anything that depends on what others chose', () => {
    fc.assert(
      fc.property(teamWith(3), choices, strategy, (team, instead, plan) => {
        const once: Strategy = (seen, month) => (month === 2 ? plan(seen, month) : null);
        const changed = withChoices(team, (who, month, own) =>
          team.shills.includes(who) ? own : (instead[who]?.[month] ?? own),
        );
        const before = (seen: readonly string[]) =>
          seen.map((line) => line.replace(/(enough|notEnough)$/, '…'));
        expect(before(observe(changed, once, 3))).toEqual(before(observe(team, once, 3)));
      }),
      { numRuns: 80 },
    );
  });

  test('nobody is part of two concerns within half a year, whoever asks and however', () => {
    fc.assert(
      fc.property(teamWith(1), strategy, (team, plan) => {
        const taken: { month: number; people: readonly number[] }[] = [];
        let last: { month: number; people: readonly number[] } | null = null;
        const note = (seen: readonly string[]): void => {
          const done = last && seen.some((line) => line.startsWith(`${last?.month}: 20`));
          if (last && done) taken.push(last);
        };
        const watched: Strategy = (seen, month) => {
          note(seen);
          const people = plan(seen, month);
          last = people && { month, people };
          return people;
        };
        note(observe(team, watched, MONTHS));
        for (const one of taken) {
          for (const other of taken) {
            if (one === other || Math.abs(one.month - other.month) >= 6) continue;
            expect(one.people.filter((who) => other.people.includes(who))).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
