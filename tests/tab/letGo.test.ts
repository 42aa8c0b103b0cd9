import { describe, expect, test } from '@jest/globals';
import { startGoal, goalFor, changeGoalLines } from '@rapport/domain/goal';
import { randomUUID } from 'node:crypto';
import { ApiRefused, ApiUnreachable, type RapportClient } from '../../tab/src/client/state';
import { goalBody, letGo, type Choice } from '../../tab/src/succession/choosing';

const refused = (code: string) => new ApiRefused(409, { code, field: null, reference: null });
const choice = (words: string, read = true): Choice => ({
  id: words,
  words,
  body: () => (read ? { noun: 'topic', line: words, version: randomUUID(), meeting: 3 } : null),
});
const PLACE = { series: randomUUID(), succession: randomUUID() };

/** Lets lines go, where the api answers some of them in a way of their own. */
async function play(choices: readonly Choice[], answers: Readonly<Record<string, Error>> = {}) {
  const asked: [string, string][] = [];
  const settled: [string, string | null][] = [];
  const client = {
    async keep(_: string, path: string, body: object) {
      const { line } = body as { line: string };
      asked.push([path, line]);
      await Promise.resolve();
      const answer = answers[line];
      if (answer) throw answer;
      return 1;
    },
  } as unknown as RapportClient;
  const ended = await letGo(client, PLACE, choices, ({ words }, refusal) => {
    settled.push([words, refusal?.code ?? null]);
  }).then(
    () => null,
    (error: unknown) => error,
  );
  return { asked, settled, ended };
}

describe('C7: letting the ticked lines go', () => {
  test('one after the other, in the order of the ticks; what was not read yet is left alone', async () => {
    const { asked, settled } = await play([choice('a'), choice('b', false), choice('c')]);
    const path = `/api/series/${PLACE.series}/successions/${PLACE.succession}/offers`;
    expect(asked).toEqual([
      [path, 'a'],
      [path, 'c'],
    ]);
    expect(settled).toEqual([
      ['a', null],
      ['c', null],
    ]);
  });

  test('a line that is refused stops none of the others, and is named', async () => {
    const codes = ['line.changedSince', 'topic.unknown', 'goal.unknown', 'meeting.notFound'];
    for (const code of codes) {
      const { settled, ended } = await play([choice('a'), choice('b')], { a: refused(code) });
      expect([settled, ended]).toEqual([
        [
          ['a', code],
          ['b', null],
        ],
        null,
      ]);
    }
  });

  test('what is about all of them ends it: none of the rest is asked for', async () => {
    for (const error of [refused('offer.full'), new ApiUnreachable(), new TypeError('a bug')]) {
      const { asked, settled, ended } = await play([choice('a'), choice('b')], { a: error });
      expect([asked.length, settled, ended]).toEqual([1, [], error]);
    }
  });

  test('of a goal, the words on the screen: never how it goes', () => {
    const doing = (n: number) => {
      return { by: 'report' as const, at: new Date(n).toISOString(), commandId: `version ${n}` };
    };
    const add = (part: 'progress' | 'specific', n: number) =>
      ({ type: 'add', id: randomUUID(), part, text: part, n }) as const;
    const began = startGoal({ id: 'goal', owner: 'report', text: 'sentence' }, doing(1));
    const said = [add('progress', 2), add('specific', 3)].reduce(
      (goal, command) => changeGoalLines(goal, command, doing(command.n)),
      began,
    );
    const reading = { status: 'ready', value: goalFor({ ...said, due: '2027-01-01' }) };
    const client = (value: object) =>
      ({ follow: () => ({ getSnapshot: () => value }) }) as unknown as RapportClient;
    expect(goalBody(client(reading), 'series', 'goal')).toEqual({
      noun: 'goal',
      line: 'goal',
      version: 'version 1',
      meeting: null,
      goal: { versions: ['version 3'], due: '2027-01-01' },
    });
    expect(goalBody(client({ status: 'loading' }), 'series', 'goal')).toBeNull();
  });
});
