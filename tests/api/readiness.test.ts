import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStores } from '@rapport/api/composing/openStores';
import type { OpenStores } from '@rapport/api/composing/stores';
import { KeysUnavailable } from '@rapport/api/ports/keyWrap';
import { StorageUnavailable } from '@rapport/api/ports/storage';
import { ASK_AGAIN_MS, createReadiness } from '@rapport/api/readiness';
import { join } from 'node:path';
import { keptInSqlite } from './support/kept';
import { startTogether } from './support/story';
import { openWorld, type World } from './support/world';

/** What fails, by which error; and how often the outermost key was asked to open something. */
let away: { storage?: Error; keyStore?: Error; wrap?: Error };
let opened: number;
let world: World;
beforeEach(async () => {
  away = {};
  opened = 0;
  world = await openWorld({ kept: { ...keptInSqlite, open } });
});
afterEach(() => world.close());

const unless = <T>(error: Error | undefined, work: () => Promise<T>): Promise<T> =>
  error ? Promise.reject(error) : work();

const open: OpenStores = async (environment, clock) => {
  const stores = await openStores(environment, clock);
  const { storage, keyStore, wrap } = stores;
  return {
    ...stores,
    storage: { ...storage, read: (...args) => unless(away.storage, () => storage.read(...args)) },
    keyStore: {
      ...keyStore,
      read: (name) => unless(away.keyStore, () => keyStore.read(name)),
    },
    wrap: {
      ...wrap,
      wrap: (...args) => unless(away.wrap, () => wrap.wrap(...args)),
      unwrap: (...args) => {
        opened += 1;
        return unless(away.wrap, () => wrap.unwrap(...args));
      },
    },
  };
};

/** As another process would ask. */
const newlyAsked = async (): Promise<boolean> => {
  const stores = await open(world.environment, { now: () => new Date() });
  const answer = await createReadiness(stores, { write: () => undefined }, () => 0).check();
  await stores.close();
  return answer;
};
const ask = () => world.send(null, 'getReady');

describe('whether people can be served', () => {
  test('is asked of storage and of the keys themselves, with nothing stored and with much', async () => {
    const empty = await ask();
    expect([empty.status, empty.json]).toEqual([200, { status: 'ready' }]);
    expect(opened).toBe(1);
    await startTogether(world);
    const before = opened;
    // Not from memory, where the key has been since it was first needed.
    expect(await newlyAsked()).toBe(true);
    expect(opened).toBe(before + 1);
  });

  const troubles: Record<string, [keyof typeof away, Error, string]> = {
    'the store is silent': ['storage', new StorageUnavailable(null, 429), 'StorageUnavailable 429'],
    'the store is broken': ['storage', new TypeError('SECRET'), 'TypeError'],
    'the key store is broken': ['keyStore', new RangeError('SECRET'), 'RangeError'],
    'the vault is away': ['wrap', new KeysUnavailable('403'), 'KeysUnavailable 403'],
  };
  test.each(Object.keys(troubles))(
    'is denied where %s, and only the log says why',
    async (name) => {
      const [part, error, said] = troubles[name] ?? [];
      if (!part || !error) throw new Error('no such trouble');
      // There is a key to open: the one that signs ids.
      await startTogether(world);
      away[part] = error;
      const refused = await ask();
      expect([refused.status, refused.json.code]).toEqual([503, 'busy']);
      expect(refused.headers['retry-after']).toBe('1');
      const line = world.log
        .map((text) => JSON.parse(text))
        .find(({ event }) => event === 'not ready');
      expect(line).toMatchObject({ part: part === 'storage' ? 'storage' : 'keys', error: said });
      expect(refused.text + world.log.join()).not.toContain('SECRET');
    },
  );

  test('is asked once for everybody, and anew after some seconds', async () => {
    const stores = await open(
      { RAPPORT_DATA: join(world.data, 'other') },
      { now: () => new Date() },
    );
    let at = 0;
    const said: object[] = [];
    const readiness = createReadiness(stores, { write: (line) => said.push(line) }, () => at);
    expect(await Promise.all([readiness.check(), readiness.check()])).toEqual([true, true]);
    away.wrap = new KeysUnavailable('503');
    at += ASK_AGAIN_MS - 1;
    expect([await readiness.check(), opened]).toEqual([true, 1]);
    at += 1;
    expect([await readiness.check(), opened]).toEqual([false, 1]);
    away = {};
    at += ASK_AGAIN_MS;
    expect([await readiness.check(), opened]).toEqual([true, 2]);
    expect(said).toHaveLength(1);
    await stores.close();
  });
});
