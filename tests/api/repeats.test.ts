import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change, Documents } from '@rapport/api/documents/documents';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { pagePlacing, personPartition } from '@rapport/api/places';
import { StorageConflict, StorageUnavailable } from '@rapport/api/ports/storage';
import { personIdOf } from '@rapport/domain/person';
import type { PrivatePage } from '@rapport/domain/series';
import { randomUUID } from 'node:crypto';
import { addTopic, startBody, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
/** As they are; what the api uses can be made to lose answers, or to give those of an older replica. */
let own: Documents;
beforeEach(async () => {
  world = await openWorld();
  own = { ...world.composed.services.documents };
});
afterEach(() => world.close());

const put = (instead: Partial<Documents>): void =>
  void Object.assign(world.composed.services.documents, own, instead);

const touches = (changes: readonly Change[], id: RegExp): boolean =>
  changes.some((one) => id.test(one.change === 'delete' ? one.id : one.placing.id));

/** The next batch with such a document in it is made, and its answer lost. */
function loseAnswerOf(id: RegExp, error: Error): void {
  put({
    async write(partition, changes) {
      await own.write(partition, changes);
      if (!touches(changes, id)) return;
      put({});
      throw error;
    },
  });
}

/**
 * Remembers every document as it is when it is first read from now on. @returns begins to answer out of that
 * replica, until a write meets what is newer: then this session has seen it
 */
function replica(): () => void {
  const old = new Map<string, Awaited<ReturnType<Documents['read']>>>();
  put({
    async read<T>(...[partition, id]: Parameters<Documents['read']>) {
      const found = await own.read<T>(partition, id);
      const name = `${partition.key} ${id}`;
      if (!old.has(name)) old.set(name, found);
      return found;
    },
  });
  return () =>
    put({
      async read<T>(...[partition, id]: Parameters<Documents['read']>) {
        const name = `${partition.key} ${id}`;
        const known = old.get(name) as Awaited<ReturnType<typeof own.read<T>>> | undefined;
        return known === undefined ? own.read<T>(partition, id) : known;
      },
      async write(partition, changes) {
        try {
          await own.write(partition, changes);
        } catch (error) {
          put({});
          throw error;
        }
      },
    });
}

describe('a command whose first answer was lost', () => {
  const SUCCESS = [200, 201, 202];

  test('is answered 503 with a time to come back, and then as the first would have been', async () => {
    const key = randomUUID();
    const body = startBody(world);
    loseAnswerOf(/^applied\./, new StorageUnavailable(null, 503));
    const first = await world.send('maya', 'startSeries', { body, key });
    expect([first.status, first.json.code]).toEqual([503, 'busy']);
    expect(first.headers['retry-after']).toBe('1');
    expect(world.log.at(-1)).toContain('"busy.storage.503"');
    expect((await world.send('maya', 'startSeries', { body, key })).status).toBe(201);
    expect((await world.ok('maya', 'getHome')).json.seats).toHaveLength(1);
  });

  test.each([
    ['everything of it is seen', () => put({})],
    ['a replica has not heard of it', null],
  ])('is not refused for what it did itself, where %s', async (_, asItIs) => {
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
      const fromThen = replica();
      const first = await world.send(person, route, sending);
      (asItIs ?? fromThen)();
      const told = world.nudges.length;
      const again = await world.send(person, route, sending);
      put({});
      // Nobody is told of a version that there never was.
      const versions = world.nudges.slice(told).map(({ nudge }) => nudge.version);
      expect(Math.max(0, ...versions)).toBe(0);
      expect([route, again.status, again.json]).toEqual([route, first.status, first.json]);
      expect(SUCCESS).toContain(again.status);
    }
  });

  test('five times at once is carried out once, and each time answered alike', async () => {
    const series = await startTogether(world);
    const sending = {
      params: series.params,
      body: { id: randomUUID(), text: 'Once' },
      key: randomUUID(),
    };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.send('ravi', 'addTopic', sending)),
    );
    const [first] = answers;
    expect(answers.map(({ status, json }) => [status, json])).toEqual(
      answers.map(() => [201, first?.json]),
    );
    const { topics, version } = (await view(world, 'ravi', series)).json;
    expect([topics.length, version]).toEqual([1, first?.json.version]);
  });

  test('and that changed nothing is still bound to what it said', async () => {
    const series = await startTogether(world);
    const topic = await addTopic(world, 'ravi', series, 'Discussed');
    const params = { ...series.params, lineId: topic.id };
    const key = randomUUID();
    const say = (discussed: boolean) =>
      world.send('ravi', 'discussTopic', { params, body: { discussed }, key });
    const first = await say(false);
    expect((await say(true)).json.code).toBe('idempotencyKey.reused');
    expect((await say(false)).json).toEqual(first.json);
    expect((await view(world, 'ravi', series)).json.topics).toMatchObject([{ discussedAt: null }]);
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
    put({
      write: (partition, changes) =>
        partition.container === 'people' &&
        touches(changes, /^page\./) &&
        !touches(changes, /^applied\./)
          ? Promise.reject(new StorageUnavailable(null, null))
          : own.write(partition, changes),
    });
    await share();
    put({});
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
    // As an adapter says it that has tried again by itself.
    loseAnswerOf(/^seat\./, new StorageConflict('changed', 0));
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    const { seats } = (await world.ok('ravi', 'getHome')).json;
    expect(seats).toMatchObject([{ series: series.seriesId, state: 'ended' }]);
  });
});
