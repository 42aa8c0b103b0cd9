import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startTogether } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('C7, D9: home', () => {
  test('a seat names the other one’s object id to each of the two, before and after joining', async () => {
    const oidOf = (person: string) => world.issuer.person(person).oid;
    const seats = async (person: string) => (await world.ok(person, 'getHome')).json.seats;
    await start(world);
    expect([(await seats('maya'))[0].oid, (await seats('ravi'))[0].oid]).toEqual([
      oidOf('ravi'),
      oidOf('maya'),
    ]);
    await start(world, { report: null }, 'lena');
    expect((await seats('lena'))[0]).not.toHaveProperty('oid');
  });

  test('E6: a line is of one series; its answer holds no word, name or number of it', async () => {
    const series = await startTogether(world);
    await addTopic(world, 'ravi', series, 'quixotic');
    const text = 'zephyr';
    const action = { id: randomUUID(), text, owner: 'manager', due: '2026-05-01' };
    await world.ok('maya', 'addAction', { params: series.params, body: action });
    const { text: sent, json } = await world.ok('maya', 'getNeeds', { params: series.params });
    expect(json).toEqual({ state: 'planned', nextAt: null, needs: ['promises'] });
    expect(sent).not.toMatch(/quixotic|zephyr|Ravi|[0-9]/);
  });

  test('B6: with a hand raised a line is the same, byte for byte', async () => {
    const { params } = await startTogether(world);
    const before = await world.ok('maya', 'getNeeds', { params });
    await world.ok('ravi', 'prepareMeeting', { params, body: { number: 1, hand: 'soon' } });
    const after = await world.ok('maya', 'getNeeds', { params });
    expect([after.text, after.headers['etag']]).toEqual([before.text, before.headers['etag']]);
    const etag = { 'if-none-match': `"${before.headers['etag']?.replaceAll('"', '')}"` };
    const again = await world.send('maya', 'getNeeds', { params, headers: etag });
    expect(again.status).toBe(304);
  });
});
