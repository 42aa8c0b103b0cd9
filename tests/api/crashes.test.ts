import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '@rapport/api/routes/table';
import { COMMANDS } from './crashes/commands/all';
import { openStage, RECOVERIES, type Outcome, type Recovery, type Stage } from './crashes/crash';
import { openSignInServer, type SignInServer } from './support/signInServer';

let signIn: SignInServer;
beforeAll(async () => {
  signIn = await openSignInServer();
});
afterAll(() => signIn.close());

test('every command of the api has its line', () => {
  const commands = routes.filter(({ kind }) => kind === 'write').map(({ name }) => name);
  expect([...new Set(COMMANDS.map(({ route }) => route))].toSorted()).toEqual(commands.toSorted());
});

/**
 * Every crash with every recovery in the long run; otherwise, of a command with many writes, the second, the last and
 * one of those between, each with one recovery: both in turn from command to command. Before its first write nothing
 * of a command has happened yet, whichever it is: there every fourth one stands for the others.
 */
function crashesOf(writes: number, turn: number): readonly (readonly [number, Recovery])[] {
  const all = Array.from({ length: writes + 1 }, (_, at) => at);
  if (process.env['RAPPORT_LONG']) {
    return all.flatMap((at) => RECOVERIES.map((recovery) => [at, recovery] as const));
  }
  const some = new Set([1, 2 + (turn % Math.max(1, writes - 2)), writes]);
  if (turn % 4 === 0) some.add(0);
  const [first] = RECOVERIES;
  return all
    .filter((at) => some.has(at))
    .map((at) => [at, RECOVERIES[(at + turn) % RECOVERIES.length] ?? first] as const);
}

const named = COMMANDS.map((command, turn) => ({
  title: `${command.route}${command.as ? `, ${command.as}` : ''}`,
  command,
  turn,
}));

describe.each(named)('D10: the process ends during $title', ({ command, turn }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(command, signIn);
  });
  afterAll(() => stage.close());

  test('which goes well otherwise, and is stored in one batch before its effects', () => {
    expect(stage.answer.status).toBeLessThan(300);
    expect(stage.undescribed).toBeNull();
    expect(stage.writes).toBeGreaterThan(0);
    expect(keysIn(stage.after)).toBe(keysIn(stage.before) + 1);
  });

  test('before any of its writes, or before its answer: then it happened once, or never', async () => {
    for (const [at, recovery] of crashesOf(stage.writes, turn)) {
      const { outcome, repeats } = await stage.crash(at, recovery);
      const place = { at, of: stage.writes, recovery };
      const answers = repeats.map(({ status, json }) => ({ status, json }));
      expect({ ...place, answers, ...expectable(outcome) }).toEqual({
        ...place,
        answers: repeats.map(() => ({ status: stage.answer.status, json: stage.answer.json })),
        ...expectable(expectedAfter(outcome)),
      });
    }
  });

  /** Without a repeat, a command that was not stored never happened. */
  function expectedAfter(outcome: Outcome): Outcome {
    return keysIn(outcome) === keysIn(stage.before) ? stage.before : stage.swept;
  }
});

/** How many commands are recorded as done; the record is in one batch with the change itself. */
const keysIn = ({ stored }: Outcome): number =>
  stored.filter(({ kind }) => kind === 'applied').length;

/** Which series somebody leads is claimed before there is one; a claim without its series is void. */
function expectable({ seen, stored }: Outcome): Outcome {
  const heads = stored.filter(({ kind }) => kind === 'series').map(({ partition }) => partition);
  const isVoid = ({ kind, value }: Outcome['stored'][number]) =>
    kind === 'lead' && !heads.includes((value as { series: string }).series);
  return { seen, stored: stored.filter((standing) => !isVoid(standing)) };
}
