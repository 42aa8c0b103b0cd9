import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '@rapport/api/ports/clock';
import { StorageConflict } from '@rapport/api/ports/storage';
import type { Operation, ReadDocument, Storage, StoredDocument } from '@rapport/api/ports/storage';
import { ContinuationInvalid } from '@rapport/api/storage/continuation';
import { randomUUID } from 'node:crypto';

const NOON = '2026-03-02T12:00:00.000Z';
const minutesLater = (minutes: number): string =>
  new Date(Date.parse(NOON) + minutes * 60_000).toISOString();

/**
 * What every adapter of the storage port has to do. Partitions and kinds are new for each test, so an
 * adapter may hand out the same store again and again.
 */
export function storageContract(open: (clock: Clock) => Promise<Storage>): void {
  let storage: Storage;
  let now: string;
  let partition: string;
  let kind: string;
  beforeEach(async () => {
    now = NOON;
    [partition, kind] = [randomUUID(), randomUUID()];
    storage = await open({ now: () => new Date(now) });
  });
  afterEach(() => storage.close());

  const document = (id: string, parts: Partial<StoredDocument> = {}): StoredDocument => ({
    partition,
    id,
    kind,
    body: `body of ${id}`,
    tenant: 'tenant',
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
  const replace = (id: string, etag: string, parts: Partial<StoredDocument> = {}): Operation => ({
    op: 'replace',
    document: document(id, parts),
    etag,
  });
  const remove = (id: string, etag: string): Operation => ({ op: 'delete', id, etag });
  const write = (...operations: Operation[]) => storage.batch('series', partition, operations);
  const writeOne = async (operation: Operation) => (await write(operation))[0] ?? '';
  const read = (id: string) => storage.read('series', partition, id);
  const ids = (documents: readonly ReadDocument[]) => documents.map(({ id }) => id);
  const list = async (limit = 1000) =>
    (await storage.list('series', partition, kind, null, limit)).documents;
  const due = async (until: string) =>
    (await storage.listDue('series', kind, until, null, 1000)).documents;
  /** All pages of a listing, one after the other; `between` runs after each. */
  async function pages(
    next: (continuation: string | null) => ReturnType<Storage['list']>,
    between: () => Promise<unknown> = async () => undefined,
  ): Promise<string[][]> {
    const { documents, continuation } = await next(null);
    if (continuation === null) return [ids(documents)];
    await between();
    return [ids(documents), ...(await pages((from) => next(from ?? continuation), between))];
  }

  describe('documents', () => {
    test('are read as they were written, with an etag that is new for every write', async () => {
      const parts = { due: minutesLater(1), expires: minutesLater(2), schema: 7, revision: 3 };
      const first = await writeOne(create('a', parts));
      expect(await read('a')).toEqual({ ...document('a', parts), etag: first });

      const changed = { kind: 'other', body: 'new', tenant: 't2', keyId: 'k2', revision: 4 };
      const second = await writeOne(replace('a', first, changed));
      expect(await read('a')).toEqual({ ...document('a', changed), etag: second });

      await write(remove('a', second));
      expect(await read('a')).toBeNull();
      const third = await writeOne(create('a'));
      const etags = [first, second, third];
      expect(new Set(etags).size).toBe(3);
      expect(etags.every((etag) => etag.length > 0)).toBe(true);
    });

    test('belong to one container and one partition', async () => {
      const elsewhere = randomUUID();
      await write(create('a'));
      expect(await storage.read('people', partition, 'a')).toBeNull();
      expect(await storage.read('series', elsewhere, 'a')).toBeNull();
      expect((await storage.list('people', partition, kind, null, 10)).documents).toEqual([]);
      expect((await storage.list('series', elsewhere, kind, null, 10)).documents).toEqual([]);

      const same = { ...document('a', { body: 'another' }), partition: elsewhere };
      const [etag = ''] = await storage.batch('series', elsewhere, [
        { op: 'create', document: same },
      ]);
      expect((await read('a'))?.body).toBe('body of a');
      await expect(write(remove('a', etag))).rejects.toMatchObject({ reason: 'changed' });
      await storage.batch('series', elsewhere, [remove('a', etag)]);
      expect(await read('a')).not.toBeNull();
    });

    test('may have any name and body that is well-formed text', async () => {
      const names = ["o'clock", 'ünï', '人', '👩‍🚀', 'é', 'e\u0301', '%_', 'A', 'a', '\u202e', ' '];
      await write(...names.map((name) => create(name, { body: `"${name}"\n` })));
      const found = await Promise.all(names.map(read));
      expect(found.map((one) => one?.body)).toEqual(names.map((name) => `"${name}"\n`));
      expect(ids(await list()).toSorted()).toEqual(names.toSorted());
    });

    test('with a name no store keeps apart are refused, and never found', async () => {
      await write(create('\ufffd'), create('a'));
      for (const name of ['', '\0', 'a\0b', '\ud800']) {
        await expect(write(create(name))).rejects.toThrow(RangeError);
        await expect(write(create('b', { kind: name }))).rejects.toThrow(RangeError);
        await expect(write(create('b', { tenant: name }))).rejects.toThrow(RangeError);
        await expect(write(create('b', { keyId: name }))).rejects.toThrow(RangeError);
        expect(await read(name)).toBeNull();
        expect(await storage.read('series', name, 'a')).toBeNull();
      }
    });

    test('may be as big as Cosmos DB allows', async () => {
      const body = 'aB3/'.repeat(475_000);
      await write(create('big', { body }));
      expect((await read('big'))?.body === body).toBe(true);
    });
  });

  describe('a batch', () => {
    test('answers with one etag for each operation, empty for a delete', async () => {
      const [a = '', b = ''] = await write(create('a'), create('b'));
      const etags = await write(remove('a', a), replace('b', b), create('c'));
      expect(etags[0]).toBe('');
      expect((await read('b'))?.etag).toBe(etags[1]);
      expect((await read('c'))?.etag).toBe(etags[2]);
      expect(await write()).toEqual([]);
    });

    const failures: [string, StorageConflict['reason'], (etag: string) => Operation][] = [
      ['a create that meets an existing id', 'exists', () => create('there')],
      ['a replace of a missing document', 'missing', (etag) => replace('nowhere', etag)],
      ['a delete of a missing document', 'missing', (etag) => remove('nowhere', etag)],
      ['a replace with another etag', 'changed', () => replace('there', 'stale')],
      ['a delete with another etag', 'changed', () => remove('there', 'stale')],
    ];
    for (const [name, reason, failing] of failures) {
      test(`does nothing at all because of ${name}, and says which it was`, async () => {
        const [there = '', x = '', y = ''] = await write(create('there'), create('x'), create('y'));
        const before = await list();
        const good = [create('new'), replace('x', x, { body: 'changed' }), remove('y', y)];
        for (const index of [0, 1, 2, 3]) {
          const attempt = write(...good.toSpliced(index, 0, failing(there)));
          await expect(attempt).rejects.toThrow(StorageConflict);
          await expect(attempt).rejects.toMatchObject({ reason, index });
          expect(await list()).toEqual(before);
        }
        await write(...good);
        expect(ids(await list())).toEqual(['new', 'there', 'x']);
      });
    }

    test('takes a hundred operations and refuses more', async () => {
      const many = Array.from({ length: 101 }, (_, index) => create(`id ${index}`));
      await expect(write(...many)).rejects.toThrow(RangeError);
      expect(await list()).toEqual([]);
      await write(...many.slice(1));
      expect(await list()).toHaveLength(100);
    });

    test('stays in its partition, and takes only instants that sort as text', async () => {
      await expect(write(create('a', { partition: 'other' }))).rejects.toThrow(RangeError);
      for (const instant of ['2026-03-02T12:00:00Z', '2026-03-02', 'soon', '']) {
        await expect(write(create('a', { due: instant }))).rejects.toThrow(RangeError);
        await expect(write(create('a', { expires: instant }))).rejects.toThrow(RangeError);
      }
      expect(await read('a')).toBeNull();
    });

    test('of many that want the same: exactly one wins', async () => {
      const outcomes = async (operation: Operation) => {
        const all = await Promise.allSettled(Array.from({ length: 20 }, () => write(operation)));
        const lost = all.filter((one) => one.status === 'rejected');
        return { won: all.length - lost.length, lost: lost.map(({ reason }) => reason.reason) };
      };
      const others = (reason: string) => Array.from({ length: 19 }, () => reason);
      expect(await outcomes(create('a'))).toEqual({ won: 1, lost: others('exists') });
      const etag = (await read('a'))?.etag ?? '';
      expect(await outcomes(replace('a', etag))).toEqual({ won: 1, lost: others('changed') });
      const next = (await read('a'))?.etag ?? '';
      expect(await outcomes(remove('a', next))).toEqual({ won: 1, lost: others('missing') });
    });
  });

  describe('a list', () => {
    test('has the documents of one kind, ordered by id, in pages', async () => {
      await write(...['d', 'b', 'e', 'a', 'c'].map((id) => create(id)));
      await write(create('other', { kind: 'other' }));
      const next = (from: string | null) => storage.list('series', partition, kind, from, 2);
      expect(await pages(next)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
      expect(await list(5)).toEqual(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(read)));
    });

    test('shows each document once, whatever is written and deleted between its pages', async () => {
      const etags = await write(...['b', 'd', 'f', 'h', 'j', 'l'].map((id) => create(id)));
      let turn = 0;
      const between = async () => {
        turn += 1;
        if (turn === 1)
          await write(create('a'), create('c'), create('g'), remove('b', etags[0] ?? ''));
        if (turn === 2) await write(create('e'), create('m'), remove('f', etags[2] ?? ''));
      };
      const next = (from: string | null) => storage.list('series', partition, kind, from, 2);
      expect(await pages(next, between)).toEqual([
        ['b', 'd'],
        ['f', 'g'],
        ['h', 'j'],
        ['l', 'm'],
      ]);
    });

    test('refuses a continuation that it did not give', async () => {
      await write(...['a', 'b', 'c'].map((id) => create(id, { due: NOON })));
      const listed = (await storage.list('series', partition, kind, null, 1)).continuation ?? '';
      const dued = (await storage.listDue('series', kind, NOON, null, 1)).continuation ?? '';
      const strange = ['', 'a', 'W10', 'bnVsbA', `${listed} `, listed.slice(0, -2), '{}', '\0'];
      for (const bad of [...strange, dued]) {
        await expect(storage.list('series', partition, kind, bad, 1)).rejects.toThrow(
          ContinuationInvalid,
        );
      }
      for (const bad of [...strange, listed]) {
        await expect(storage.listDue('series', kind, NOON, bad, 1)).rejects.toThrow(
          ContinuationInvalid,
        );
      }
      await expect(storage.list('series', 'elsewhere', kind, listed, 1)).rejects.toThrow(
        ContinuationInvalid,
      );
      await expect(storage.list('people', partition, kind, listed, 1)).rejects.toThrow(
        ContinuationInvalid,
      );
      await expect(storage.list('series', partition, 'other', listed, 1)).rejects.toThrow(
        ContinuationInvalid,
      );
      await expect(storage.listDue('series', 'other', NOON, dued, 1)).rejects.toThrow(
        ContinuationInvalid,
      );
    });

    test('refuses a page without documents, and an instant that is none', async () => {
      for (const limit of [0, -1, 1.5, NaN, Infinity]) {
        await expect(list(limit)).rejects.toThrow(RangeError);
        await expect(storage.listDue('series', kind, NOON, null, limit)).rejects.toThrow(
          RangeError,
        );
      }
      await expect(due('tomorrow')).rejects.toThrow(RangeError);
    });
  });

  describe('what is due', () => {
    test('comes from all partitions of a container, oldest first, up to and with an instant', async () => {
      const at = async (where: string, id: string, minutes: number | null, extra = {}) => {
        const when = minutes === null ? null : minutesLater(minutes);
        const one = { ...document(id, { due: when, ...extra }), partition: where };
        await storage.batch('series', where, [{ op: 'create', document: one }]);
      };
      const other = `${partition} too`;
      await at(partition, 'third', 3);
      await at(other, 'first', -1000);
      await at(partition, 'second', 2);
      await at(other, 'late', 4);
      await at(partition, 'never', null);
      await at(partition, 'other kind', 1, { kind: 'other' });
      await storage.batch('people', partition, [create('other container', { due: NOON })]);
      const found = await due(minutesLater(3));
      expect(ids(found)).toEqual(['first', 'second', 'third']);
      expect(found[0]).toMatchObject({ partition: other, due: minutesLater(-1000) });
      expect(found[1]).toEqual(await read('second'));
    });

    test('pages over documents due at the same instant without losing or repeating one', async () => {
      const wanted = Array.from(
        { length: 12 },
        (_, index) => `id ${String(index).padStart(2, '0')}`,
      );
      await write(...wanted.map((id, index) => create(id, { due: minutesLater(index >> 2) })));
      const next = (from: string | null) =>
        storage.listDue('series', kind, minutesLater(60), from, 5);
      // What is done is no longer due when the next page is asked for.
      const between = async () => {
        const [first] = await due(minutesLater(60));
        if (first) await write(replace(first.id, first.etag, { due: null }));
      };
      const all = await pages(next, between);
      expect(all.map((page) => page.length)).toEqual([5, 5, 2]);
      expect(all.flat()).toEqual(wanted);
    });
  });

  describe('an expired document', () => {
    beforeEach(async () => {
      await write(
        create('short', { expires: minutesLater(10), due: NOON }),
        create('long', { expires: minutesLater(20), due: NOON }),
        create('ever', { due: NOON }),
      );
    });

    test('is never returned', async () => {
      now = minutesLater(9);
      expect(ids(await list())).toEqual(['ever', 'long', 'short']);
      now = minutesLater(11);
      expect(await read('short')).toBeNull();
      expect(ids(await list())).toEqual(['ever', 'long']);
      expect(ids(await due(NOON))).toEqual(['ever', 'long']);
    });

    test('cannot be changed any more, and is not in the way of a new one', async () => {
      const etag = (await read('short'))?.etag ?? '';
      now = minutesLater(11);
      const missing = { reason: 'missing', index: 0 };
      await expect(write(replace('short', etag))).rejects.toMatchObject(missing);
      await expect(write(remove('short', etag))).rejects.toMatchObject(missing);
      await write(create('short', { body: 'new' }));
      expect(await read('short')).toMatchObject({ body: 'new', expires: null });
    });

    test('lives on when it is replaced in time', async () => {
      const etag = (await read('short'))?.etag ?? '';
      await write(replace('short', etag, { expires: minutesLater(30) }));
      now = minutesLater(11);
      expect(await read('short')).not.toBeNull();
    });
  });
}
