import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addTopic, startBody, startTogether, view, type Started } from './support/story';
import { openWorld, type Reply, type Sending, type World } from './support/world';

/**
 * The answer got lost or was too slow, so that the client asks again with the same key, whatever came of the
 * first try: nobody is ever refused what they themselves have just done.
 */
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Sends twice. The second try has read what it is about, and written nothing, when the first one is stored. */
async function sendOvertaken(
  who: string,
  route: string,
  sending: Sending,
): Promise<readonly [Reply, Reply]> {
  const keyed = { ...sending, key: randomUUID() };
  const { documents } = world.composed.services;
  const { read } = documents;
  let first: Promise<Reply> | undefined;
  const overtaken: typeof read = async (...args) => {
    const found = await read<never>(...args);
    first = world.send(who, route, keyed);
    await first;
    return found;
  };
  // The first try, inside of the second, reads as ever.
  Object.assign(documents, {
    read: (...args: Parameters<typeof read>) => (first ? read(...args) : overtaken(...args)),
  });
  const second = await world.send(who, route, keyed);
  Object.assign(documents, { read });
  if (!first) throw new Error('nothing was read');
  return [await first, second];
}

const answersOf = (replies: readonly Reply[]) =>
  replies.map(({ status, json }) => ({ status, json: status < 300 ? json : json.code }));

async function taken(series: Started): Promise<{ id: string }> {
  const id = randomUUID();
  const body = { id, text: 'words', kind: 'praise' };
  await world.ok('maya', 'addPrivateFeedback', { params: series.params, body });
  const delivery = { how: 'send', at: world.clock.now().toISOString() };
  await world.ok('maya', 'giveFeedback', {
    params: { ...series.params, lineId: id },
    body: { delivery },
  });
  return { id };
}

describe('D10: a second try that is overtaken by the first', () => {
  test('with If-Match: is no newer version than its own', async () => {
    const series = await startTogether(world);
    const { headers } = await view(world, 'maya', series);
    const body = { id: randomUUID(), text: 'once' };
    const ifMatch = { 'if-match': headers['etag'] ?? '' };
    const sending = { params: series.params, body, headers: ifMatch };
    const [first, second] = answersOf(await sendOvertaken('maya', 'addTopic', sending));
    expect(first?.status).toBe(201);
    expect(second).toEqual(first);
    expect((await view(world, 'ravi', series)).json.topics).toHaveLength(1);
  });

  test('B2: taking feedback back is not told that there is none', async () => {
    const series = await startTogether(world);
    const { id } = await taken(series);
    const params = { ...series.params, lineId: id };
    const [first, second] = answersOf(await sendOvertaken('maya', 'takeFeedbackBack', { params }));
    expect(first?.status).toBe(200);
    expect(second).toEqual(first);
  });

  test('B5: an answer to feedback is not told that it has one', async () => {
    const series = await startTogether(world);
    const { id } = await taken(series);
    const params = { ...series.params, lineId: id };
    await world.ok('ravi', 'openFeedback', { params });
    const body = { kind: 'willTry', words: 'Ask earlier' };
    const replies = await sendOvertaken('ravi', 'answerFeedback', { params, body });
    const [first, second] = answersOf(replies);
    expect(first?.status).toBe(200);
    expect(second).toEqual(first);
    expect((await view(world, 'ravi', series)).json.actions).toHaveLength(1);
  });

  test('C1: setting up a series is not told that its id is taken', async () => {
    const body = startBody(world);
    const [first, second] = answersOf(await sendOvertaken('maya', 'startSeries', { body }));
    expect(first?.status).toBe(201);
    expect(second).toEqual(first);
    expect((await world.ok('ravi', 'getHome')).json.seats).toHaveLength(1);
  });

  test('a refusal that has nothing to do with it stays one', async () => {
    const series = await startTogether(world);
    const { id } = await addTopic(world, 'maya', series, 'hers');
    const reply = await world.send('ravi', 'removeTopic', {
      params: { ...series.params, lineId: id },
      body: { version: randomUUID() },
    });
    expect([reply.status, reply.json.code]).toEqual([403, 'line.notYours']);
  });
});

describe('D10: a repeat that comes late', () => {
  test('C1: of a series that ended, where there is another one with the same person by now', async () => {
    const sending = { body: startBody(world), key: randomUUID() };
    await world.ok('maya', 'startSeries', sending);
    const params = { seriesId: String(sending.body['id']) };
    await world.ok('maya', 'leaveSeries', { params });
    await world.ok('maya', 'startSeries', { body: startBody(world) });
    const again = await world.send('maya', 'startSeries', sending);
    // Nobody had joined it, so that it went at once with all that was remembered of it.
    expect([again.status, again.json.code]).toEqual([409, 'series.exists']);
    expect((await world.ok('ravi', 'getHome')).json.seats).toHaveLength(1);
  });
});
