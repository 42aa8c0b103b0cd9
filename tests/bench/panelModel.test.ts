import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { openHouse, type Answer, type House } from '@rapport/bench/house/house';
import { joinPair, type Pair } from '@rapport/bench/house/pair';
import { createPanel } from '@rapport/bench/house/panel';
import type { AgendaCommand } from '@rapport/domain/agenda';
import { oneOnOneChatId } from '@rapport/domain/chat';
import { randomUUID } from 'node:crypto';
import { createClient } from '../../tab/src/client/client';
import { createDeviceStore, memoryKeeper } from '../../tab/src/client/deviceStore';
import type { Http } from '../../tab/src/client/http';
import type { Nudge } from '../../tab/src/client/nudges';
import type { HostAdapter } from '../../tab/src/hosts/hostAdapter';
import { holdTimers, pass, settle } from '../tab/client/support/time';

let house: House;
let pair: Pair;
beforeAll(holdTimers);
beforeEach(async () => {
  house = await openHouse();
  pair = await joinPair(house, 'maya', 'ravi');
});
afterEach(() => house.close());
afterAll(() => {
  jest.useRealTimers();
});

/** Which routes were asked since the last look, in no order. */
function listener() {
  let asked: string[] = [];
  const under = new Set<Promise<unknown>>();
  const ask: House['ask'] = (person, route, asking) => {
    asked.push(route);
    const answer = house.ask(person, route, asking);
    under.add(answer);
    return answer.finally(() => under.delete(answer));
  };
  return {
    ask,
    async heard(): Promise<readonly string[]> {
      await settle();
      while (under.size > 0) {
        await Promise.all(under);
        await settle();
      }
      const since = asked.toSorted();
      asked = [];
      return since;
    },
  };
}

const routeOf = (path: string): string => {
  const [, last = ''] = /([a-z]+)$/.exec(path) ?? [];
  return { topics: 'addTopic', start: 'startMeeting', finish: 'finishMeeting' }[last] ?? last;
};

/** The tab's own client on Ravi's device, its requests answered by the api. */
function realClient(ask: House['ask']) {
  const { seriesId } = pair;
  const params = { seriesId };
  const http: Http = {
    async get<T>(path: string, etag: string | null) {
      const route = path.endsWith('/feedback') ? 'listFeedback' : 'getSeries';
      const answer = await ask('ravi', route, { params, etag });
      return answer.status === 304 ? null : { value: answer.json as T, etag: answer.etag };
    },
    async send<T>(_: string, path: string, body: unknown) {
      const asking =
        path === '/api/chats/find'
          ? ask('ravi', 'findChat', { body })
          : ask('ravi', routeOf(path), { params, body });
      return (await asking).json as T;
    },
    now: () => 0,
  };
  const woken = new Set<(nudge: Nudge | null) => void>();
  const user = { tid: 'tid', oid: 'oid' };
  const client = createClient({ context: { user } } as HostAdapter, {
    http,
    nudges: {
      subscribe(wake) {
        woken.add(wake);
        return () => woken.delete(wake);
      },
      connected: () => true,
      hidden: () => false,
    },
    device: createDeviceStore(user, memoryKeeper(), memoryKeeper(), {
      addEventListener: () => undefined,
    }),
    alone: (_, work) => work(),
  });
  return { client, nudge: (nudge: Nudge | null) => woken.forEach((wake) => wake(nudge)) };
}

test('the bench’s panel asks what the tab’s client asks, on every occasion', async () => {
  const ravi = house.personOf('ravi');
  const chatId = oneOnOneChatId(house.oidOf('ravi'), house.oidOf('maya'));
  const [real, modelled] = [listener(), listener()];
  const { client, nudge } = realClient(real.ask);
  const model = createPanel(
    { ask: modelled.ask, oidOf: house.oidOf },
    'ravi',
    'maya',
    pair.seriesId,
    'panel',
  );
  const nothing = (): void => undefined;
  let now = 0;
  const series = client.series(pair.seriesId);
  const stops = [client.chat(chatId).subscribe(nothing), series.subscribe(nothing)];
  await model.open();
  const opened = await real.heard();
  expect(opened).toEqual(['findChat', 'getSeries']);
  expect(await modelled.heard()).toEqual(opened);

  const same = async (heard: (told: Nudge | null) => unknown, nudge_: Nudge | null) => {
    nudge(nudge_);
    await heard(nudge_);
    const nudged = await real.heard();
    expect(await modelled.heard()).toEqual(nudged);
    return nudged;
  };
  const { seriesId } = pair;
  expect(await same(model.nudged, null)).toEqual(['findChat', 'getSeries']);
  const nudges: [Nudge, number][] = [
    [{ series: null, version: 0, page: 0 }, 2],
    [{ series: seriesId, version: 0, page: 0 }, 1],
    [{ series: seriesId, version: 99, page: 0 }, 1],
    [{ series: seriesId, version: 0, page: 99 }, 1],
    [{ series: seriesId, version: 1, page: 0 }, 0],
    [{ series: randomUUID(), version: 99, page: 0 }, 0],
  ];
  for (const [told, asks] of nudges) expect(await same(model.nudged, told)).toHaveLength(asks);

  const told: Nudge[] = [];
  house.onNudge((to, one) => {
    if (to !== ravi) return;
    told.push(one);
    nudge(one);
  });
  let answer: Answer['json'] = {};
  house.onWritten((json) => void (answer = json));
  const write = async (command: AgendaCommand) => {
    told.length = 0;
    series.send(command);
    const written = await real.heard();
    await model.answered(command.type, answer);
    for (const one of told) await model.nudged(one);
    expect(await modelled.heard()).toEqual(written.filter((route) => route !== command.type));
    return written;
  };
  const id = randomUUID();
  const add: AgendaCommand = { type: 'addTopic', page: 'shared', id, text: 'The on-call plan' };
  expect(await write(add)).toEqual(['addTopic']);
  await pair.add('maya', 'addTopic', { text: 'Hers' });
  expect(await real.heard()).toEqual(['getSeries']);
  await model.nudged(told.at(-1) ?? null);
  await modelled.heard();
  expect(await write({ type: 'startMeeting', number: 1, endsAt: null })).toEqual([
    'getSeries',
    'startMeeting',
  ]);

  // In a meeting, and after it.
  for (const [state, views] of [
    ['live', 20],
    ['planned', 5],
  ] as const) {
    if (state === 'planned') {
      await write({ type: 'finishMeeting', number: 1, nextAt: null });
    }
    const idle: string[] = [];
    for (let half = 0; half < 40; half += 1) {
      await pass(30_000);
      idle.push(...(await real.heard()));
    }
    now += 20 * 60_000;
    await model.passTo(now);
    expect(idle.filter((route) => route === 'getSeries')).toHaveLength(views);
    expect(await modelled.heard()).toEqual(idle.toSorted());
  }
  stops.forEach((stop) => stop());
});
