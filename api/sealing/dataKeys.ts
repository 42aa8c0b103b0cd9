import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyStore, WrappedKey } from '../ports/keyStore';
import { unwrapDataKey, wrapDataKey, wrappingOf, type DataKey } from './dataKey';
import { newKeyId } from './keyIds';
import type { Marks } from './marks';
import { isSame } from './outerKeys';
import { slotNameOf, type RingKey, type RingSlot, type RingSlots } from './ringSlots';
import { SealBroken } from './sealBroken';

/** Somebody else changes the same key between two steps of ours; a handful of times at the most. */
const ROUNDS = 16;
const KEY_BYTES = 32;

/** Data keys as they lie in the store, made and opened so that no rotation of the ring loses one. */
export interface DataKeys {
  /** null when there is none. @throws SealBroken when it is not as it was wrapped */
  read(subject: string): Promise<DataKey | null>;
  /** The one that stands, made when there is none. */
  make(subject: string): Promise<DataKey>;
}

/**
 * A process may hold a slot in memory in which another generation was the newest, and be slow: it could wrap
 * a new key by a generation that a rotation has just found nothing left of. Therefore a key is made in two
 * steps. It is stored unconfirmed; then the slot is read anew, and only if the generation is still the
 * newest the key is confirmed, by compare-and-swap. Nobody uses a key before. So:
 * a confirmed key lay in the store before its generation was closed, where the rotation's listing (begun
 * after closing) finds it and wraps it again; and an unconfirmed one of a generation that is gone has never
 * been used by anybody, and is replaced. No clock takes part in this, and no process can be too slow for it.
 */
export function createDataKeys(parts: {
  readonly store: KeyStore;
  readonly slots: RingSlots;
  readonly marks: Marks;
}): DataKeys {
  const { store, slots, marks } = parts;

  /** The generation that wrapped it; null when a rotation has let go of it. */
  async function ringKeyOf(slotName: string, generation: number): Promise<RingKey | null> {
    const known = keyOf(await slots.find(slotName), generation);
    return known ?? keyOf(await slots.fresh(slotName), generation);
  }

  const newestOf = async (slotName: string): Promise<RingKey> => {
    const slot = await slots.fresh(slotName);
    if (!slot) throw new SealBroken('key');
    return slot.value[0];
  };

  /** One step towards a confirmed key: that key, or what to put in the place of `stored`. */
  async function step(subject: string, stored: WrappedKey): Promise<DataKey | WrappedKey> {
    const slotName = slotNameOf(subject);
    const { confirmed, generation } = wrappingOf(stored);
    const ringKey = await ringKeyOf(slotName, generation);
    if (ringKey) {
      const key = unwrapDataKey(subject, stored, ringKey);
      if (confirmed) return key;
      const newest = await newestOf(slotName);
      return wrapDataKey(subject, key, newest, newest.number === generation);
    }
    const again = await store.read(subject);
    if (!again || !isSame(again, stored)) return stored;
    const newest = await newestOf(slotName);
    if (confirmed || generation >= newest.number) throw new SealBroken('key');
    return newKey(subject, newest);
  }

  async function newKey(subject: string, ringKey: RingKey): Promise<WrappedKey> {
    const id = newKeyId(await marks.get(), subject);
    const secret = createSecretKey(randomBytes(KEY_BYTES));
    return wrapDataKey(subject, { id, secret }, ringKey, false);
  }

  async function settle(subject: string, found: WrappedKey | null): Promise<DataKey | null> {
    let stored = found;
    for (let round = 0; stored; round += 1) {
      const next: DataKey | WrappedKey = await step(subject, stored);
      if ('secret' in next) return next;
      if (round === ROUNDS) throw new Error('A key changed again and again while it was read.');
      const swapped = next !== stored && (await store.replace(subject, stored, next));
      stored = swapped ? next : await store.read(subject);
    }
    return null;
  }

  return {
    read: async (subject) => settle(subject, await store.read(subject)),
    async make(subject) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const slot = await slots.get(slotNameOf(subject));
        const made = await newKey(subject, slot.value[0]);
        // Whoever was first is who everybody seals with.
        const key = await settle(subject, await store.createIfAbsent(subject, made));
        if (key) return key;
      }
      throw new Error('A key was forgotten again and again while it was made.');
    },
  };
}

const keyOf = (slot: RingSlot | null, generation: number): RingKey | null =>
  slot?.value.find(({ number }) => number === generation) ?? null;
