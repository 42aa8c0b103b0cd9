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
async function reaches(from: string): Promise<string> {
  const id = randomUUID();
  const at = world.clock.now().toISOString();
  const body = { id, text: 'You let the others speak.', kind: 'praise' };
  await world.ok(from, 'addPrivateFeedback', { params: series.params, body });
  await world.ok(from, 'giveFeedback', { params: on(id), body: { delivery: { how: 'send', at } } });
  return id;
}
const opens = (who: string, id: string) =>
  world.ok(who, 'openFeedback', { params: on(id), body: {} });
/** The feedback that somebody is given the full advice with. */
const firstOf = async (who: string): Promise<string[]> => {
  const { json } = await world.ok(who, 'listFeedback', { params: series.params });
  const all: { id: string; firstEver?: true }[] = json.feedback;
  return all.filter(({ firstEver }) => firstEver).map(({ id }) => id);
};

test('B5: the full advice comes with the first that a person ever opens, on every device', async () => {
  const [first, second] = [await reaches('maya'), await reaches('maya')];
  expect(await firstOf('ravi')).toEqual([]);
  await opens('ravi', first);
  await opens('ravi', second);
  await opens('ravi', first);
  expect(await firstOf('ravi')).toEqual([first]);
  expect(await firstOf('maya')).toEqual([]);
  await world.ok('ravi', 'answerFeedback', {
    params: on(first),
    body: { kind: 'thanks', words: null },
  });
  await opens('ravi', await reaches('maya'));
  expect((await firstOf('ravi')).filter((id) => id !== first)).toEqual([]);
});

test('B5: what a person keeps for the next series stays beside it, either way', async () => {
  await world.ok('maya', 'saveIntroduction', { body: { introduction: 'Hello' } });
  const id = await reaches('ravi');
  await opens('maya', id);
  expect((await world.ok('maya', 'getHome')).json.introduction).toBe('Hello');
  await world.ok('maya', 'saveIntroduction', { body: { introduction: 'Good morning' } });
  expect(await firstOf('maya')).toEqual([id]);
});

test('B5: to read it together is the receiver’s own intention, which its author is never told', async () => {
  const id = await reaches('maya');
  const before = (await view(world, 'maya', series)).text;
  const body = { together: true };
  await world.ok('ravi', 'deferFeedback', { params: on(id), body });
  expect((await view(world, 'ravi', series)).json.onlyMe.together).toEqual([id]);
  expect((await view(world, 'maya', series)).text).toBe(before);
  await world.ok('ravi', 'deferFeedback', { params: on(id), body: { together: false } });
  expect((await view(world, 'ravi', series)).json.onlyMe.together).toEqual([]);
  await world.ok('ravi', 'deferFeedback', { params: on(randomUUID()), body });
  expect((await view(world, 'ravi', series)).json.onlyMe.together).toEqual([]);
});
