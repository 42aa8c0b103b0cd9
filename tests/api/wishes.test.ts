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
async function asks(who: string, text: string): Promise<{ id: string; version: string }> {
  const [id, version] = [randomUUID(), randomUUID()];
  await world.ok(who, 'addWish', { params: series.params, body: { id, text }, key: version });
  return { id, version };
}
async function gives(who: string, askedFor: string): Promise<void> {
  const id = randomUUID();
  const at = world.clock.now().toISOString();
  const body = { id, text: 'You let the others speak.', kind: 'praise', askedFor };
  await world.ok(who, 'addPrivateFeedback', { params: series.params, body });
  await world.ok(who, 'giveFeedback', { params: on(id), body: { delivery: { how: 'send', at } } });
}
const wishes = async (who: string) => (await view(world, who, series)).json.wishes;
const arrived = async (who: string) =>
  (await world.ok(who, 'listFeedback', { params: series.params })).json.feedback;

test('A7: a wish is read by both, and gone once feedback answers it, which says what it was', async () => {
  const { id } = await asks('ravi', 'how I ran the retro');
  expect(await wishes('maya')).toMatchObject([{ id, by: 'report', text: 'how I ran the retro' }]);
  await gives('maya', id);
  expect([await wishes('maya'), await wishes('ravi')]).toEqual([[], []]);
  expect(await arrived('ravi')).toMatchObject([{ askedFor: 'how I ran the retro' }]);
});

test('A7: what was withdrawn, or asked by oneself, makes the feedback like any other', async () => {
  const { id, version } = await asks('ravi', 'planted');
  await world.ok('ravi', 'removeWish', { params: on(id), body: { version } });
  await gives('maya', id);
  const own = await asks('maya', 'planted');
  await gives('maya', own.id);
  expect((await arrived('ravi')).map((one: { askedFor: null }) => one.askedFor)).toEqual([
    null,
    null,
  ]);
  expect(await wishes('ravi')).toMatchObject([{ id: own.id }]);
});

test('E2: the other one’s wish is not theirs to withdraw', async () => {
  const { id, version } = await asks('ravi', 'my talk');
  const reply = await world.send('maya', 'removeWish', { params: on(id), body: { version } });
  expect(reply.status).toBe(403);
  expect(await wishes('ravi')).toHaveLength(1);
});
