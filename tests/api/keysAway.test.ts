import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStores } from '@rapport/api/composing/openStores';
import type { OpenStores } from '@rapport/api/composing/stores';
import { KeysUnavailable } from '@rapport/api/ports/keyWrap';
import { randomUUID } from 'node:crypto';
import { addTopic, startBody, startTogether, view } from './support/story';
import { keptInSqlite } from './support/kept';
import { openWorld, type World } from './support/world';

let world: World;
let isAway: boolean;
/** Batches that reached the store of the content. */
let batches: number;
beforeEach(async () => {
  isAway = false;
  batches = 0;
  world = await openWorld({ kept: { ...keptInSqlite, open } });
});
afterEach(() => world.close());

/** Everything as it is, but for a key above all keys that can be away. */
const open: OpenStores = async (environment, clock) => {
  const stores = await openStores(environment, clock);
  const unlessAway = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isAway) throw new KeysUnavailable('503');
    return work();
  };
  const { wrap, storage } = stores;
  return {
    ...stores,
    storage: {
      ...storage,
      batch: (...batch) => ((batches += 1), storage.batch(...batch)),
    },
    wrap: {
      ...wrap,
      wrap: (...args) => unlessAway(() => wrap.wrap(...args)),
      unwrap: (...args) => unlessAway(() => wrap.unwrap(...args)),
    },
  };
};

describe('while the vault is away', () => {
  test('who needs a key that is not in memory is told to come back; nothing is half-written', async () => {
    isAway = true;
    const sending = { body: startBody(world), key: randomUUID() };
    const refused = await world.send('maya', 'startSeries', sending);
    expect([refused.status, refused.json.code]).toEqual([503, 'keys.unavailable']);
    expect(refused.headers['retry-after']).toBe('1');
    expect(world.log.at(-1)).toContain('keys.unavailable.503');
    expect(batches).toBe(0);

    // It is back: no restart, and the same command goes through as if for the first time.
    isAway = false;
    expect((await world.send('maya', 'startSeries', sending)).status).toBe(201);
    expect((await world.ok('maya', 'getHome')).json.seats).toHaveLength(1);
  });

  test('who talks to each other already goes on', async () => {
    const series = await startTogether(world);
    await addTopic(world, 'maya', series, 'before');
    isAway = true;
    await addTopic(world, 'ravi', series, 'meanwhile');
    expect(JSON.stringify(await view(world, 'maya', series))).toContain('meanwhile');
  });
});
