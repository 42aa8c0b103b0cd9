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

interface Evaluated {
  readonly month: number;
  readonly people: readonly number[];
}
/** The concerns that came into a batch, whoever was marked in them. */
function evaluatedIn(team: Team, plan: Strategy, until: number): Evaluated[] {
  const tried: Evaluated[] = [];
  const seen = observe(
    team,
    (before, month) => {
      const people = plan(before, month);
      if (people) tried.push({ month, people });
      return people;
    },
    until,
  );
  return tried.filter(({ month }) => seen.some((line) => line.startsWith(`${month}: 20`)));
}

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

  test('who is first marked together cannot be told apart for half a year', () => {
    let compared = 0;
    fc.assert(
      fc.property(teamWith(1), strategy, (team, plan) => {
        const same: Team = { ...team, joined: all.map(() => 0) };
        // Half a year: the first batch of the story, and the five after it.
        const evaluated = evaluatedIn(same, plan, 8);
        const seen = observe(same, plan, 8);
        for (const { people } of evaluated.slice(0, 1)) {
          const [one, other] = people.filter((who) => !team.shills.includes(who));
          if (one === undefined || other === undefined) continue;
          compared += 1;
          const swapped = withChoices(same, (who, month, own) => {
            const from = who === one ? other : who === other ? one : who;
            return same.choices[from]?.[month] ?? own;
          });
          expect(observe(swapped, plan, 8)).toEqual(seen);
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(40);
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
        const taken = evaluatedIn(team, plan, MONTHS);
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
