import { houseOf } from '../sealing/erasures';
import { unwrapRingKey } from './copy';
import { createTally, sameSum, type Tally } from './digest';
import { entriesOf } from './erasures';
import { CONTAINERS } from './ledger';
import { documentPages, hasExpired, isRingKey, keyPages } from './pages';
import type { Side } from './side';

/** A cloud deletes what has expired while it is compared, a file later: what ends so soon is left out. */
const SOON_MS = 60 * 60_000;

/** One kind of things at both ends. */
export interface Compared {
  /** `series/topic`, or `keys/data`. */
  readonly group: string;
  readonly from: number;
  readonly to: number;
  readonly same: boolean;
}

export interface Comparison {
  readonly groups: readonly Compared[];
  /** Documents at the source that end within the hour, and were left out. */
  readonly endingSoon: number;
}

/**
 * Reads everything at both ends, and compares number and hash of each kind in each container.
 * @param progress how many documents have been read
 */
export async function compare(
  from: Side,
  to: Side,
  now: Date,
  progress: (done: number) => void,
): Promise<Comparison> {
  let read = 0;
  const count = (more: number): void => progress((read += more));
  const until = new Date(now.getTime() + SOON_MS).toISOString();
  const [at, tallies] = [now.toISOString(), { from: createTally(), to: createTally() }];
  const endingSoon = await tallyDocuments(from, tallies.from, at, until, count);
  await tallyDocuments(to, tallies.to, at, until, count);
  await tallyKeys(from, '--from', tallies.from);
  await tallyKeys(to, '--to', tallies.to);
  await tallyErasures(from, tallies.from);
  await tallyErasures(to, tallies.to);
  const [a, b] = [tallies.from.sums, tallies.to.sums];
  const groups = [...new Set([...a.keys(), ...b.keys()])].toSorted().map((group) => ({
    group,
    from: a.get(group)?.count ?? 0,
    to: b.get(group)?.count ?? 0,
    same: sameSum(a.get(group), b.get(group)),
  }));
  return { groups, endingSoon };
}

/** @returns how many end between the two instants */
async function tallyDocuments(
  { content }: Side,
  tally: Tally,
  at: string,
  until: string,
  count: (more: number) => void,
): Promise<number> {
  let soon = 0;
  for (const container of CONTAINERS) {
    for await (const { things } of documentPages(content, container)) {
      for (const document of things) {
        if (!hasExpired(document, until)) {
          const { partition, id, kind, tenant, keyId, schema, revision, due, expires, body } =
            document;
          const parts = [partition, id, tenant, keyId, schema, revision, due, expires, body];
          tally.add(`${container}/${kind}`, parts);
        } else if (!hasExpired(document, at)) soon += 1;
      }
      count(things.length);
    }
  }
  return soon;
}

/** Of the house whose keys these are: one list may serve others as well. */
async function tallyErasures(side: Side, tally: Tally): Promise<void> {
  const house = await houseOf(side.keys);
  if (house === null) return;
  for await (const { position, entry } of entriesOf(side, house)) {
    tally.add('keys/forgotten', [house, position, Buffer.from(entry).toString('base64')]);
  }
}

/** Ring keys are wrapped differently at either end: what counts is what is inside. */
async function tallyKeys(side: Side, named: '--from' | '--to', tally: Tally): Promise<void> {
  for await (const { things } of keyPages(side.keys)) {
    for (const { name, id, wrapped } of things) {
      const ring = isRingKey(name);
      const key = ring ? await unwrapRingKey(side, named, name, wrapped) : wrapped;
      tally.add(ring ? 'keys/ring' : 'keys/data', [
        name,
        ring ? null : id,
        Buffer.from(key).toString('base64'),
      ]);
    }
  }
}
