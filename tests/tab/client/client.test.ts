import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createClient } from '../../../tab/src/client/client';
import type { NewSeriesInput, RapportClient } from '../../../tab/src/client/state';
import { readClosedFeedback } from '../../../tab/src/feedback/steps';
import { startSeries } from '../../../tab/src/screens/startSeries';
import { startTogether } from '../../api/support/story';
import { openWorld, type World } from '../../api/support/world';
import { hostOf, type Device } from './support/device';
import { gone } from './support/network';
import { letArrive, nextOf, twoDevices, type Setting } from './support/story';
import { holdTimers, pass, settle } from './support/time';

let world: World;
let setting: Setting;
beforeAll(holdTimers);
beforeEach(async () => {
  world = await openWorld();
  setting = await twoDevices(world);
});
afterEach(() => world.close());
afterAll(() => {
  jest.useRealTimers();
});

/** The client of a page on this device. */
async function clientOn(device: Device, person: string): Promise<RapportClient> {
  const page = device.open(randomUUID());
  await letArrive(setting.network);
  return createClient(
    {
      ...(await hostOf(world, person)),
      theme: 'light',
      onTheme: () => undefined,
      pickPerson: null,
      pickPeople: null,
      resolvePeople: null,
      openChat: null,
      graph: null,
      shareLink: null,
      meetingEnd: () => Promise.resolve(null),
      ready: () => undefined,
    },
    page.parts,
  );
}

const open: NewSeriesInput = {
  report: null,
  rhythm: 'weekly',
  minutes: 30,
  introduction: 'Hello',
  format: 'free',
  labels: 'manager',
  agree: true,
};
const CHAT = '19:meeting_NDQ2YzQ@thread.v2';

test('C1: setting up again after lost answers is the same 1:1, bound to its chat', async () => {
  const { network, maya } = setting;
  const client = await clientOn(maya, 'maya');
  const first = startSeries(client, open, 'Hello', CHAT).catch((error: unknown) => error);
  await letArrive(network, ({ path }) => path !== '/api/series');
  for (let tries = 0; tries < 3; tries += 1) {
    const write = await nextOf(network, 'write');
    await write.there('arrives');
    write.back('lost');
    await pass(700);
  }
  expect(await first).toMatchObject({ name: 'ApiUnreachable' });
  const second = startSeries(client, open, 'Hello', CHAT);
  await letArrive(network);
  const id = await second;
  const home = (await world.ok('maya', 'getHome')).json;
  expect(home.seats).toMatchObject([{ series: id }]);
  expect((await world.ok('maya', 'findChat', { body: { chatId: CHAT } })).json).toEqual({
    state: 'series',
    series: id,
  });

  // Another one just like it is another one, once the first was set up.
  const more = [startSeries(client, open, 'Hello', null)];
  await letArrive(network);
  more.push(startSeries(client, open, 'Hello', null));
  await letArrive(network);
  expect(new Set([id, ...(await Promise.all(more))]).size).toBe(3);
});

test('D10: what was typed before is sent when the app opens anywhere, not only on that 1:1', async () => {
  const { network, ravi } = setting;
  const series = await startTogether(world);
  const window = ravi.open(series.seriesId);
  await letArrive(network);
  window.give({ type: 'addTopic', page: 'shared', id: randomUUID(), text: 'In the train' });
  window.close();
  for (const one of network.travelling) await one.there('lost');
  await clientOn(ravi, 'ravi');
  await letArrive(network);
  expect(
    (await world.ok('maya', 'getSeries', { params: series.params })).json.topics,
  ).toMatchObject([{ text: 'In the train' }]);
});

test('a chat that was gone and is back as it was is shown again', async () => {
  const { network, maya } = setting;
  const client = await clientOn(maya, 'maya');
  const chat = client.chat(CHAT);
  const stop = chat.subscribe(() => undefined);
  await letArrive(network);
  expect(chat.getSnapshot()).toMatchObject({ status: 'ready', value: { state: 'none' } });
  await pass(4000);
  (await nextOf(network, 'write')).answer(gone());
  await settle();
  expect(chat.getSnapshot()).toEqual({ status: 'gone' });
  await pass(4000);
  await letArrive(network);
  expect(chat.getSnapshot()).toMatchObject({ status: 'ready', value: { state: 'none' } });
  stop();
});

test('B1: all that is open is followed, all that was closed is read, each the latest first', async () => {
  const { network, ravi } = setting;
  const series = await startTogether(world);
  const given: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000));
    const id = randomUUID();
    given.push(id);
    const params = { ...series.params, lineId: id };
    const body = { id, text: `piece ${n}`, kind: 'praise' };
    await world.ok('maya', 'addPrivateFeedback', { params: series.params, body });
    const delivery = { how: 'send', at: world.clock.now().toISOString() };
    await world.ok('maya', 'giveFeedback', { params, body: { delivery } });
    if (n < 5 || n >= 28) continue;
    await world.ok('ravi', 'openFeedback', { params });
    const answer = { kind: 'thanks', words: null };
    await world.ok('ravi', 'answerFeedback', { params, body: answer });
    await world.ok('ravi', 'closeFeedback', { params });
  }
  const client = await clientOn(ravi, 'ravi');
  const live = client.feedback(series.seriesId);
  const stop = live.subscribe(() => undefined);
  const closed = readClosedFeedback(client, series.seriesId);
  await letArrive(network);
  const reading = live.getSnapshot();
  const waiting = reading.status === 'ready' ? reading.value : [];
  const latest = given.toReversed();
  expect(waiting.map(({ id }) => id)).toEqual([...latest.slice(0, 2), ...latest.slice(25)]);
  expect((await closed).map(({ id }) => id)).toEqual(latest.slice(2, 25));
  stop();
});

test('what the home shows is read after a write only where somebody looks at it', async () => {
  const { network, maya } = setting;
  const series = await startTogether(world);
  const client = await clientOn(maya, 'maya');
  const homes = (): number => network.travelling.filter(({ path }) => path === '/api/home').length;
  for (const looked of [false, true]) {
    const stop = looked ? client.home.subscribe(() => undefined) : () => undefined;
    await letArrive(network);
    const written = client.writeShared(series.seriesId, 'terms', { terms: 1 });
    await letArrive(network, ({ method }) => method === 'POST');
    expect(homes()).toBe(looked ? 1 : 0);
    await letArrive(network);
    await written;
    stop();
  }
});

test('an id out of a link stays one part of the address', async () => {
  const { network, maya } = setting;
  const client = await clientOn(maya, 'maya');
  void client.series('../home?x=').refresh();
  await settle();
  expect(network.travelling.map(({ path }) => path)).toContain('/api/series/..%2Fhome%3Fx%3D');
});
