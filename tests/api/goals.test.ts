import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { goalPlacing, HEAD, seriesPartition } from '@rapport/api/places';
import { startGoal, type Goal } from '@rapport/domain/goal';
import { GOALS_KEPT, OPEN_GOALS } from '@rapport/domain/goals';
import type { Series } from '@rapport/domain/series';
import { randomUUID } from 'node:crypto';
import { start, startTogether, view, type Started } from './support/story';
import { openWorld, type Reply, type World } from './support/world';

let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const send = (
  who: string,
  route: string,
  body: object = {},
  at: Record<string, string> = {},
): Promise<Reply> => world.send(who, route, { params: { ...series.params, ...at }, body });
async function suggest(who: string, text: string, owner = 'report'): Promise<string> {
  const id = randomUUID();
  await world.ok(who, 'addGoal', { params: series.params, body: { id, text, owner } });
  return id;
}
const list = async (who: string) =>
  (await world.ok(who, 'listGoals', { params: series.params })).json.goals;
const read = async (who: string, goalId: string) =>
  (await world.ok(who, 'getGoal', { params: { ...series.params, goalId } })).json;
const refused = ({ status, json }: Reply) => [status, json.code];

/** Goals beside those that people suggested, put where the api would. */
async function plant(count: number, change: (goal: Goal, n: number) => Goal): Promise<void> {
  const { documents } = world.composed.services;
  const where = seriesPartition(series.seriesId);
  const head = await documents.read<Series>(where, HEAD.id);
  if (!head) throw new Error('there is no series');
  const at = world.clock.now().toISOString();
  const changes = Array.from({ length: count }, (_, n) => {
    const doing = { by: 'manager', at, commandId: randomUUID() } as const;
    const input = { id: randomUUID(), owner: 'report', text: `planted ${n}` } as const;
    const value = change(startGoal(input, doing), n);
    return { change: 'create', placing: goalPlacing(value.id), value } as const;
  });
  for (let from = 0; from < changes.length; from += 90) {
    await documents.write({ ...where, tenant: head.tenant }, changes.slice(from, from + 90));
  }
}

describe('C2: goals', () => {
  test('are read by both as each writes them, with what is still missing', async () => {
    const goalId = await suggest('ravi', 'Lead the review');
    const part = { id: randomUUID(), part: 'measurable', text: 'three in a row' };
    expect((await send('maya', 'addGoalLine', part, { goalId })).status).toBe(201);
    await send('maya', 'changeGoal', { state: 'agreed', due: '2026-06-30' }, { goalId });
    for (const who of ['maya', 'ravi']) {
      expect(await list(who)).toMatchObject([
        {
          id: goalId,
          by: 'report',
          owner: 'report',
          state: 'agreed',
          due: '2026-06-30',
          sentence: 'Lead the review',
          missing: ['specific', 'achievable', 'relevant'],
        },
      ]);
      expect(await read(who, goalId)).toMatchObject({
        lines: [
          { by: 'report', part: 'sentence', text: 'Lead the review' },
          { by: 'manager', part: 'measurable', text: 'three in a row' },
        ],
        changes: [
          { by: 'report', state: 'suggested', owner: 'report' },
          { by: 'manager', state: 'agreed', due: '2026-06-30' },
        ],
      });
    }
  });

  test('tell both panels that there is something newer, and the head no more than how many', async () => {
    const before = (await view(world, 'maya', series)).json;
    expect(before.goals).toBeUndefined();
    world.nudges.length = 0;
    await suggest('ravi', 'planted-words');
    const after = await view(world, 'maya', series);
    expect([after.json.goals, after.json.version]).toEqual([1, before.version + 1]);
    expect(after.text).not.toContain('planted-words');
    expect(new Set(world.nudges.map(({ person }) => person)).size).toBe(2);
  });

  test('E2: the other one’s words are theirs; one says that one sees it differently', async () => {
    const goalId = await suggest('ravi', 'Lead the review');
    const { version } = (await read('ravi', goalId)).lines[0];
    const at = { goalId, lineId: goalId };
    for (const [route, body] of [
      ['editGoalLine', { text: 'Do as I say', version }],
      ['removeGoalLine', { version }],
      ['restoreGoalLine', { text: 'Do as I say', part: 'sentence' }],
    ] as const) {
      expect(refused(await send('maya', route, body, at))).toEqual([403, 'line.notYours']);
    }
    const differs = { version, text: 'In summer', stands: true };
    expect((await send('maya', 'disputeGoalLine', differs, at)).status).toBe(200);
    expect((await read('ravi', goalId)).lines[0]).toMatchObject({
      text: 'Lead the review',
      dispute: { text: 'In summer' },
    });
  });

  test('E1: whoever suggested it does not agree to it as well', async () => {
    const goalId = await suggest('maya', 'Lead the review');
    const own = await send('maya', 'changeGoal', { state: 'agreed' }, { goalId });
    expect(refused(own)).toEqual([409, 'goal.otherAgrees']);
    expect((await send('ravi', 'changeGoal', { state: 'agreed' }, { goalId })).status).toBe(200);
  });

  test('both write at once, and both are read', async () => {
    const goalId = await suggest('ravi', 'Lead the review');
    const words = ['maya', 'ravi'].flatMap((who) =>
      Array.from({ length: 3 }, (_, n) => [who, `${who} ${n}`] as const),
    );
    const replies = await Promise.all(
      words.map(([who, text]) =>
        send(who, 'addGoalLine', { id: randomUUID(), part: 'specific', text }, { goalId }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(words.map(() => 201));
    const { lines } = await read('maya', goalId);
    expect(lines.map((line: { text: string }) => line.text).toSorted()).toEqual(
      ['Lead the review', ...words.map(([, text]) => text)].toSorted(),
    );
  });

  test('take no day that is not on the calendar', async () => {
    const goalId = await suggest('ravi', 'Lead the review');
    const reply = await send('ravi', 'changeGoal', { due: '2026-02-30' }, { goalId });
    expect([reply.status, reply.json.field]).toEqual([400, 'due']);
  });

  test('of another series, or of nobody, are not there', async () => {
    const goalId = await suggest('ravi', 'Lead the review');
    const other = await start(world, {}, 'lena');
    const there = await world.send('lena', 'getGoal', { params: { ...other.params, goalId } });
    expect(refused(there)).toEqual([404, 'goal.unknown']);
    const none = await send('ravi', 'changeGoal', { due: null }, { goalId: randomUUID() });
    expect(refused(none)).toEqual([404, 'goal.unknown']);
    const stolen = await send('maya', 'addGoal', { id: goalId, text: 'mine', owner: 'manager' });
    expect(refused(stolen)).toEqual([409, 'line.idTaken']);
  });

  test('C6: wait until both agreed', async () => {
    series = await start(world, {}, 'lena');
    const body = { id: randomUUID(), text: 'planted', owner: 'report' };
    expect(refused(await send('lena', 'addGoal', body))).toEqual([409, 'terms.notAgreed']);
    await world.ok('ravi', 'acceptInvitation', {
      params: series.params,
      body: { terms: 1, agree: false },
    });
    expect(refused(await send('ravi', 'addGoal', body))).toEqual([409, 'terms.notAgreed']);
    await world.ok('ravi', 'agreeToTerms', { params: series.params, body: { terms: 1 } });
    expect((await send('ravi', 'addGoal', body)).status).toBe(201);
  });

  test('are refused beyond what two people are at, also of two at once', async () => {
    await plant(OPEN_GOALS - 1, (goal) => goal);
    const replies = await Promise.all(
      ['maya', 'ravi'].map((who) =>
        send(who, 'addGoal', { id: randomUUID(), text: 'one more', owner: 'report' }),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const [first] = await list('maya');
    await send('maya', 'changeGoal', { state: 'reached' }, { goalId: first.id });
    await suggest('maya', 'the next');
    const again = await send('maya', 'changeGoal', { state: 'onTheWay' }, { goalId: first.id });
    expect(refused(again)).toEqual([409, 'goals.full']);
  });

  test('D1: what was taken back does not fill the place of others for ever', async () => {
    await plant(GOALS_KEPT, (goal) => ({ ...goal, lines: [] }));
    await suggest('ravi', 'Lead the review');
    expect(await list('maya')).toHaveLength(1);
    const kept = (await world.kept.rows(world.data)).filter(({ kind }) => kind === 'goal');
    expect(kept.length).toBeLessThan(GOALS_KEPT);
  });

  test('D11: are in the copy of both, with who said what; and end when one leaves', async () => {
    const goalId = await suggest('ravi', 'Lead the review');
    const line = { id: randomUUID(), part: 'progress', text: 'The first one went well' };
    await send('ravi', 'addGoalLine', line, { goalId });
    for (const who of ['maya', 'ravi']) {
      const { json } = await send(who, 'exportSeries', { includePrivate: false });
      expect(json.goals).toMatchObject([
        {
          suggestedBy: 'report',
          state: 'suggested',
          lines: [
            { part: 'sentence', text: 'Lead the review' },
            { part: 'progress', text: 'The first one went well' },
          ],
        },
      ]);
      expect(JSON.stringify(json)).not.toContain(goalId);
    }
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    expect(await list('maya')).toHaveLength(1);
    const late = { id: randomUUID(), part: 'progress', text: 'later' };
    expect(refused(await send('maya', 'addGoalLine', late, { goalId }))).toEqual([
      409,
      'series.ended',
    ]);
  });
});
