import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Movable } from '@rapport/api/ports/movable';
import type { Container, Storage, StoredDocument } from '@rapport/api/ports/storage';
import { ContinuationInvalid } from '@rapport/api/storage/continuation';
import { randomUUID } from 'node:crypto';

/** Both ports over one and the same store. */
export interface Opened {
  readonly storage: Storage;
  readonly movable: Movable;
}

/**
 * What every adapter has to do of which a whole store can be moved. Partitions are new for each test, so an
 * adapter may hand out the same store again and again.
 */
export function movableContract(open: () => Promise<Opened>): void {
  let opened: Opened;
  let partition: string;
  const others: Opened[] = [];
  beforeEach(async () => {
    partition = randomUUID();
    opened = await open();
  });
  afterEach(async () => {
    for (const { storage, movable } of [opened, ...others.splice(0)]) {
      await storage.close();
      await movable.close();
    }
  });

  const document = (id: string, parts: Partial<StoredDocument> = {}): StoredDocument => ({
    partition,
    id,
    kind: 'kind',
    body: `body of ${id}`,
    tenant: 'tenant',
    keyId: 'key',
    schema: 1,
    revision: 1,
    due: null,
    expires: null,
    ...parts,
  });
  const elsewhere = (n: number) => `${partition} ${n}`;
  const create = (container: Container, one: StoredDocument) =>
    opened.storage.batch(container, one.partition, [{ op: 'create', document: one }]);

  /** Those of this test, in the order in which they come. */
  async function all(
    container: Container,
    limit: number,
    { movable }: Opened = opened,
    from: string | null = null,
  ): Promise<StoredDocument[]> {
    const { documents, continuation } = await movable.all(container, from, limit);
    expect(documents.length).toBeLessThanOrEqual(limit);
    const rest =
      continuation === null
        ? []
        : await all(container, limit, { ...opened, movable }, continuation);
    return [...documents.filter((one) => one.partition.startsWith(partition)), ...rest];
  }
  const sorted = (documents: readonly StoredDocument[]) =>
    documents.toSorted((a, b) => (`${a.partition} ${a.id}` < `${b.partition} ${b.id}` ? -1 : 1));

  test('shows all documents of one container, whatever partition and kind, as they were written', async () => {
    const written = [0, 1, 2, 3, 4].flatMap((n) => [
      document('a', { partition: elsewhere(n), kind: `kind ${n}`, schema: n + 1, revision: 9 - n }),
      document('b', { partition: elsewhere(n), due: '2026-03-02T12:00:00.000Z', tenant: `t${n}` }),
      document('c', { partition: elsewhere(n), expires: '2996-03-02T12:00:00.000Z', keyId: 'k2' }),
    ]);
    for (const one of written) await create('series', one);
    await create('people', document('a', { body: 'of a person' }));
    for (const limit of [1, 2, 7, 1000])
      expect(sorted(await all('series', limit))).toEqual(sorted(written));
    expect(await all('people', 10)).toEqual([document('a', { body: 'of a person' })]);
    expect(await all('chats', 10)).toEqual([]);
  });

  test('shows them in an order that stays, also to another process in the middle of it', async () => {
    for (const n of [3, 1, 4, 0, 2]) {
      await create('series', document('b', { partition: elsewhere(n) }));
      await create('series', document('a', { partition: elsewhere(n) }));
    }
    const order = await all('series', 3);
    expect(order).toHaveLength(10);
    const later = await open();
    others.push(later);
    expect(await all('series', 3, later)).toEqual(order);

    let continuation: string | null = null;
    const found: StoredDocument[] = [];
    let reader = opened.movable;
    do {
      const page = await reader.all('series', continuation, 3);
      found.push(...page.documents.filter((one) => one.partition.startsWith(partition)));
      continuation = page.continuation;
      reader = reader === opened.movable ? later.movable : opened.movable;
    } while (continuation !== null);
    expect(found).toEqual(order);
  });

  test('writes documents of many partitions, over those that are there, and again without effect', async () => {
    await create('series', document('there', { body: 'old', kind: 'old', revision: 7 }));
    await create('people', document('there', { body: 'of a person' }));
    const documents = [
      document('there', { revision: 3, expires: '2996-03-02T12:00:00.000Z' }),
      ...[0, 1, 2].map((n) => document('new', { partition: elsewhere(n), body: `body ${n}` })),
    ];
    for (const _ of [1, 2]) {
      await opened.movable.put('series', documents);
      expect(sorted(await all('series', 100))).toEqual(sorted(documents));
    }
    expect(await opened.storage.read('series', partition, 'there')).toMatchObject(
      document('there', { revision: 3, expires: '2996-03-02T12:00:00.000Z' }),
    );
    expect((await opened.storage.read('people', partition, 'there'))?.body).toBe('of a person');
  });

  test('what it wrote is a document like any other: listed, due, changed under its etag', async () => {
    const kind = randomUUID();
    const due = '2026-03-02T12:00:00.000Z';
    await opened.movable.put('series', [document('a', { kind, due })]);
    const { storage } = opened;
    expect((await storage.list('series', partition, kind, null, 9)).documents).toHaveLength(1);
    expect((await storage.listDue('series', kind, due, null, 9)).documents).toHaveLength(1);
    const etag = (await storage.read('series', partition, 'a'))?.etag ?? '';
    await storage.batch('series', partition, [{ op: 'replace', document: document('a'), etag }]);
    await opened.movable.put('series', [document('a', { kind, due })]);
    expect((await storage.read('series', partition, 'a'))?.etag).not.toBe(etag);
  });

  test('writes more than a batch holds, in number and in bytes', async () => {
    const many = Array.from({ length: 250 }, (_, n) => document(`id ${n}`));
    await opened.movable.put('series', many);
    expect(await all('series', 1000)).toHaveLength(250);
    const body = 'aB3/'.repeat(475_000);
    const big = [0, 1, 2].map((n) => document(`big ${n}`, { partition: elsewhere(1), body }));
    await opened.movable.put('series', big);
    for (const { id } of big)
      expect((await opened.storage.read('series', elsewhere(1), id))?.body === body).toBe(true);
  });

  test('keeps any name that is well-formed text, and refuses what no store keeps apart', async () => {
    const names = [
      "o'clock",
      'ünï',
      '人',
      '👩‍🚀',
      'é',
      'e\u0301',
      '%_',
      'A',
      'a',
      '/',
      '\\',
      '?',
      '#',
      ' ',
    ];
    await opened.movable.put(
      'series',
      names.map((name) => document(name)),
    );
    const found = await all('series', 5);
    expect(found.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
    for (const name of ['', '\0', '\ud800'])
      await expect(opened.movable.put('series', [document(name)])).rejects.toThrow(RangeError);
    const other = document('b', { due: 'tomorrow' });
    await expect(opened.movable.put('series', [document('a'), other])).rejects.toThrow(RangeError);
    expect(await all('series', 100)).toHaveLength(names.length);
  });

  test('refuses a page without documents, and a continuation that it did not give', async () => {
    await create('series', document('a'));
    await create('series', document('b'));
    for (const limit of [0, -1, 1.5, NaN])
      await expect(opened.movable.all('series', null, limit)).rejects.toThrow(RangeError);
    const { continuation } = await opened.movable.all('series', null, 1);
    const bad = ['', 'a', 'bnVsbA', '{}', `${continuation} `];
    for (const one of bad)
      await expect(opened.movable.all('series', one, 1)).rejects.toThrow(ContinuationInvalid);
    await expect(opened.movable.all('people', continuation, 1)).rejects.toThrow(
      ContinuationInvalid,
    );
  });
}
