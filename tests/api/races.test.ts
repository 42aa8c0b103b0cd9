import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Documents } from '@rapport/api/documents/documents';
import { personIdOf } from '@rapport/domain/person';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startBody, startTogether } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const personOf = (key: string) => {
  const { tid, oid } = world.issuer.person(key);
  return personIdOf(tid, oid);
};

/** Lets something else happen right before the first write of this document. */
function before(person: string, id: string, happening: () => Promise<unknown>): void {
  const { documents } = world.composed.services;
  const write = documents.write.bind(documents);
  let done = false;
  Object.assign(documents, {
    write: async (...[partition, changes]: Parameters<Documents['write']>) => {
      const meant = changes.some(
        (change) => change.change !== 'delete' && change.placing.id === id,
      );
      if (!done && meant && partition.key === personOf(person)) {
        done = true;
        await happening();
      }
      return write(partition, changes);
    },
  });
}

/** Holds back every read of this document until `count` of them have begun. */
function together(id: string, count: number): void {
  const { documents } = world.composed.services;
  const read = documents.read.bind(documents);
  let release: () => void = () => undefined;
  const all = new Promise<void>((go) => (release = go));
  let begun = 0;
  Object.assign(documents, {
    read: async (...[partition, wanted]: Parameters<Documents['read']>) => {
      const found = await read(partition, wanted);
      if (wanted.startsWith(id) && begun < count) {
        begun += 1;
        if (begun === count) release();
        await all;
      }
      return found;
    },
  });
}

describe('D11: leaving at the same time as', () => {
  test('one joins: whoever left may read it, and no more', async () => {
    const { seriesId, params } = await start(world);
    before('ravi', `seat.${seriesId}`, () => world.ok('ravi', 'leaveSeries', { params }));
    await world.ok('ravi', 'acceptInvitation', { params, body: { terms: 1, agree: true } });
    expect((await world.ok('ravi', 'getHome')).json.seats).toMatchObject([{ state: 'ended' }]);
  });

  test('one writes an "only me" topic: no page stays behind', async () => {
    const { seriesId, params } = await startTogether(world);
    before('ravi', `page.${seriesId}`, () => world.ok('ravi', 'leaveSeries', { params }));
    const late = await world.send('ravi', 'addPrivateTopic', {
      params,
      body: { id: randomUUID(), text: 'for me alone' },
    });
    expect([late.status, late.json.code]).toEqual([404, 'series.notFound']);
    const page = await world.composed.services.documents.read(
      { container: 'people', key: personOf('ravi') },
      `page.${seriesId}`,
    );
    expect(page).toBeNull();
  });
});

describe('C1: setting up a series with one person', () => {
  test('twice at once gives one series, and one seat to the other one', async () => {
    together('lead.', 2);
    const both = await Promise.all(
      [1, 2].map(() => world.send('maya', 'startSeries', { body: startBody(world) })),
    );
    expect(both.filter(({ status }) => status === 201).length).toBeLessThan(2);
    expect((await world.ok('ravi', 'getHome')).json.seats).toHaveLength(1);
  });

  test('again and again is refused, also where the chat opens the series the other one leads', async () => {
    await startTogether(world);
    const report = { oid: world.issuer.person('maya').oid, name: 'Maya' };
    const lead = () => world.send('ravi', 'startSeries', { body: { ...startBody(world), report } });
    expect((await lead()).status).toBe(201);
    expect((await lead()).json.code).toBe('series.exists');
    expect((await world.ok('maya', 'getHome')).json.seats).toHaveLength(2);
  });

  test('is possible anew once one of the two has left, and the chat opens the new one', async () => {
    const old = await startTogether(world);
    await addTopic(world, 'maya', old, 'from then');
    await world.ok('ravi', 'leaveSeries', { params: old.params });
    const { seriesId } = await start(world);
    const [a, b] = [world.issuer.person('maya').oid, world.issuer.person('ravi').oid];
    const body = { chatId: `19:${a}_${b}@unq.gbl.spaces` };
    const find = async (who: string) => (await world.ok(who, 'findChat', { body })).json;
    expect(await find('maya')).toEqual({ state: 'series', series: seriesId });
    expect(await find('ravi')).toEqual({ state: 'invitation', series: seriesId });
  });
});
