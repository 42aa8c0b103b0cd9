import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const on = (id: string) => ({ ...series.params, lineId: id });
const meets = async (number: number): Promise<void> => {
  const { params } = series;
  await world.ok('maya', 'startMeeting', { params, body: { number, endsAt: null } });
  await world.ok('maya', 'finishMeeting', { params, body: { number, nextAt: null } });
};

/** Somebody's criticism reaches the other one, who answers and closes it. */
async function loop(from: string, to: string, body: object): Promise<void> {
  const id = randomUUID();
  const at = world.clock.now().toISOString();
  await world.ok(from, 'addPrivateFeedback', {
    params: series.params,
    body: { id, text: 'The total in row three is wrong.', kind: 'criticism', ...body },
  });
  await world.ok(from, 'giveFeedback', {
    params: on(id),
    body: { delivery: { how: 'send', at } },
  });
  await world.ok(to, 'openFeedback', { params: on(id), body: {} });
  const disagrees = { kind: 'seeDifferently', words: 'It is right.' };
  await world.ok(to, 'answerFeedback', { params: on(id), body: disagrees });
  await world.ok(to, 'closeFeedback', { params: on(id), body: {} });
}

const isNew = async (): Promise<unknown> => (await view(world, 'maya', series)).json.newToThis;

test('B3: three meetings in which a piece of work was talked through, and the ladder is silent', async () => {
  expect(await isNew()).toBe(true);
  for (const number of [1, 2, 3]) {
    await loop('maya', 'ravi', { about: 'behaviour' });
    await loop('ravi', 'maya', { about: 'task' });
    await loop('maya', 'ravi', { kind: 'praise' });
    expect(await isNew()).toBe(true);
    await loop('maya', 'ravi', { about: 'task' });
    await loop('maya', 'ravi', { about: 'task' });
    expect(await isNew()).toBe(number < 3 ? true : undefined);
    expect((await view(world, 'ravi', series)).text).not.toMatch(/newToThis|trust/);
    expect((await view(world, 'maya', series)).text).not.toContain('trust');
    await meets(number);
  }
});

test('B3: what it is about goes along with the words, never before them, and never with praise', async () => {
  const id = randomUUID();
  const at = world.clock.now().toISOString();
  const body = { id, text: 'planted', kind: 'criticism', about: 'task' };
  await world.ok('maya', 'addPrivateFeedback', { params: series.params, body });
  await world.ok('maya', 'giveFeedback', {
    params: on(id),
    body: { delivery: { how: 'send', at } },
  });
  const his = async () =>
    (await world.ok('ravi', 'listFeedback', { params: series.params })).json.feedback[0];
  expect(await his()).toMatchObject({ about: null, text: null });
  await world.ok('ravi', 'openFeedback', { params: on(id), body: {} });
  expect(await his()).toMatchObject({ about: 'task', text: 'planted' });
  const praise = { id: randomUUID(), text: 'Well done', kind: 'praise', about: 'task' };
  await world.ok('maya', 'addPrivateFeedback', { params: series.params, body: praise });
  expect((await view(world, 'maya', series)).json.onlyMe.feedback).toMatchObject([
    { kind: 'praise', about: null },
  ]);
});
