import { describe, expect, test } from '@jest/globals';
import { systemClock } from '@rapport/api/ports/clock';
import {
  StorageConflict,
  StorageUnavailable,
  type Operation,
  type Storage,
} from '@rapport/api/ports/storage';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import type { CosmosPlace } from '@rapport/api/storage/cosmosClient';
import { openCosmosKeyStore } from '@rapport/api/storage/cosmosKeys';
import { createStandIn } from '../cosmos/standIn';
import { answers, breaks, breaksAfter, isSilent, withTrouble, type Trouble } from './carrier';

const create: Operation = {
  op: 'create',
  document: {
    partition: 'p',
    id: 'a',
    kind: 'k',
    body: 'body',
    tenant: 't',
    keyId: 'key',
    schema: 1,
    revision: 1,
    due: null,
    expires: null,
  },
};
const write = (storage: Storage) => storage.batch('series', 'p', [create]);
const read = (storage: Storage) => storage.read('series', 'p', 'a');
const listDue = (storage: Storage) =>
  storage.listDue('series', 'k', '2026-01-01T00:00:00.000Z', null, 10);

/** A store over the stand-in whose first requests meet these troubles. */
async function met(troubles: Trouble[], parts: Partial<CosmosPlace> = {}) {
  const standIn = createStandIn();
  const { endpoint, credential } = standIn;
  const place = {
    endpoint,
    database: 'rapport',
    access: { credential },
    httpClient: withTrouble(standIn.httpClient, troubles),
    patience: { firstWaitMs: 1 },
    ...parts,
  };
  return { standIn, place, storage: await openCosmosStorage(place, systemClock) };
}

const soon = { 'x-ms-retry-after-ms': '1' };
const throttledInside = [
  { statusCode: 424, requestCharge: 0 },
  { statusCode: 429, requestCharge: 0 },
];
const passing: [string, Trouble][] = [
  ['408, timed out', answers(408)],
  ['410, moved', answers(410)],
  ['429, throttled', answers(429, soon)],
  ['429 inside a batch', answers(207, soon, throttledInside)],
  ['449, "retry with"', answers(449)],
  ['500', answers(500)],
  ['503, unavailable', answers(503)],
  ['a replica behind this instance', answers(404, { 'x-ms-substatus': '1002' })],
  ['a broken connection', breaks],
];

describe('trouble that passes is waited out', () => {
  test.each(passing)('%s: a write is made, once', async (_, trouble) => {
    const { standIn, storage } = await met([trouble, trouble]);
    const [etag] = await write(storage);
    expect(standIn.dump('series')).toHaveLength(1);
    expect(await read(storage)).toMatchObject({ id: 'a', etag });
    await storage.close();
  });

  test.each(passing.filter(([name]) => !/inside/.test(name)))(
    '%s: what is there is read, and listed',
    async (_, trouble) => {
      const troubles: Trouble[] = [];
      const { storage } = await met(troubles);
      await write(storage);
      troubles.push(trouble, trouble);
      expect(await read(storage)).toMatchObject({ id: 'a' });
      troubles.push(trouble);
      expect((await storage.list('series', 'p', 'k', null, 10)).documents).toHaveLength(1);
      troubles.push(trouble);
      expect((await listDue(storage)).documents).toEqual([]);
      await storage.close();
    },
  );
});

describe('a write whose answer is lost', () => {
  test('is made again, meets itself, and says so: its caller reads and finds it', async () => {
    const { standIn, storage } = await met([breaksAfter]);
    const attempt = write(storage);
    await expect(attempt).rejects.toThrow(StorageConflict);
    await expect(attempt).rejects.toMatchObject({ reason: 'exists', index: 0 });
    expect(standIn.dump('series')).toHaveLength(1);
    await storage.close();
  });

  test('of a key: the key stands, for everybody', async () => {
    const { place } = await met([]);
    const { httpClient } = createStandIn();
    const keys = await openCosmosKeyStore({
      ...place,
      database: 'rapport-keys',
      httpClient: withTrouble(httpClient, [breaksAfter]),
    });
    const key = { id: 'k1', wrapped: new Uint8Array([1, 2, 3]) };
    expect((await keys.createIfAbsent('n', key)).id).toBe('k1');
    expect((await keys.createIfAbsent('n', { ...key, id: 'k2' })).id).toBe('k1');
    await keys.close();
  });
});

describe('a store that stays away', () => {
  const always = (trouble: Trouble) => Array.from({ length: 1000 }, () => trouble);
  const away: [string, Trouble, number | null][] = [
    ['503 for ever', answers(503), 503],
    ['broken connections for ever', breaks, null],
    ['silence', isSilent, null],
  ];
  test.each(away)('%s: StorageUnavailable, within the patience there is', async (_, trouble) => {
    for (const ask of [write, read, listDue]) {
      const { storage } = await met(always(trouble), { patience: { totalMs: 60, firstWaitMs: 1 } });
      await expect(ask(storage)).rejects.toThrow(StorageUnavailable);
      await storage.close();
    }
  });

  test('one that asks for a longer wait than a person has is not waited for at all', async () => {
    const { standIn, storage } = await met(
      always(answers(429, { 'x-ms-retry-after-ms': '60000' })),
    );
    await expect(write(storage)).rejects.toMatchObject({ retryAfterMs: 60_000, status: 429 });
    await expect(read(storage)).rejects.toMatchObject({ retryAfterMs: 60_000, status: 429 });
    expect(standIn.requests.filter(({ path }) => path.includes('/docs'))).toEqual([]);
    await storage.close();
  });

  test('no token to be had: the same', async () => {
    const refused = Object.assign(new Error('no identity'), { name: 'CredentialUnavailableError' });
    const credential = { getToken: () => Promise.reject(refused) };
    const patience = { totalMs: 40, firstWaitMs: 1 };
    const { storage } = await met([], { access: { credential }, patience });
    await expect(write(storage)).rejects.toThrow(StorageUnavailable);
    await expect(read(storage)).rejects.toThrow(StorageUnavailable);
    await storage.close();
  });
});

describe('what waiting does not mend', () => {
  const wrong: [string, Trouble][] = [
    ['a request that is not understood', answers(400)],
    ['an identity without a role', answers(403, { 'x-ms-substatus': '5301' })],
    ['a container that is not there', answers(404, { 'x-ms-substatus': '1003' })],
  ];
  test.each(wrong)('%s is an error of ours at once, never an empty answer', async (_, trouble) => {
    for (const ask of [write, read, listDue]) {
      const troubles = [trouble, breaks];
      const { storage } = await met(troubles);
      const failure: unknown = await ask(storage).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(StorageUnavailable);
      expect(failure).not.toBeInstanceOf(StorageConflict);
      expect(troubles).toEqual([breaks]);
      await storage.close();
    }
  });
});
