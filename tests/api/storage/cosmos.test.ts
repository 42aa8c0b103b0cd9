import { describe, expect, test } from '@jest/globals';
import { systemClock } from '@rapport/api/ports/clock';
import type { Operation, Storage, StoredDocument } from '@rapport/api/ports/storage';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import { CONTENT_CONTAINERS, CONTENT_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { createStandIn, type StandIn } from '../cosmos/standIn';
import { storageContract } from './contract';

const NOON = '2026-03-02T12:00:00.000Z';
const at = (instant: string) => ({ now: () => new Date(instant) });

const over = ({ endpoint, credential, httpClient }: StandIn, clock = systemClock) =>
  openCosmosStorage(
    { endpoint, database: CONTENT_DATABASE, access: { credential }, httpClient },
    clock,
  );

const document = (id: string, parts: Partial<StoredDocument> = {}): StoredDocument => ({
  partition: 'p',
  id,
  kind: 'k',
  body: 'body',
  tenant: 't',
  keyId: 'key',
  schema: 1,
  revision: 1,
  due: null,
  expires: null,
  ...parts,
});
const create = (id: string, parts: Partial<StoredDocument> = {}): Operation => ({
  op: 'create',
  document: document(id, parts),
});
const put = (storage: Storage, ...operations: Operation[]) =>
  storage.batch(
    'series',
    operations[0]?.op === 'create' ? operations[0].document.partition : 'p',
    operations,
  );
/** What was asked about documents, beside the plans that the SDK asks for. */
const asked = ({ requests }: StandIn) =>
  requests.filter(
    ({ path, headers }) => path.includes('/docs') && !headers['x-ms-cosmos-is-query-plan-request'],
  );

describe('Cosmos DB, over the stand-in, keeps the contract of the storage port', () => {
  const standIn = createStandIn();
  storageContract((clock) => over(standIn, clock));
});

describe('what Cosmos DB is asked', () => {
  test('one request for a read, a write and a page, whatever is in it', async () => {
    const standIn = createStandIn();
    const storage = await over(standIn);
    await put(storage, create('a'), create('b'), create('c', { due: NOON }));
    await storage.read('series', 'p', 'a');
    await storage.list('series', 'p', 'k', null, 10);
    await storage.listDue('series', 'k', NOON, null, 10);
    expect(asked(standIn).map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'POST']);
    await storage.close();
  });

  test('what is due: one question to each physical partition, merged oldest first', async () => {
    const standIn = createStandIn();
    const storage = await over(standIn);
    const partitions = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const dueAt = (index: number) => new Date(Date.parse(NOON) + index * 1000).toISOString();
    for (const [index, partition] of partitions.entries()) {
      await put(storage, create('x', { partition, due: dueAt((index * 7) % 30) }));
    }
    standIn.split(3);
    const before = asked(standIn).length;
    const page = await storage.listDue('series', 'k', dueAt(99), null, 100);
    expect(page.documents.map(({ due }) => due)).toEqual(
      partitions.map((_, index) => dueAt(index)),
    );
    const ranges = asked(standIn)
      .slice(before)
      .map((one) => one.headers['x-ms-documentdb-partitionkeyrangeid']);
    expect(ranges.toSorted((a, b) => Number(a) - Number(b))).toEqual(['0', '1', '2']);
    await storage.close();
  });

  test('only about what its index holds: the two orders, and never a body', () => {
    for (const { indexingPolicy, partitionKey, defaultTtl } of CONTENT_CONTAINERS) {
      expect(indexingPolicy.includedPaths.map(({ path }) => path)).toEqual([
        '/partition/?',
        '/place/?',
        '/dueAt/?',
      ]);
      expect(indexingPolicy.excludedPaths[0]).toEqual({ path: '/*' });
      expect([partitionKey.paths, defaultTtl]).toEqual([['/partition'], -1]);
    }
  });

  test('a document that is never due has nothing in the order of what is due', async () => {
    const standIn = createStandIn();
    const storage = await over(standIn);
    await put(storage, create('a'), create('b', { due: NOON }));
    expect(standIn.dump('series').map((item) => 'dueAt' in item)).toEqual([false, true]);
    await storage.close();
  });
});

describe('the time to live', () => {
  test('counts from the write, and ends a minute after the product has forgotten', async () => {
    const standIn = createStandIn();
    const storage = await over(standIn, at(NOON));
    const expires = '2026-03-02T12:10:00.000Z';
    const [etag = ''] = await put(storage, create('a', { expires }), create('ever'));
    expect(standIn.dump('series').map(({ ttl }) => ttl)).toEqual([660, undefined]);
    await storage.close();

    const later = await over(standIn, at('2026-03-02T12:05:00.000Z'));
    const replace = { op: 'replace', document: document('a', { expires }), etag } as const;
    await later.batch('series', 'p', [replace]);
    expect(standIn.dump('series').map(({ ttl }) => ttl)).toEqual([360, undefined]);
    await later.close();
  });

  test('removes by itself what nobody has asked for again', async () => {
    let seconds = 0;
    const standIn = createStandIn(undefined, () => seconds);
    const storage = await over(standIn, at(NOON));
    await put(storage, create('a', { expires: '2026-03-02T12:10:00.000Z' }));
    seconds = 659;
    expect(standIn.dump('series')).toHaveLength(1);
    seconds = 660;
    expect(standIn.dump('series')).toEqual([]);
    await storage.close();
  });
});

describe('two instances over replicas that are behind', () => {
  test('an instance reads what it has written itself', async () => {
    const standIn = createStandIn();
    standIn.lag();
    const storage = await over(standIn);
    await put(storage, create('a'));
    expect(await storage.read('series', 'p', 'a')).not.toBeNull();
    expect((await storage.list('series', 'p', 'k', null, 10)).documents).toHaveLength(1);
    await storage.close();
  });

  test('another one may not, until it meets the write: then it reads what it met', async () => {
    const standIn = createStandIn();
    const [one, other] = [await over(standIn), await over(standIn)];
    const [first = ''] = await put(one, create('a'));
    expect((await other.read('series', 'p', 'a'))?.etag).toBe(first);
    standIn.lag();
    const replace = {
      op: 'replace',
      document: document('a', { body: 'new' }),
      etag: first,
    } as const;
    const [second = ''] = await one.batch('series', 'p', [replace]);
    expect((await other.read('series', 'p', 'a'))?.etag).toBe(first);
    const third = await over(standIn);
    expect((await third.read('series', 'p', 'a'))?.etag).not.toBe(second);
    expect((await third.read('series', 'p', 'a', 'latest'))?.etag).toBe(second);
    await third.close();
    await expect(other.batch('series', 'p', [replace])).rejects.toMatchObject({
      reason: 'changed',
    });
    expect((await other.read('series', 'p', 'a'))?.etag).toBe(second);
    await Promise.all([one.close(), other.close()]);
  });
});
