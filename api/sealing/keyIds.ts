import { createHmac, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';

const RANDOM_BYTES = 16;
const MARK_BYTES = 16;

/**
 * Ids of data keys are signed by the marking key, which is never replaced. So a document whose data key was
 * deleted can still be told from one whose key id was altered, without keeping a list of deleted keys, and
 * whatever became of the ring key that wrapped it.
 */
export function newKeyId(markingKey: KeyObject, subject: string): string {
  const random = randomBytes(RANDOM_BYTES);
  return Buffer.concat([random, mark(markingKey, subject, random)]).toString('base64url');
}

/** Whether this id was ever given to a data key of this subject. */
export function isKeyIdOf(markingKey: KeyObject, subject: string, keyId: string): boolean {
  const bytes = Buffer.from(keyId, 'base64url');
  if (bytes.length !== RANDOM_BYTES + MARK_BYTES || bytes.toString('base64url') !== keyId) {
    return false;
  }
  const random = bytes.subarray(0, RANDOM_BYTES);
  return timingSafeEqual(bytes.subarray(RANDOM_BYTES), mark(markingKey, subject, random));
}

/** HMAC-SHA-256, cut to 128 bits, under a key derived (RFC 5869) for this use alone. */
function mark(markingKey: KeyObject, subject: string, random: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', markingKey, '', 'rapport data key ids', 32));
  return createHmac('sha256', key)
    .update(JSON.stringify([subject, random.toString('base64url')]))
    .digest()
    .subarray(0, MARK_BYTES);
}
