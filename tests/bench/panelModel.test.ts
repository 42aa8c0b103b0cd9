import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { openHouse, type House } from '@rapport/bench/house/house';
import { joinPair, type Pair } from '@rapport/bench/house/pair';
import { createPanel } from '@rapport/bench/house/panel';
import { oneOnOneChatId } from '@rapport/domain/chat';
import { randomUUID } from 'node:crypto';
import { createClient } from '../../tab/src/client/client';
import { createDeviceStore, memoryKeeper } from '../../tab/src/client/deviceStore';
import type { Http } from '../../tab/src/client/http';
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
          : ask('ravi', 'addTopic', { params, body });
      return (await asking).json as T;
    },
    now: () => 0,
  };
  const woken = new Set<() => void>();
  const user = { tid: 'tid', oid: 'oid' };
  const client = createClient({ context: { user } } as HostAdapter, {
    http,
    nudges: {
      subscribe(wake) {
        woken.add(wake);
        return () => woken.delete(wake);
      },
      connected: () => true,
    },
    device: createDeviceStore(user, memoryKeeper(), memoryKeeper(), {
      addEventListener: () => undefined,
    }),
    alone: (_, work) => work(),
  });
  return { client, nudge: () => woken.forEach((wake) => wake()) };
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
  const series = client.series(pair.seriesId);
  const stops = [client.chat(chatId).subscribe(nothing), series.subscribe(nothing)];
  await model.open();
  const opened = await real.heard();
  expect(opened).toEqual(['findChat', 'getSeries']);
  expect(await modelled.heard()).toEqual(opened);

  nudge();
  await model.nudged();
  const nudged = await real.heard();
  expect(await modelled.heard()).toEqual(nudged);

  house.onNudge((to) => (to === ravi ? nudge() : undefined));
  series.send({ type: 'addTopic', page: 'shared', id: randomUUID(), text: 'The on-call plan' });
  const written = await real.heard();
  expect(written).toContain('addTopic');
  await model.nudged();
  await model.answered();
  expect(await modelled.heard()).toEqual(written.filter((route) => route !== 'addTopic'));

  const idle: string[] = [];
  for (let half = 0; half < 4; half += 1) {
    await pass(30_000);
    idle.push(...(await real.heard()));
  }
  await model.passTo(120_000);
  expect(idle.filter((route) => route === 'getSeries')).toHaveLength(4);
  expect(await modelled.heard()).toEqual(idle.toSorted());
  stops.forEach((stop) => stop());
});
