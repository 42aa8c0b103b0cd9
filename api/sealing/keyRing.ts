import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { KeyStore } from '../ports/keyStore';
import type { KeyWrap } from '../ports/keyWrap';
import { box, unbox } from './box';
import { createKeyCache } from './keyCache';
import { isKeyIdOf, newKeyId } from './keyIds';
import { SealBroken } from './sealBroken';

/** The outermost key is asked once per ring key, not once per series: a vault answers slowly and bills each call. */
const RING_KEYS = 64;
const KEPT_DATA_KEYS = 4096;
const KEY_BYTES = 32;

export interface DataKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** Data keys by what they are for: one series, one person, one chat (`series/<id>`, `people/<id>`, …). */
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
   * in that time is lost as well.
   */
  forget(subject: string): Promise<void>;
}

export interface KeyRingParts {
  readonly wrap: KeyWrap;
  readonly store: KeyStore;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

export function createKeyRing({ wrap, store, now }: KeyRingParts): KeyRing {
  const ringKeys = createKeyCache<KeyObject>(RING_KEYS, now);
  const dataKeys = createKeyCache<DataKey>(KEPT_DATA_KEYS, now);

  const ringKeyOf = (subject: string): Promise<KeyObject | null> => {
    const name = ringNameOf(subject);
    return ringKeys.get(name, async () => {
      const stored = await store.read(name);
      return stored && toSecret(await wrap.unwrap(name, stored.wrapped));
    });
  };

  async function makeRingKey(subject: string): Promise<KeyObject> {
    const name = ringNameOf(subject);
    const wrapped = await wrap.wrap(name, randomBytes(KEY_BYTES));
    const stored = await store.createIfAbsent(name, { id: name, wrapped });
    return toSecret(await wrap.unwrap(name, stored.wrapped));
  }

  async function load(subject: string): Promise<DataKey | null> {
    const stored = await store.read(subject);
    if (!stored) return null;
    const ringKey = await ringKeyOf(subject);
    if (!ringKey) throw new SealBroken('key');
    const bound = boundTo(subject, stored.id);
    return { id: stored.id, secret: toSecret(unbox(ringKey, stored.wrapped, bound, 'key')) };
  }

  async function make(subject: string): Promise<DataKey> {
    const ringKey = (await ringKeyOf(subject)) ?? (await makeRingKey(subject));
    const id = newKeyId(ringKey, subject);
    const wrapped = box(ringKey, randomBytes(KEY_BYTES), boundTo(subject, id));
    // Whoever was first is who everybody seals with.
    const stored = await store.createIfAbsent(subject, { id, wrapped });
    const bound = boundTo(subject, stored.id);
    return { id: stored.id, secret: toSecret(unbox(ringKey, stored.wrapped, bound, 'key')) };
  }

  return {
    async current(subject) {
      const loadOrMake = async () => (await load(subject)) ?? (await make(subject));
      // null: this call came upon a reader's search, which makes nothing.
      return (await dataKeys.get(subject, loadOrMake)) ?? make(subject);
    },
    async find(subject, keyId) {
      const known = await dataKeys.get(subject, () => load(subject));
      if (known?.id === keyId) return known;
      if (known) {
        // It may be another process that forgot the key in memory here and made the next one.
        dataKeys.drop(subject);
        const newer = await dataKeys.get(subject, () => load(subject));
        if (newer?.id === keyId) return newer;
      }
      const ringKey = await ringKeyOf(subject);
      if (!ringKey || !isKeyIdOf(ringKey, subject, keyId)) throw new SealBroken('keyId');
      return null;
    },
    async forget(subject) {
      await store.delete(subject);
      dataKeys.drop(subject);
    },
  };
}

const boundTo = (subject: string, keyId: string) => ['data key', subject, keyId] as const;

/** Which of the 64 wraps a subject's key: chosen by hash, so that everybody chooses the same. */
function ringNameOf(subject: string): string {
  const first = createHash('sha256').update(subject).digest().readUInt8();
  return `ring/${first % RING_KEYS}`;
}

function toSecret(bytes: Uint8Array): KeyObject {
  if (bytes.length !== KEY_BYTES) throw new SealBroken('key');
  return createSecretKey(bytes);
}
