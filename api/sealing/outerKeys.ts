import type { KeyStore, WrappedKey } from '../ports/keyStore';
import type { KeyWrap } from '../ports/keyWrap';
import { createKeyCache } from './keyCache';
import { SealBroken } from './sealBroken';

/** More than there are names: ring slots and the marking key. */
const KEPT = 128;
/** Kept for five to ten minutes: a vault that all processes ask at the start is not asked by all at once again. */
const SPREAD = 0.5;
/** A key is wrapped anew between being read and being unwrapped; hardly ever twice in a row. */
const ROUNDS = 4;

export interface OuterKeyParts {
  readonly wrap: KeyWrap;
  readonly store: KeyStore;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** What the outermost key wraps, opened, and the form it was read in. */
export interface OuterKey<T> {
  readonly stored: WrappedKey;
  readonly value: T;
}

/** Keys right below the outermost one, by name; in memory for at most ten minutes. */
export interface OuterKeys<T> {
  find(name: string): Promise<OuterKey<T> | null>;
  /** Made when there is none. */
  get(name: string): Promise<OuterKey<T>>;
  /** As it lies in the store at some moment after this call; unwrapped only where it has changed. */
  fresh(name: string): Promise<OuterKey<T> | null>;
}

/**
 * @param make a new one's bytes
 * @param parse throws SealBroken when bytes are none
 */
export function createOuterKeys<T>(
  { wrap, store, now }: OuterKeyParts,
  make: () => Uint8Array,
  parse: (bytes: Uint8Array) => T,
): OuterKeys<T> {
  const cache = createKeyCache<OuterKey<T>>(KEPT, now, SPREAD);

  async function load(name: string): Promise<OuterKey<T> | null> {
    let stored = await store.read(name);
    for (let round = 0; stored; round += 1) {
      try {
        return { stored, value: parse(await wrap.unwrap(name, stored.wrapped)) };
      } catch (error) {
        if (!(error instanceof SealBroken) || round === ROUNDS) throw error;
        // The outermost key that had wrapped these bytes may have been let go of since they were read.
        const again: WrappedKey | null = await store.read(name);
        if (again && isSame(again, stored)) throw error;
        stored = again;
      }
    }
    return null;
  }

  const find = (name: string) => cache.get(name, () => load(name));

  return {
    find,
    async get(name) {
      const found = await find(name);
      if (found) return found;
      const wrapped = await wrap.wrap(name, make());
      await store.createIfAbsent(name, { id: name, wrapped });
      const made = await find(name);
      if (!made) throw new SealBroken('key');
      return made;
    },
    async fresh(name) {
      const stored = await store.read(name);
      const known = await find(name);
      if (known && stored && isSame(known.stored, stored)) return known;
      cache.drop(name);
      return find(name);
    },
  };
}

export const isSame = (a: WrappedKey, b: WrappedKey): boolean =>
  a.id === b.id && Buffer.from(a.wrapped).equals(b.wrapped);
