import type { KeyStore } from '../ports/keyStore';
import type { DataKey } from './dataKey';
import { createDataKeys } from './dataKeys';
import type { Erasures } from './erasures';
import { createKeyCache } from './keyCache';
import { isKeyIdOf } from './keyIds';
import type { Marks } from './marks';
import type { OuterKeyParts } from './outerKeys';
import { createRingSlots } from './ringSlots';
import { SealBroken } from './sealBroken';

/**
 * Twice what is in use at nine on an ordinary Monday of 200,000 pairs (docs/scale.md), so that each is read once in
 * ten minutes. One takes some 2 KB with all around it. More would not help when everybody meets at once: there
 * each of many processes meets every key.
 */
export const KEPT_DATA_KEYS = 16_384;

/**
 * Data keys by what they are for: one series, one person, one chat (`series/<id>`, `people/<id>`, …).
 * All of it waits until what the erasure list holds is done, and throws KeysUnavailable while a key that is
 * not in memory cannot be unwrapped.
 */
export interface KeyRing {
  /** The key to seal with; made when there is none yet. */
  current(subject: string): Promise<DataKey>;
  /**
   * The key that something was sealed with; null when it was forgotten.
   * @throws SealBroken when no key of this subject ever had this id
   */
  find(subject: string, keyId: string): Promise<DataKey | null>;
  /**
   * Deletes the subject's key: what was sealed with it can never be read again; what is sealed afterwards
   * gets a new key. Another process may have the old one in memory for ten more minutes, and what it seals
   * in that time is lost as well. The erasure list has it first, so that no backup brings it back.
   */
  forget(subject: string): Promise<void>;
}

export interface KeyRingParts extends OuterKeyParts {
  readonly store: KeyStore;
  readonly marks: Marks;
  readonly erasures: Erasures;
}

export function createKeyRing({ wrap, store, now, marks, erasures }: KeyRingParts): KeyRing {
  const dataKeys = createDataKeys({ store, marks, slots: createRingSlots({ wrap, store, now }) });
  const kept = createKeyCache<DataKey>(KEPT_DATA_KEYS, now);
  const read = (subject: string) => kept.get(subject, () => dataKeys.read(subject));

  return {
    async current(subject) {
      await erasures.ready();
      const readOrMake = async () =>
        (await dataKeys.read(subject)) ?? (await dataKeys.make(subject));
      // null: this call came upon a reader's search, which makes nothing.
      return (await kept.get(subject, readOrMake)) ?? dataKeys.make(subject);
    },
    async find(subject, keyId) {
      await erasures.ready();
      const known = await read(subject);
      if (known?.id === keyId) return known;
      if (known) {
        // It may be another process that forgot the key in memory here and made the next one.
        kept.drop(subject);
        const newer = await read(subject);
        if (newer?.id === keyId) return newer;
      }
      const markingKey = await marks.find();
      if (!markingKey || !isKeyIdOf(markingKey, subject, keyId)) throw new SealBroken('keyId');
      return null;
    },
    async forget(subject) {
      await erasures.ready();
      const stored = await store.read(subject);
      if (stored) await erasures.erase(subject, stored.id);
      kept.drop(subject);
    },
  };
}
