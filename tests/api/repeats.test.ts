import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSqliteStores } from '@rapport/api/composing/sqlite';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { pagePlacing, personPartition } from '@rapport/api/places';
import {
  StorageConflict,
  StorageUnavailable,
  type Operation,
  type Storage,
} from '@rapport/api/ports/storage';
import { personIdOf } from '@rapport/domain/person';
import type { PrivatePage } from '@rapport/domain/series';
import { randomUUID } from 'node:crypto';
import { addTopic, startBody, startTogether, view, type Started } from './support/story';
import { keptInSqlite } from './support/kept';
import { openWorld, type World } from './support/world';

/** A store that can be made to answer as one does whose answers get lost, or come from an older replica. */
let batch: Storage['batch'];
let read: Storage['read'];
let store: Storage;
let world: World;
beforeEach(async () => {
  world = await openWorld({
    kept: {
      ...keptInSqlite,
      open: async (environment, clock) => {
        const stores = await openSqliteStores(environment, clock);
        ({ storage: store } = stores);
        ({ batch, read } = store);
        return {
          ...stores,
          storage: {
            ...store,
            batch: (...asked) => batch(...asked),
            read: (...asked) => read(...asked),
          },
        };
      },
    },
  });
});
afterEach(() => world.close());

const touches = (operations: readonly Operation[], id: RegExp): boolean =>
  operations.some((one) => id.test(one.op === 'delete' ? one.id : one.document.id));

/** The next batch with such a document in it is made, and its answer lost. */
function loseAnswerOf(id: RegExp): void {
  batch = async (container, partition, operations) => {
    const etags = await store.batch(container, partition, operations);
    if (!touches(operations, id)) return etags;
    ({ batch } = store);
    throw new StorageUnavailable(null, 503);
  };
}

/** The next read of such a document comes from before it was written. */
function oldReadOf(id: RegExp): void {
  read = async (...asked) => {
    if (!id.test(asked[2])) return store.read(...asked);
    ({ read } = store);
    return null;
  };
}

describe('a command whose first answer was lost', () => {
  const SUCCESS = [200, 201, 202];

  test('is answered 503 with a time to come back, and then as the first would have been', async () => {
    const key = randomUUID();
    const body = startBody(world);
    loseAnswerOf(/^applied\./);
    const first = await world.send('maya', 'startSeries', { body, key });
    expect([first.status, first.json.code]).toEqual([503, 'busy']);
    expect(first.headers['retry-after']).toBe('1');
    expect(world.log.at(-1)).toContain('"busy.storage.503"');
    expect((await world.send('maya', 'startSeries', { body, key })).status).toBe(201);
    expect((await world.ok('maya', 'getHome')).json.seats).toHaveLength(1);
  });

  test('is not refused for what it did itself, though its record is not seen at first', async () => {
    const params = { seriesId: '' };
    const commands: [string, string, () => Promise<object>][] = [
      [
        'maya',
        'startSeries',
        () => {
          const report = { oid: world.issuer.person('lena').oid, name: 'Lena' };
          return Promise.resolve({ body: { ...startBody(world), report } });
        },
      ],
      [
        'ravi',
        'removeTopic',
        async () => {
          const topic = await addTopic(world, 'ravi', { seriesId: params.seriesId, params }, 'x');
          return {
            params: { ...params, lineId: topic.id },
            body: { version: topic.version },
          };
        },
      ],
      ['ravi', 'leaveSeries', () => Promise.resolve({ params })],
    ];
    params.seriesId = (await startTogether(world)).seriesId;
    for (const [person, route, prepare] of commands) {
      const sending = { ...(await prepare()), key: randomUUID() };
      const first = await world.send(person, route, sending);
      oldReadOf(/^applied\./);
      const again = await world.send(person, route, sending);
      expect([route, again.status, again.json]).toEqual([route, first.status, first.json]);
      expect(SUCCESS).toContain(again.status);
    }
  });

  test('is refused when it is somebody else who did it', async () => {
    const body = startBody(world);
    await world.ok('maya', 'startSeries', { body });
    const again = await world.send('maya', 'startSeries', { body });
    expect([again.status, again.json.code]).toEqual([409, 'series.idTaken']);
  });
});

describe('an effect whose answer was lost', () => {
  /** What arrived cannot go from its author's page; then the two go apart, and then comes the sweep. */
  async function goApartInBetween(series: Started, share: () => Promise<unknown>) {
    batch = (container, partition, operations) =>
      container === 'people' && touches(operations, /^page\./) && !touches(operations, /^applied\./)
        ? Promise.reject(new StorageUnavailable(null, null))
        : store.batch(container, partition, operations);
    await share();
    ({ batch } = store);
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000));
    await sweepEffects(world.composed.services);
    const { tid, oid } = world.issuer.person('maya');
    const page = await world.composed.services.documents.read<PrivatePage>(
      personPartition(personIdOf(tid, oid)),
      pagePlacing(series.seriesId).id,
    );
    return page?.value;
  }

  test("a shared topic is on the agenda, and not on its author's page as well", async () => {
    const series = await startTogether(world);
    const topic = await addTopic(world, 'maya', series, 'Shared', 'addPrivateTopic');
    const page = await goApartInBetween(series, async () => {
      const params = { ...series.params, lineId: topic.id };
      expect((await world.send('maya', 'shareTopic', { params })).status).toBe(503);
    });
    expect((await view(world, 'maya', series)).json.topics).toMatchObject([{ text: 'Shared' }]);
    expect(page).toMatchObject({ topics: [], sharing: [] });
  });

  test('feedback that has arrived is not given back to its author as a draft', async () => {
    const series = await startTogether(world);
    const id = randomUUID();
    const body = { id, text: 'Thank you for the report.', kind: 'praise' };
    await world.ok('maya', 'addPrivateFeedback', { params: series.params, body });
    const page = await goApartInBetween(series, async () => {
      const delivery = { how: 'send', at: world.clock.now().toISOString() };
      const params = { ...series.params, lineId: id };
      const given = await world.send('maya', 'giveFeedback', { params, body: { delivery } });
      expect(given.status).toBe(503);
    });
    const { feedback } = (await world.ok('maya', 'listFeedback', { params: series.params })).json;
    expect(feedback).toMatchObject([{ id }]);
    expect(page?.feedback).toEqual([]);
  });

  test('a seat is settled once, also by an attempt that meets the one before', async () => {
    const series = await startTogether(world);
    let met = 0;
    batch = async (container, partition, operations) => {
      const etags = await store.batch(container, partition, operations);
      const own = container === 'people' && touches(operations, /^chat\.|^seat\./);
      if (!own || met > 0) return etags;
      met += 1;
      // As an adapter that repeats by itself would say it.
      throw new StorageConflict('changed', 0);
    };
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    expect(met).toBe(1);
    expect((await world.ok('ravi', 'getHome')).json.seats).toEqual([]);
  });
});
