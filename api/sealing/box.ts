import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { SealBroken } from './sealBroken';

const CIPHER = 'aes-256-gcm';
/** Names this layout: one byte with this number, nonce, ciphertext, tag. Bound in, like all the rest. */
const FORMAT = 1;
/** NIST SP 800-38D, 8.2.2: random nonces of 96 bits, for at most 2^32 boxes of one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a box is bound to: opened with anything else it is broken. */
export type Associated = readonly (string | number)[];

/** Encrypts and authenticates (AES-256-GCM); `key` has 32 bytes. */
export function box(key: KeyObject, plaintext: Uint8Array, associated: Associated): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(encode(associated));
  const sealed = [cipher.update(plaintext), cipher.final()];
  return Buffer.concat([Buffer.of(FORMAT), nonce, ...sealed, cipher.getAuthTag()]);
}

/**
 * @param part what to call it when it is broken
 * @throws SealBroken unless `boxed` is untouched and was made with this key and these associated values
 */
export function unbox(
  key: KeyObject,
  boxed: Uint8Array,
  associated: Associated,
  part: SealBroken['part'],
): Buffer {
  const tagAt = boxed.length - TAG_BYTES;
  if (boxed[0] !== FORMAT || tagAt < 1 + NONCE_BYTES) throw new SealBroken(part);
  const nonce = boxed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(encode(associated));
  decipher.setAuthTag(boxed.subarray(tagAt));
  try {
    return Buffer.concat([
      decipher.update(boxed.subarray(1 + NONCE_BYTES, tagAt)),
      decipher.final(),
    ]);
  } catch {
    throw new SealBroken(part);
  }
}

/** JSON keeps the parts apart, whatever is in them. */
const encode = (associated: Associated): Buffer =>
  Buffer.from(JSON.stringify([FORMAT, ...associated]));
