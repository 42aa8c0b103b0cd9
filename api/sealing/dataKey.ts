import { createSecretKey, type KeyObject } from 'node:crypto';
import type { WrappedKey } from '../ports/keyStore';
import { box, unbox } from './box';
import type { RingKey } from './ringSlots';
import { SealBroken } from './sealBroken';

const KEY_BYTES = 32;
const HEAD_BYTES = 5;

export interface DataKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/**
 * How a data key is wrapped: one byte that says whether it may be used, the number of the ring key's
 * generation (32 bits, big endian), the box. A key is used only once it is confirmed (dataKeys.ts says why).
 */
export interface Wrapping {
  readonly confirmed: boolean;
  readonly generation: number;
}

/** @throws SealBroken when there is no room for what every wrapped key begins with */
export function wrappingOf({ wrapped }: WrappedKey): Wrapping {
  const head = Buffer.from(wrapped.subarray(0, HEAD_BYTES));
  const state = head[0];
  if (head.length < HEAD_BYTES || (state !== 0 && state !== 1)) throw new SealBroken('key');
  return { confirmed: state === 1, generation: head.readUInt32BE(1) };
}

export function wrapDataKey(
  subject: string,
  { id, secret }: DataKey,
  ringKey: RingKey,
  confirmed: boolean,
): WrappedKey {
  const wrapping = { confirmed, generation: ringKey.number };
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(confirmed ? 1 : 0);
  head.writeUInt32BE(ringKey.number, 1);
  const boxed = box(ringKey.secret, secret.export(), boundTo(subject, id, wrapping));
  return { id, wrapped: Buffer.concat([head, boxed]) };
}

/** @throws SealBroken unless this generation wrapped exactly this, for this subject */
export function unwrapDataKey(subject: string, stored: WrappedKey, ringKey: RingKey): DataKey {
  const bound = boundTo(subject, stored.id, wrappingOf(stored));
  const bytes = unbox(ringKey.secret, stored.wrapped.subarray(HEAD_BYTES), bound, 'key');
  if (bytes.length !== KEY_BYTES) throw new SealBroken('key');
  return { id: stored.id, secret: createSecretKey(bytes) };
}

const boundTo = (subject: string, keyId: string, { confirmed, generation }: Wrapping) =>
  ['data key', subject, keyId, generation, confirmed ? 1 : 0] as const;
