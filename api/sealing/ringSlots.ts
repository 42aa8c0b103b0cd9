import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { createOuterKeys, type OuterKey, type OuterKeyParts, type OuterKeys } from './outerKeys';
import { SealBroken } from './sealBroken';

/** The outermost key is asked once per ring key, not once per series: a vault answers slowly and bills each call. */
const RING_KEYS = 64;
const KEY_BYTES = 32;
const NUMBER_BYTES = 4;

/** One generation of a ring key. */
export interface RingKey {
  readonly number: number;
  readonly secret: KeyObject;
}

/**
 * A slot of the ring holds its generations, newest first, in one wrapped whole: opening a new one closes
 * those before it in the same step. Only the newest wraps; the others unwrap until a rotation lets them go.
 */
export type RingSlot = OuterKey<readonly [RingKey, ...RingKey[]]>;

export type RingSlots = OuterKeys<RingSlot['value']>;

export const createRingSlots = (parts: OuterKeyParts): RingSlots =>
  createOuterKeys(parts, () => encodeSlot([newRingKey(1)]), decodeSlot);

export const newRingKey = (number: number): RingKey => ({
  number,
  secret: createSecretKey(randomBytes(KEY_BYTES)),
});

export const SLOT_NAMES = Array.from({ length: RING_KEYS }, (_, index) => `ring/${index}`);

/** Which slot wraps a subject's key: chosen by hash, so that everybody chooses the same. */
export function slotNameOf(subject: string): string {
  const first = createHash('sha256').update(subject).digest().readUInt8();
  return `ring/${first % RING_KEYS}`;
}

/** Number (32 bits, big endian) and key, one generation after the other. */
export const encodeSlot = (keys: readonly RingKey[]): Buffer =>
  Buffer.concat(
    keys.flatMap(({ number, secret }) => {
      const head = Buffer.alloc(NUMBER_BYTES);
      head.writeUInt32BE(number);
      return [head, secret.export()];
    }),
  );

function decodeSlot(bytes: Uint8Array): RingSlot['value'] {
  const buffer = Buffer.from(bytes);
  const size = NUMBER_BYTES + KEY_BYTES;
  const [first, ...others] = Array.from({ length: buffer.length / size }, (_, index) => ({
    number: buffer.readUInt32BE(index * size),
    secret: createSecretKey(buffer.subarray(index * size + NUMBER_BYTES, (index + 1) * size)),
  }));
  if (!first || buffer.length % size !== 0) throw new SealBroken('key');
  return [first, ...others];
}
