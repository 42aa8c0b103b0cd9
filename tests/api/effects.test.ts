import { afterEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import type { Documents } from '@rapport/api/documents/documents';
import { addTopic, start, startBody, startTogether, view } from './support/story';
import { openWorld, type World } from './support/world';

/** The process dies at the n-th write after `arm(n)`: nothing from then on reaches the store. */
class Crash {
  private left = Infinity;
  arm(writes: number): void {
    this.left = writes;
  }
  disarm(): void {
    this.left = Infinity;
  }
  install(documents: Documents): void {
    const write = documents.write.bind(documents);
    Object.assign(documents, {
      write: (...args: Parameters<Documents['write']>) => {
        if (this.left <= 0) return Promise.reject(new Error('the process is gone'));
        this.left -= 1;
        return write(...args);
      },
    });
  }
}

let world: World;
afterEach(() => world.close());

async function openCrashing(): Promise<Crash> {
  const crash = new Crash();
  world = await openWorld({
    wrap: (composed) => {
      crash.install(composed.services.documents);
      return composed;
    },
  });
  return crash;
}

/** The timer comes by, a minute later. */
async function sweep(): Promise<number> {
  world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000));
  return sweepEffects(world.composed.services);
}

describe('what was interrupted is finished later, once', () => {
  // Sharing takes four writes: page and effect, the agenda, the page again, the effect's end.
  for (const survived of [1, 2, 3]) {
    test(`C4: sharing a topic, the process gone after ${survived} of 4 writes`, async () => {
      const crash = await openCrashing();
      const series = await startTogether(world);
      const topic = await addTopic(world, 'ravi', series, 'to share', 'addPrivateTopic');
      crash.arm(survived);
      const params = { ...series.params, lineId: topic.id };
      const reply = await world.send('ravi', 'shareTopic', { params });
      expect(reply.status).toBeGreaterThanOrEqual(500);
      crash.disarm();

      const shown = (await view(world, 'ravi', series)).json;
      expect([...shown.topics, ...shown.onlyMe.topics]).toHaveLength(1);
      await sweep();
      const mine = (await view(world, 'ravi', series)).json;
      expect([mine.topics.length, mine.onlyMe.topics.length]).toEqual([1, 0]);
      expect((await view(world, 'maya', series)).json.topics).toMatchObject([{ text: 'to share' }]);
      expect(await sweep()).toBe(0);
    });
  }

  test('C4: sharing again with the same key finishes it too', async () => {
    const crash = await openCrashing();
    const series = await startTogether(world);
    const topic = await addTopic(world, 'ravi', series, 'to share', 'addPrivateTopic');
    const sending = {
      params: { ...series.params, lineId: topic.id },
      key: '33333333-3333-4333-8333-333333333333',
    };
    crash.arm(1);
    expect((await world.send('ravi', 'shareTopic', sending)).status).toBe(503);
    crash.disarm();
    await world.ok('ravi', 'shareTopic', sending);
    const { topics, onlyMe } = (await view(world, 'ravi', series)).json;
    expect([topics.length, onlyMe.topics.length]).toEqual([1, 0]);
  });

  test('C4: a topic that the agenda cannot take any more stays private', async () => {
    const crash = await openCrashing();
    const series = await startTogether(world);
    const topic = await addTopic(world, 'ravi', series, 'kept', 'addPrivateTopic');
    crash.arm(1);
    await world.send('ravi', 'shareTopic', { params: { ...series.params, lineId: topic.id } });
    crash.disarm();
    await world.ok('maya', 'leaveSeries', { params: series.params });
    await sweep();
    const { topics, onlyMe } = (await view(world, 'ravi', series)).json;
    expect([topics, onlyMe.topics]).toMatchObject([[], [{ text: 'kept' }]]);
  });

  // The first write claims the place for the series; with the second it exists.
  for (const survived of [2, 3, 4, 5, 6]) {
    test(`C1: an invitation, the process gone after ${survived} writes`, async () => {
      const crash = await openCrashing();
      crash.arm(survived);
      await start(world);
      crash.disarm();
      await sweep();
      const seats = async (who: string) => (await world.ok(who, 'getHome')).json.seats;
      expect([await seats('maya'), await seats('ravi')]).toMatchObject([
        [{ state: 'waiting' }],
        [{ state: 'invited' }],
      ]);
      expect(await sweep()).toBe(0);
    });
  }

  test('C1: a series that was never stored keeps nobody from setting it up', async () => {
    const crash = await openCrashing();
    const set = (body: Record<string, unknown>) => world.send('maya', 'startSeries', { body });
    const body = startBody(world);
    crash.arm(1);
    expect((await set(body)).status).toBe(500);
    crash.disarm();
    const another = { ...body, id: '44444444-4444-4444-8444-444444444444' };
    expect((await set(another)).json.code).toBe('busy');
    await sweep();
    expect((await set(another)).status).toBe(201);
    expect((await set(body)).json.code).toBe('series.exists');
  });
});
