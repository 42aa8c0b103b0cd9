import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createSeriesStore } from '../../../tab/src/client/seriesStore';
import { memoryKeeper } from '../../../tab/src/client/deviceStore';
import { addTopic, view } from '../../api/support/story';
import { createDevice, hostOf } from './support/device';
import { gone } from './support/network';
import { add, onOneSeries, said } from './support/onOneSeries';
import { comeToRest, letArrive, nextOf } from './support/story';
import { pass, settle } from './support/time';

const at = onOneSeries();
beforeAll(at.open);
beforeEach(at.begin);
afterEach(at.end);
afterAll(at.close);

describe('D10: a lost connection', () => {
  test('what was taken without an answer is sent again with the same key, and stands once', async () => {
    const { network } = at;
    const ravi = await at.openFor('ravi');
    add(ravi, 'Once');
    const first = await nextOf(network, 'write');
    await first.there('arrives');
    first.back('lost');
    await settle();
    expect([ravi.now.offline, ravi.now.unsent.size, said(ravi)]).toEqual([true, 1, ['Once']]);
    await pass(1000);
    const second = await nextOf(network, 'write');
    expect(second.key).toBe(first.key);
    await letArrive(network);
    expect([ravi.now.offline, ravi.now.unsent.size]).toEqual([false, 0]);
    expect(await at.agendaOf('maya')).toEqual(['Once']);
  });

  test('what was typed is sent by the next window, after the page was closed', async () => {
    const ravi = await at.openFor('ravi');
    const texts = ['first', 'second', 'third'];
    for (const text of texts) add(ravi, text);
    ravi.close();
    const again = await at.openFor('ravi');
    await comeToRest(at.network, [at.ravi]);
    expect([said(again), await at.agendaOf('maya')]).toEqual([texts, texts]);
  });

  test('what a closed window left is sent by the one that stayed open', async () => {
    const [left, stays] = [await at.openFor('ravi'), await at.openFor('ravi')];
    add(left, 'Typed and closed');
    left.close();
    at.ravi.tellWindows();
    expect(said(stays)).toEqual(['Typed and closed']);
    await letArrive(at.network);
    expect(await at.agendaOf('maya')).toEqual(['Typed and closed']);
  });

  test('as soon as a reading gets through, what waits is sent, without waiting for the next try', async () => {
    const { network } = at;
    const ravi = await at.openFor('ravi');
    add(ravi, 'Waiting');
    for (let times = 0; times < 12; times += 1) {
      for (const one of network.travelling) await one.there('lost');
      await pass(3000);
    }
    expect([ravi.now.offline, ravi.now.unsent.size]).toEqual([true, 1]);
    for (const one of network.travelling) await one.there('lost');
    await pass(3000);
    await letArrive(network, ({ method }) => method === 'GET');
    expect(network.travelling.filter(({ key }) => key !== null)).toHaveLength(1);
    await letArrive(network);
    expect(await at.agendaOf('maya')).toEqual(['Waiting']);
  });

  test('a write that was lost is sent again on the next sign that the network is there', async () => {
    const ravi = await at.openFor('ravi');
    add(ravi, 'Once more');
    await (await nextOf(at.network, 'write')).there('lost');
    await settle();
    ravi.nudge();
    await nextOf(at.network, 'write');
    await letArrive(at.network);
    expect(await at.agendaOf('maya')).toEqual(['Once more']);
  });

  test('what the window beside it could send, this one no longer calls unsent', async () => {
    const [cannot, can] = [await at.openFor('ravi'), await at.openFor('ravi')];
    const words = 'Sent by the other window';
    add(cannot, words);
    await (await nextOf(at.network, 'write', cannot)).there('lost');
    await settle();
    expect([cannot.now.offline, cannot.now.unsent.size]).toEqual([true, 1]);
    at.ravi.tellWindows();
    await letArrive(at.network, ({ from }) => from === can.name);
    at.ravi.tellWindows();
    expect([said(cannot), cannot.now.offline, cannot.now.unsent.size]).toEqual([[words], false, 0]);
  });

  test('a sign-in that fails for a while loses nothing', async () => {
    const { network } = at;
    const ravi = await at.openFor('ravi');
    add(ravi, 'Still mine');
    for (let times = 0; times < 4; times += 1) {
      await (await nextOf(network, 'write')).there(401);
      await (await nextOf(network, 'write')).there(401);
      await pass(31_000);
    }
    expect([said(ravi), ravi.now.refused]).toEqual([['Still mine'], []]);
    await comeToRest(network, [at.ravi]);
    expect(await at.agendaOf('maya')).toEqual(['Still mine']);
  });

  test.each([500, 507])('an api that fails (%i) for a moment refuses nothing', async (status) => {
    const { network } = at;
    const ravi = await at.openFor('ravi');
    add(ravi, 'Typed while it failed');
    const keys = new Set<string | null>();
    for (const wait of [1000, 2000]) {
      const write = await nextOf(network, 'write');
      keys.add(write.key);
      write.answer(Response.json({ code: 'unexpected' }, { status }));
      await settle();
      expect([ravi.now.refused, ravi.now.unsent.size, ravi.now.offline]).toEqual([[], 1, true]);
      await pass(wait);
    }
    keys.add((await nextOf(network, 'write')).key);
    await letArrive(network);
    expect(keys.size).toBe(1);
    expect([ravi.now.unsent.size, ravi.now.offline]).toEqual([0, false]);
    expect(await at.agendaOf('maya')).toEqual(['Typed while it failed']);
  });

  test('one that fails the api each time is given back with its words, and the next one goes', async () => {
    const { network } = at;
    const ravi = await at.openFor('ravi');
    add(ravi, 'Breaks it');
    add(ravi, 'Waits behind it');
    // The fourth is the first of what waits behind it: tries of the one do not count for the other.
    for (const wait of [1000, 2000, 0, 4000]) {
      (await nextOf(network, 'write')).answer(new Response('{}', { status: 500 }));
      await pass(wait);
    }
    expect(ravi.now.refused).toHaveLength(1);
    await letArrive(network);
    expect(ravi.now.refused).toMatchObject([{ command: { text: 'Breaks it' } }]);
    expect([said(ravi), ravi.now.unsent.size]).toEqual([['Waits behind it'], 0]);
    expect(await at.agendaOf('maya')).toEqual(['Waits behind it']);
  });

  test('what is typed while the browser takes the lock back is sent then, not with the next nudge', async () => {
    const { parts } = await at.openFor('ravi');
    let giveBack = (): void => undefined;
    const store = createSeriesStore(at.series.seriesId, {
      ...parts,
      alone: (name, work) =>
        parts.alone(name, work).then(() => new Promise((done) => (giveBack = done))),
    });
    const type = (text: string): void =>
      store.send({ type: 'addTopic', page: 'shared', id: randomUUID(), text });
    type('First');
    await letArrive(at.network);
    type('Last');
    await settle();
    expect(at.network.travelling.filter(({ key }) => key !== null)).toEqual([]);
    giveBack();
    await letArrive(at.network);
    giveBack();
    await settle();
    expect(store.getSnapshot().unsent.size).toBe(0);
    expect(await at.agendaOf('maya')).toEqual(['First', 'Last']);
  });

  test('where the device is full what was typed stays on the page, is sent, and it says so', async () => {
    const held = memoryKeeper();
    const full = {
      ...held,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const host = await hostOf(at.world, 'ravi');
    const device = createDevice(at.network, { name: 'full', person: 'ravi', host }, full);
    const ravi = device.open(at.series.seriesId);
    await letArrive(at.network);
    expect(ravi.now.lasting).toBe(true);
    ravi.store.send({ type: 'addTopic', page: 'shared', id: randomUUID(), text: 'No room' });
    expect([said(ravi), ravi.now.lasting, ravi.now.unsent.size]).toEqual([['No room'], false, 1]);
    await letArrive(at.network);
    expect([ravi.now.lasting, ravi.now.unsent.size]).toEqual([true, 0]);
    expect(await at.agendaOf('maya')).toEqual(['No room']);
    ravi.close();
  });

  test('a 1:1 that is gone, and back, is shown again; with what happened meanwhile', async () => {
    const ravi = await at.openFor('ravi');
    ravi.nudge();
    const read = await nextOf(at.network, 'read');
    read.answer(gone());
    await settle();
    expect(ravi.now.reading.status).toBe('gone');
    await addTopic(at.world, 'maya', at.series, 'While it was gone');
    await pass(3000);
    await letArrive(at.network);
    expect(said(ravi)).toEqual(['While it was gone']);
  });
});

describe('E7: two accounts on one device', () => {
  test('the other one neither sees nor sends what the first one left', async () => {
    const { network, ravi } = at;
    const his = await at.openFor('ravi');
    add(his, 'Only for Maya');
    add(his, 'Only for me', 'onlyMe');
    his.close();
    for (const one of network.travelling) await one.there('lost');
    const host = await hostOf(at.world, 'maya');
    const shared = createDevice(network, { name: 'shared', person: 'maya', host }, ravi.keeper);
    const hers = shared.open(at.series.seriesId);
    await comeToRest(network, [shared]);
    expect([said(hers), said(hers, 'onlyMe'), hers.now.unsent.size]).toEqual([[], [], 0]);
    expect(network.decided).toEqual([]);
    hers.close();

    const back = await at.openFor('ravi');
    await comeToRest(network, [ravi]);
    expect([said(back), said(back, 'onlyMe')]).toEqual([['Only for Maya'], ['Only for me']]);
    const people = network.decided.map(({ from }) => from.split('.')[0]);
    expect(people).toEqual(['ravi', 'ravi']);
  });

  test('a host that switches accounts under an open page gets nothing sent, and nothing is lost', async () => {
    const { network } = at;
    const his = await hostOf(at.world, 'ravi');
    const hers = await hostOf(at.world, 'maya');
    let switched = false;
    const host = { ...his, token: () => (switched ? hers : his).token() };
    const device = createDevice(network, { name: 'switching', person: 'ravi', host });
    const window = device.open(at.series.seriesId);
    await letArrive(network);
    switched = true;
    add(window, 'From Ravi');
    await pass(31_000);
    expect([network.travelling, network.decided]).toEqual([[], []]);
    expect([said(window), window.now.offline, window.now.unsent.size]).toEqual([
      ['From Ravi'],
      true,
      1,
    ]);
    switched = false;
    await comeToRest(network, [device]);
    const { topics } = (await view(at.world, 'maya', at.series)).json;
    expect(topics).toMatchObject([{ text: 'From Ravi', by: 'report' }]);
    window.close();
  });
});
