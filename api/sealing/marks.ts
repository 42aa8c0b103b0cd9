import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { createOuterKeys, type OuterKeyParts } from './outerKeys';
import { SealBroken } from './sealBroken';

export const MARKS_NAME = 'ring/marks';
const KEY_BYTES = 32;

/**
 * The marking key: it signs the ids of data keys and closes the entries of the erasure list, both of which
 * outlive every ring key and every backup. So it is never replaced, only wrapped anew; it opens no content.
 */
export interface Marks {
  find(): Promise<KeyObject | null>;
  /** Made when there is none. */
  get(): Promise<KeyObject>;
}

export function createMarks(parts: OuterKeyParts): Marks {
  const keys = createOuterKeys(
    parts,
    () => randomBytes(KEY_BYTES),
    (bytes) => {
      if (bytes.length !== KEY_BYTES) throw new SealBroken('key');
      return createSecretKey(bytes);
    },
  );
  return {
    find: async () => (await keys.find(MARKS_NAME))?.value ?? null,
    get: async () => (await keys.get(MARKS_NAME)).value,
  };
}
