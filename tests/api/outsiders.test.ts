import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SEATS_PER_PERSON } from '@rapport/api/places';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startBody, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const MEETING = { chatId: '19:meeting_cmF2aQ@thread.v2' };
const oid = (key: string): string => world.issuer.person(key).oid;
const chatOf = (a: string, b: string) => ({ chatId: `19:${oid(a)}_${oid(b)}@unq.gbl.spaces` });
const find = async (who: string, body: { chatId: string }) =>
  (await world.ok(who, 'findChat', { body })).json;

describe('A1: how much happens in a series', () => {
  test('is not told to whoever left, neither by asking again nor by a repeat', async () => {
    const { params } = await startTogether(world);
    const key = randomUUID();
    const { json: told } = await world.ok('ravi', 'leaveSeries', { params, key });
    await world.ok('maya', 'bindChat', { params, body: MEETING });
    expect((await world.ok('ravi', 'leaveSeries', { params, key })).json).toEqual(told);
    world.nudges.length = 0;
    const again = await world.send('ravi', 'leaveSeries', { params });
    expect([again.status, again.json.code]).toEqual([404, 'series.notFound']);
    expect(world.nudges).toEqual([]);
  });

  test('is not told to whoever is invited', async () => {
    const series = await start(world);
    for (const text of ['one', 'two', 'three']) await addTopic(world, 'maya', series, text);
    await world.ok('maya', 'renewInvitation', { params: series.params });
    const [seat] = (await world.ok('ravi', 'getHome')).json.seats;
    expect([seat.state, seat.version]).toEqual(['invited', 0]);
    const homes = world.nudges.map(({ nudge }) => nudge).filter((nudge) => nudge.series === null);
    expect(homes.map(({ version }) => version).filter((version) => version !== 0)).toEqual([]);
    const { json } = await world.ok('ravi', 'declineInvitation', { params: series.params });
    expect(json).toEqual({ declined: true });
  });
});

describe('C1: an invitation that ran out', () => {
  test('is gone from the home of the invited person, and comes back when renewed', async () => {
    const { params } = await start(world);
    const seats = async () => (await world.ok('ravi', 'getHome')).json.seats;
    expect(await seats()).toHaveLength(1);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 7 * 24 * 60 * 60 * 1000 + 1000));
    expect(await seats()).toEqual([]);
    await world.ok('maya', 'renewInvitation', { params });
    expect(await seats()).toHaveLength(1);
    await world.ok('ravi', 'acceptInvitation', { params, body: { terms: 1, agree: true } });
    world.clock.moveTo(new Date(world.clock.now().getTime() + 30 * 24 * 60 * 60 * 1000));
    expect(await seats()).toMatchObject([{ state: 'joined' }]);
  });
});

describe("D9: somebody else's chat", () => {
  test('of two people opens no series of others, so that it stays free for their own', async () => {
    const { params } = await startTogether(world);
    const bound = await world.send('maya', 'bindChat', { params, body: chatOf('maya', 'sam') });
    expect([bound.status, bound.json.code]).toEqual([403, 'chat.notYours']);
    expect(await find('maya', chatOf('maya', 'sam'))).toEqual({ state: 'none', series: null });
    await world.ok('maya', 'bindChat', { params, body: chatOf('maya', 'ravi') });
  });

  test('a meeting opens what somebody opened there themselves, whatever others bound to it', async () => {
    const withMaya = await startTogether(world);
    await world.ok('maya', 'bindChat', { params: withMaya.params, body: MEETING });
    const report = { oid: oid('nia'), name: 'Nia' };
    const withNia = await start(world, { report }, 'ravi');
    await world.ok('ravi', 'bindChat', { params: withNia.params, body: MEETING });
    expect((await find('ravi', MEETING)).series).toBe(withNia.seriesId);
    expect((await find('maya', MEETING)).series).toBe(withMaya.seriesId);
  });
});

describe('C1: the open place in a meeting chat', () => {
  const openPlace = async (manager: string, id: string = randomUUID()): Promise<Started> => {
    const series = await start(world, { report: null, id }, manager);
    const params = { seriesId: id };
    await world.ok(manager, 'bindChat', { params, body: MEETING });
    return { ...series, seriesId: id, params };
  };
  const asked = async (who: string, series: Started) =>
    (await view(world, who, series)).json.joinRequest?.name ?? null;

  /** A request is put before the managers after its answer; this one is done when the sweep finds none. */
  const ask = async (who: string) => {
    await world.ok(who, 'askToJoin', { body: MEETING });
    const { documents, clock } = world.composed.services;
    const far = new Date(clock.now().getTime() + 60_000).toISOString();
    for (;;) {
      const left = await documents.listDue('people', 'effect', far, 1);
      if (left.documents.length === 0) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  test('cannot be hidden behind many places of one other person', async () => {
    for (const n of [1, 2, 3, 4]) {
      await openPlace('tom', `00000000-0000-4000-8000-00000000000${n}`);
    }
    const series = await openPlace('maya');
    await ask('ravi');
    expect(await asked('maya', series)).toBe(world.issuer.person('ravi').name);
  });

  test('is not kept by somebody who was turned away from whoever is meant', async () => {
    const series = await openPlace('maya');
    await ask('tom');
    const { id } = (await view(world, 'maya', series)).json.joinRequest;
    await world.ok('maya', 'answerJoinRequest', {
      params: { ...series.params, requestId: id },
      body: { confirm: false },
    });
    world.nudges.length = 0;
    await ask('tom');
    expect([await asked('maya', series), world.nudges]).toEqual([null, []]);
    await ask('ravi');
    expect(await asked('maya', series)).toBe(world.issuer.person('ravi').name);
  });

  test('can be taken also where the series is open in as many chats as it can be', async () => {
    const series = await openPlace('maya');
    for (let n = 1; n < 20; n += 1) {
      const body = { chatId: `19:meeting_${n}@thread.v2` };
      await world.ok('maya', 'bindChat', { params: series.params, body });
    }
    await ask('ravi');
    const { id } = (await view(world, 'maya', series)).json.joinRequest;
    await world.ok('maya', 'answerJoinRequest', {
      params: { ...series.params, requestId: id },
      body: { confirm: true },
    });
    const joined = await world.send('ravi', 'acceptInvitation', {
      params: series.params,
      body: { terms: 1, agree: true },
    });
    expect(joined.status).toBe(200);
  });
});

describe('one person alone', () => {
  test('leads no more series than half of a home shows', async () => {
    const open = () => ({ ...startBody(world), id: randomUUID(), report: null });
    for (let n = 0; n < SEATS_PER_PERSON / 2; n += 1) {
      await world.ok('tom', 'startSeries', { body: open() });
    }
    const more = await world.send('tom', 'startSeries', { body: open() });
    expect([more.status, more.json.code]).toEqual([409, 'series.tooMany']);
  });

  test('is answered with no more of an unknown field than its beginning', async () => {
    const raw = `{"${'k'.repeat(100_000)}":{"__proto__":1}}`;
    const { status, json } = await world.send('tom', 'saveIntroduction', { raw });
    expect([status, json.code, json.field.length]).toEqual([400, 'input.unknownField', 200]);
  });
});

describe('a bug', () => {
  test('has nothing of its message in the log, however it is written', async () => {
    const { documents } = world.composed.services;
    Object.assign(documents, {
      list: () => Promise.reject(new Error('first line\n    at planted words (file.ts:1:1)')),
    });
    const reply = await world.send('maya', 'getHome');
    expect([reply.status, reply.json.code]).toEqual([500, 'unexpected']);
    const bug = world.log.find((line) => line.includes('"event":"bug"')) ?? '';
    expect(bug).toContain('"error":"Error"');
    expect(`${reply.text}${bug}`).not.toContain('planted');
    expect(`${reply.text}${bug}`).not.toContain('first line');
  });
});
