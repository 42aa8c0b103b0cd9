import { timingSafeEqual } from 'node:crypto';
import type { Container, StoredDocument } from '../ports/storage';
import { SealBroken } from '../sealing/sealBroken';
import { copyErasures } from './erasures';
import { CONTAINERS, STEPS, type Ledger, type Position } from './ledger';
import { documentPages, hasExpired, isRingKey, keyPages, type NamedKey } from './pages';
import { MoveRefused } from './refusal';
import type { Side } from './side';

export interface Copying {
  readonly from: Side;
  readonly to: Side;
  readonly ledger: Ledger;
  readonly now: () => Date;
  /** How many documents are in the target, or left behind. */
  readonly progress: (done: number) => void;
}

/** Brings everything over, from where the ledger stands. @returns where it stands then */
export async function copyAll(copying: Copying): Promise<Position> {
  let { position } = copying.ledger;
  const reach = async (next: Position): Promise<void> => {
    await copying.ledger.keep(next);
    position = next;
  };
  if (position.step === 'keys') {
    await copyErasures(copying.from, copying.to);
    for await (const { things, next } of keyPages(copying.from.keys, position.continuation)) {
      for (const key of things) await copyKey(copying, key);
      await reach(following(position, next));
    }
  }
  for (const container of CONTAINERS) {
    if (position.step !== container) continue;
    const pages = documentPages(copying.from.content, container, position.continuation);
    for await (const { things, next } of pages) {
      const documents = await copyDocuments(copying, container, things);
      await reach({
        ...following(position, next),
        documents: position.documents + documents,
        expired: position.expired + things.length - documents,
      });
      copying.progress(position.documents + position.expired);
    }
  }
  return position;
}

/** The next page, or the beginning of the next step: one place, so that nothing is counted twice. */
const following = (position: Position, continuation: string | null): Position =>
  continuation === null
    ? { ...position, continuation, step: STEPS[STEPS.indexOf(position.step) + 1] ?? 'compare' }
    : { ...position, continuation };

/** @returns how many of them had not expired, and are in the target now */
async function copyDocuments(
  { to, now }: Copying,
  container: Container,
  documents: readonly StoredDocument[],
): Promise<number> {
  const at = now().toISOString();
  const alive = documents.filter((document) => !hasExpired(document, at));
  if (alive.length > 0) await to.content.put(container, alive);
  return alive.length;
}

/** Data keys travel as they are; ring keys out of one outermost key's wrapping and into the other's. */
async function copyKey({ from, to }: Copying, key: NamedKey): Promise<void> {
  const same = isRingKey(key.name) ? await copyRingKey(from, to, key) : await copyDataKey(to, key);
  if (!same)
    throw new MoveRefused(
      '--to holds a key that did not come from --from: begin again with an empty one.',
    );
}

/** @returns whether the key that stands in the target is this one */
async function copyDataKey({ keys }: Side, { name, id, wrapped }: NamedKey): Promise<boolean> {
  const standing = await keys.createIfAbsent(name, { id, wrapped });
  return standing.id === id && Buffer.from(standing.wrapped).equals(wrapped);
}

async function copyRingKey(from: Side, to: Side, { name, id, wrapped }: NamedKey) {
  const secret = await unwrapRingKey(from, '--from', name, wrapped);
  const standing =
    (await to.keys.read(name)) ??
    (await to.keys.createIfAbsent(name, { id, wrapped: await to.wrap.wrap(name, secret) }));
  const there = await unwrapRingKey(to, '--to', name, standing.wrapped);
  return there.length === secret.length && timingSafeEqual(there, secret);
}

/** @throws MoveRefused when the end's outermost key is not the one that wrapped it */
export async function unwrapRingKey(
  { wrap }: Side,
  named: '--from' | '--to',
  name: string,
  wrapped: Uint8Array,
): Promise<Uint8Array> {
  try {
    return await wrap.unwrap(name, wrapped);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new MoveRefused(
      `The outermost key of ${named} does not open the keys that lie there: put the right key back.`,
    );
  }
}
