import { openAccounts } from '@rapport/api/move/cosmosSide';
import { move } from '@rapport/api/move/move';
import { makeFolder, openFolder, type Side } from '@rapport/api/move/side';
import { plainTelling } from '@rapport/api/move/telling';
import type { KeyPage } from '@rapport/api/ports/keyStore';
import type { DocumentPage } from '@rapport/api/ports/movable';
import type { Container, StoredDocument } from '@rapport/api/ports/storage';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { createErasures } from '@rapport/api/sealing/erasures';
import { createKeyRing } from '@rapport/api/sealing/keyRing';
import { createMarks } from '@rapport/api/sealing/marks';
import { CONTENT_DATABASE, KEYS_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { randomBytes, randomUUID } from 'node:crypto';
import { createStandIn, type StandIn } from '../cosmos/standIn';

const CONTAINERS: readonly Container[] = ['series', 'people', 'chats', 'reminders'];
export const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** Says into `lines` what a person would read; its clock stands still. */
export function listening() {
  const lines: string[] = [];
  const write = (text: string): void => void lines.push(text.trimEnd());
  return { lines, tell: plainTelling(write, () => 0) };
}

/** One run of a move. @returns whether all was well, and what was said */
export async function run(from: Side, to: Side) {
  const { lines, tell } = listening();
  return { well: await move({ from, to, now: () => new Date(), tell }), lines };
}

/** Names in a folder, but for the erasure lists that lie beside data folders. */
export const withoutLists = (names: readonly string[]): string[] =>
  names.filter((name) => !name.includes('.erasures.db'));

export const openSource = (path: string): Promise<Side> => openFolder(path, '--from', true);
export const openTarget = (path: string): Promise<Side> => makeFolder(path, '--to');

/** A pair of accounts in the cloud, and a key file for its vault. */
export async function openCloud(keyFile: string): Promise<{ standIn: StandIn; side: Side }> {
  const standIn = createStandIn();
  const { endpoint, credential, httpClient } = standIn;
  const place = { endpoint, access: { credential }, httpClient };
  const side = await openAccounts(
    { ...place, database: CONTENT_DATABASE },
    { ...place, database: KEYS_DATABASE },
    { ...place, database: CONTENT_DATABASE },
    await openKeyFile(keyFile),
  );
  return { standIn, side };
}

/** A document as any other, in a partition of its own. */
export const someDocument = (parts: Partial<StoredDocument> = {}): StoredDocument => ({
  partition: randomUUID(),
  id: `topic.${randomUUID()}`,
  kind: 'topic',
  body: randomBytes(48).toString('base64'),
  tenant: randomUUID(),
  keyId: randomUUID(),
  schema: 1,
  revision: 3,
  due: null,
  expires: null,
  ...parts,
});

export interface Amounts {
  readonly series: number;
  readonly people: number;
  readonly subjects: number;
  readonly expired: number;
}

/** Fills a folder as a server would: documents of several kinds and times, ring keys and data keys. */
export async function fill(path: string, amounts: Amounts): Promise<void> {
  const side = await openTarget(path);
  const kinds = ['series', 'feedback', 'effect'];
  const series = Array.from({ length: 37 }, () => randomUUID());
  const many = (count: number, parts: (n: number) => Partial<StoredDocument>) =>
    Array.from({ length: count }, (_, n) => someDocument(parts(n)));
  const shared = many(amounts.series, (n) => ({
    partition: series[n % series.length] ?? '',
    kind: kinds[n % kinds.length] ?? '',
    due: n % 5 === 0 ? '2026-03-02T12:00:00.000Z' : null,
    expires: n % 7 === 0 ? '2996-03-02T12:00:00.000Z' : null,
  }));
  const expired = many(amounts.expired, () => ({ expires: LONG_AGO }));
  await side.content.put('series', [...shared, ...expired]);
  await side.content.put(
    'people',
    many(amounts.people, () => ({})),
  );
  await side.content.put('chats', [someDocument({ kind: 'open' })]);
  const outer = { wrap: side.wrap, store: side.keys, now: () => 0 };
  const marks = createMarks(outer);
  const erasures = createErasures({ ...outer, list: side.list, marks });
  const ring = createKeyRing({ ...outer, marks, erasures });
  for (let n = 0; n < amounts.subjects; n += 1) await ring.current(`series/${series[n]}`);
  // Somebody has left already.
  await ring.current('people/gone');
  await ring.forget('people/gone');
  await side.close();
}

/** Everything at one end that has not expired, in an order that does not depend on where it lies. */
export async function contentsOf({ content, keys, list, wrap }: Side) {
  const documents: (StoredDocument & { container: Container })[] = [];
  for (const container of CONTAINERS) {
    for (let from: string | null = null, more = true; more; more = from !== null) {
      const page: DocumentPage = await content.all(container, from, 500);
      const alive = page.documents.filter(({ expires }) => expires !== LONG_AGO);
      documents.push(...alive.map((one) => ({ container, ...one })));
      from = page.continuation;
    }
  }
  const wrapped: { name: string; id: string; bytes: string }[] = [];
  for (let from: string | null = null, more = true; more; more = from !== null) {
    const page: KeyPage = await keys.list(from, 500);
    for (const { name, id, wrapped: stored } of page.keys) {
      // What is inside of a ring key is what has to be the same.
      const bytes = name.startsWith('ring/') ? await wrap.unwrap(name, stored) : stored;
      wrapped.push({ name, id, bytes: Buffer.from(bytes).toString('hex') });
    }
    from = page.continuation;
  }
  const house = (await keys.read('erasures'))?.id ?? '';
  const erased = await list.after(house, 0, 1000);
  const place = ({ container, partition, id }: (typeof documents)[number]) =>
    JSON.stringify([container, partition, id]);
  return {
    documents: documents.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
    keys: wrapped.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    erased: erased.map(({ position, entry }) => [position, Buffer.from(entry).toString('hex')]),
  };
}

/** The way there broke: before a call or right after it, which nobody can tell from outside. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export interface Breaking {
  readonly from: Side;
  readonly to: Side;
  /** How many calls were made. */
  calls(): number;
  /** How many documents were written. */
  written(): number;
}

/** Both ends, whose ports fail at the given call and at every later one. */
export function breaking(
  from: Side,
  to: Side,
  at: number,
  moment: 'before' | 'after' = 'before',
): Breaking {
  let [calls, written] = [0, 0];
  async function through<T>(call: () => Promise<T>): Promise<T> {
    calls += 1;
    if (calls > at || (calls === at && moment === 'before')) throw new Interrupted();
    const result = await call();
    if (calls >= at) throw new Interrupted();
    return result;
  }
  const broken = (side: Side): Side => ({
    ...side,
    content: {
      ...side.content,
      all: (...wanted) => through(() => side.content.all(...wanted)),
      put: (container, documents) =>
        through(() => ((written += documents.length), side.content.put(container, documents))),
    },
    keys: {
      ...side.keys,
      list: (...wanted) => through(() => side.keys.list(...wanted)),
      read: (name) => through(() => side.keys.read(name)),
      createIfAbsent: (name, key) => through(() => side.keys.createIfAbsent(name, key)),
    },
    wrap: {
      ...side.wrap,
      wrap: (name, key) => through(() => side.wrap.wrap(name, key)),
      unwrap: (name, key) => through(() => side.wrap.unwrap(name, key)),
    },
  });
  return { from: broken(from), to: broken(to), calls: () => calls, written: () => written };
}
