import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { personIdOf } from '@rapport/domain/person';
import { TOPICS_PER_LIST } from '@rapport/domain/topic';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startBody, startTogether, view } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const texts = (topics: { text: string }[]): string[] => topics.map(({ text }) => text);

describe('D10: a repeated write', () => {
  test('changes nothing and is answered as the first was', async () => {
    const series = await startTogether(world);
    const key = randomUUID();
    const body = { id: randomUUID(), text: 'once' };
    const first = await world.ok('ravi', 'addTopic', { params: series.params, body, key });
    await addTopic(world, 'maya', series, 'something else meanwhile');
    const again = await world.ok('ravi', 'addTopic', { params: series.params, body, key });
    expect(again.json).toEqual(first.json);
    expect(again.status).toBe(first.status);
    const { json } = await view(world, 'maya', series);
    expect(texts(json.topics)).toEqual(['once', 'something else meanwhile']);
  });

  test('is recognised after the topic was removed: it does not come back', async () => {
    const series = await startTogether(world);
    const [key, id] = [randomUUID(), randomUUID()];
    const sending = { params: series.params, body: { id, text: 'gone' }, key };
    await world.ok('ravi', 'addTopic', sending);
    await world.ok('ravi', 'removeTopic', {
      params: { ...series.params, lineId: id },
      body: { version: key },
    });
    await world.ok('ravi', 'addTopic', sending);
    expect((await view(world, 'ravi', series)).json.topics).toEqual([]);
  });

  test('with the same key but other words is refused, for the same person', async () => {
    const series = await startTogether(world);
    const key = randomUUID();
    const add = (person: string, text: string) =>
      world.send(person, 'addTopic', {
        params: series.params,
        body: { id: randomUUID(), text },
        key,
      });
    await add('ravi', 'first');
    const reused = await add('ravi', 'second');
    expect([reused.status, reused.json.code, reused.json.field]).toEqual([
      422,
      'idempotencyKey.reused',
      'Idempotency-Key',
    ]);
    expect((await add('maya', 'another person, another key')).status).toBe(201);
  });

  test('needs a key, and one that is a UUID', async () => {
    const series = await startTogether(world);
    const add = (value: string | null) =>
      world.send('ravi', 'addTopic', {
        params: series.params,
        body: { id: randomUUID(), text: 'x' },
        headers: { 'idempotency-key': value },
      });
    expect((await add(null)).json.code).toBe('idempotencyKey.missing');
    expect((await add('again')).json.code).toBe('idempotencyKey.malformed');
    expect((await view(world, 'ravi', series)).json.topics).toEqual([]);
  });
});

describe('D1: both at once', () => {
  test('every topic of both survives', async () => {
    const series = await startTogether(world);
    const all = Array.from({ length: 10 }, (_, n) => n);
    await Promise.all(
      all.flatMap((n) => [
        addTopic(world, 'maya', series, `maya ${n}`),
        addTopic(world, 'ravi', series, `ravi ${n}`),
      ]),
    );
    const given = await Promise.all(['maya', 'ravi'].map((who) => view(world, who, series)));
    const expected = all.flatMap((n) => [`maya ${n}`, `ravi ${n}`]).toSorted();
    for (const { json } of given) expect(texts(json.topics).toSorted()).toEqual(expected);
    expect(given[0]?.json.topics).toEqual(given[1]?.json.topics);
  });

  test('a full agenda says so, and still takes what was there', async () => {
    const series = await startTogether(world);
    for (let n = 0; n < TOPICS_PER_LIST; n += 1) await addTopic(world, 'ravi', series, `${n}`);
    const more = await world.send('ravi', 'addTopic', {
      params: series.params,
      body: { id: randomUUID(), text: 'one more' },
    });
    expect([more.status, more.json.code]).toEqual([409, 'agenda.full']);
    expect((await view(world, 'maya', series)).json.topics).toHaveLength(TOPICS_PER_LIST);
  });
});

describe('reading', () => {
  test('answers 304 while nothing changed, and anew when something did', async () => {
    const series = await startTogether(world);
    const first = await view(world, 'maya', series);
    const etag = first.headers['etag'] ?? '';
    const conditional = { params: series.params, headers: { 'if-none-match': etag } };
    const unchanged = await world.send('maya', 'getSeries', conditional);
    expect([unchanged.status, unchanged.text, unchanged.headers['etag']]).toEqual([304, '', etag]);
    await addTopic(world, 'ravi', series, 'news');
    expect((await world.send('maya', 'getSeries', conditional)).status).toBe(200);
    const other = await world.send('ravi', 'getSeries', conditional);
    expect(other.status).toBe(200);
  });

  test('a write that names a stale etag is refused, and writes nothing', async () => {
    const series = await startTogether(world);
    const { headers } = await view(world, 'maya', series);
    const { id } = await addTopic(world, 'ravi', series, 'news');
    const params = { ...series.params, lineId: id };
    await world.ok('ravi', 'keepTopic', { params, body: { kept: true } });
    const stale = await world.send('maya', 'addTopic', {
      params: series.params,
      body: { id: randomUUID(), text: 'on old ground' },
      headers: { 'if-match': headers['etag'] ?? '' },
    });
    expect([stale.status, stale.json.code, stale.json.field]).toEqual([
      412,
      'version.stale',
      'If-Match',
    ]);
    const now = await view(world, 'maya', series);
    expect(texts(now.json.topics)).toEqual(['news']);
    const current = await world.send('maya', 'addTopic', {
      params: series.params,
      body: { id: randomUUID(), text: 'on new ground' },
      headers: { 'if-match': now.headers['etag'] ?? '' },
    });
    expect(current.status).toBe(201);
  });
});

describe('C1: the way into a series', () => {
  test('preparing works before the report joined; they then find it', async () => {
    const series = await start(world);
    await addTopic(world, 'maya', series, 'what you expect of me');
    const before = await world.send('ravi', 'getSeries', { params: series.params });
    expect(before.status).toBe(404);
    const { json } = await world.ok('ravi', 'getInvitation', { params: series.params });
    expect(JSON.stringify(json)).not.toContain('what you expect');
    await world.ok('ravi', 'acceptInvitation', {
      params: series.params,
      body: { terms: 1, agree: true },
    });
    const after = await view(world, 'ravi', series);
    expect(texts(after.json.topics)).toEqual(['what you expect of me']);
  });

  test('homes say who leads and who is led, and what waits', async () => {
    const series = await start(world);
    const seat = async (who: string) => (await world.ok(who, 'getHome')).json.seats;
    expect(await seat('maya')).toMatchObject([
      { role: 'manager', state: 'waiting', other: 'Ravi' },
    ]);
    const maya = world.issuer.person('maya').name;
    expect(await seat('ravi')).toMatchObject([{ role: 'report', state: 'invited', other: maya }]);
    await world.ok('ravi', 'acceptInvitation', {
      params: series.params,
      body: { terms: 1, agree: true },
    });
    const ravi = world.issuer.person('ravi').name;
    expect(await seat('maya')).toMatchObject([{ role: 'manager', state: 'joined', other: ravi }]);
    expect(await seat('ravi')).toMatchObject([{ role: 'report', state: 'joined', other: maya }]);
    expect(await seat('tom')).toEqual([]);
  });

  test('a second series with the same person is refused, naming the field', async () => {
    await start(world);
    const again = await world.send('maya', 'startSeries', { body: startBody(world) });
    expect([again.status, again.json.code, again.json.field]).toEqual([
      409,
      'series.exists',
      'report',
    ]);
  });

  test("somebody else's series id cannot be taken over", async () => {
    const { seriesId } = await start(world);
    const body = { ...startBody(world), id: seriesId };
    const taken = await world.send('tom', 'startSeries', { body });
    expect([taken.status, taken.json.code]).toEqual([409, 'series.idTaken']);
  });

  test('the introduction is kept for the next series', async () => {
    await world.ok('maya', 'saveIntroduction', { body: { introduction: 'Hello there' } });
    expect((await world.ok('maya', 'getHome')).json.introduction).toBe('Hello there');
    expect((await world.ok('ravi', 'getHome')).json.introduction).toBe('');
  });
});

describe('D9: finding the series of a chat', () => {
  const MEETING = { chatId: '19:meeting_cmF2aQ@thread.v2' };
  const find = async (who: string, chatId: string) =>
    (await world.ok(who, 'findChat', { body: { chatId } })).json;

  test('a 1:1 chat leads both to their series, in either spelling', async () => {
    const { seriesId } = await start(world);
    const [a, b] = [world.issuer.person('maya').oid, world.issuer.person('ravi').oid];
    expect(await find('maya', `19:${a}_${b}@unq.gbl.spaces`)).toEqual({
      state: 'series',
      series: seriesId,
    });
    expect(await find('ravi', `19:${b}_${a}@unq.gbl.spaces`)).toEqual({
      state: 'invitation',
      series: seriesId,
    });
  });

  test('a 1:1 chat of others proves nothing', async () => {
    await start(world);
    const [a, b] = [world.issuer.person('maya').oid, world.issuer.person('ravi').oid];
    const reply = await world.send('tom', 'findChat', {
      body: { chatId: `19:${a}_${b}@unq.gbl.spaces` },
    });
    expect([reply.status, reply.json.code, reply.json.field]).toEqual([
      403,
      'chat.notYours',
      'chatId',
    ]);
  });

  test('C1: in a meeting chat the second person asks, the first confirms the verified name', async () => {
    const series = await start(world, { report: null });
    await world.ok('maya', 'bindChat', { params: series.params, body: MEETING });
    expect(await find('ravi', MEETING.chatId)).toEqual({ state: 'none', series: null });
    await world.ok('ravi', 'askToJoin', { body: MEETING });
    const asked = await until(async () => (await view(world, 'maya', series)).json.joinRequest);
    expect(asked.name).toBe(world.issuer.person('ravi').name);

    // A third person with the same chat gets the same answer, and nothing comes of it.
    const third = await world.ok('tom', 'askToJoin', { body: MEETING });
    expect(third.json).toEqual({ asked: true });

    await world.ok('maya', 'answerJoinRequest', {
      params: { ...series.params, requestId: asked.id },
      body: { confirm: true },
    });
    expect(await find('ravi', MEETING.chatId)).toEqual({
      state: 'invitation',
      series: series.seriesId,
    });
    expect(await find('tom', MEETING.chatId)).toEqual({ state: 'asked', series: null });
    await world.ok('ravi', 'acceptInvitation', {
      params: series.params,
      body: { terms: 1, agree: false },
    });
    expect((await find('ravi', MEETING.chatId)).state).toBe('series');
    expect((await view(world, 'maya', series)).json.joinRequest).toBeNull();
  });

  test('a chat that a series was bound to opens it for both', async () => {
    const series = await startTogether(world);
    await world.ok('ravi', 'bindChat', { params: series.params, body: MEETING });
    expect(await find('maya', MEETING.chatId)).toEqual({
      state: 'series',
      series: series.seriesId,
    });
    expect((await find('tom', MEETING.chatId)).state).toBe('none');
  });
});

describe('D11: leaving', () => {
  test('deletes the own page at once, ends all writing, and both go on reading what both had', async () => {
    const series = await startTogether(world);
    await addTopic(world, 'ravi', series, 'for both');
    await addTopic(world, 'ravi', series, 'for me', 'addPrivateTopic');
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    for (const who of ['maya', 'ravi']) {
      const { json } = await view(world, who, series);
      expect(texts(json.topics)).toEqual(['for both']);
      expect(texts(json.onlyMe.topics)).toEqual([]);
    }
    const { seats } = (await world.ok('ravi', 'getHome')).json;
    expect(seats).toMatchObject([{ series: series.seriesId, state: 'ended' }]);
    const { documents } = world.composed.services;
    const ravi = world.issuer.person('ravi');
    const page = await documents.read(
      { container: 'people', key: personIdOf(ravi.tid, ravi.oid) },
      `page.${series.seriesId}`,
    );
    expect(page).toBeNull();
    const more = await world.send('maya', 'addTopic', {
      params: series.params,
      body: { id: randomUUID(), text: 'alone' },
    });
    expect([more.status, more.json.code]).toEqual([409, 'series.ended']);
  });
});

/** Work that goes on after its answer is waited for by what it leads to. */
async function until<T>(look: () => Promise<T | null | undefined>): Promise<T> {
  for (let turns = 0; turns < 1000; turns += 1) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('it never came');
}
