import { SealBroken } from './sealBroken';

/** Names this layout: one byte with this number, version, length of the wrapped key (16 bits), it, the box. */
const FORMAT = 1;
const VERSION = /^[0-9a-f]{32}$/;
const VERSION_BYTES = 16;
const HEAD_BYTES = 1 + VERSION_BYTES + 2;

export interface VaultWrapped {
  /** Version of the vault key, 32 hexadecimal digits. */
  readonly version: string;
  /** The random key, as the vault has wrapped it. */
  readonly wrappedKey: Uint8Array;
  /** What the random key closes. */
  readonly boxed: Uint8Array;
}

/** @throws Error when the version is none */
export function toVaultWrapped({ version, wrappedKey, boxed }: VaultWrapped): Buffer {
  if (!VERSION.test(version)) throw new Error('The vault has named a version of an unknown form.');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(wrappedKey.length);
  return Buffer.concat([Buffer.of(FORMAT), Buffer.from(version, 'hex'), length, wrappedKey, boxed]);
}

/** @throws SealBroken when these bytes did not come from `toVaultWrapped` */
export function readVaultWrapped(wrapped: Uint8Array): VaultWrapped {
  const bytes = Buffer.from(wrapped);
  if (bytes.length < HEAD_BYTES || bytes[0] !== FORMAT) throw new SealBroken('key');
  const boxAt = HEAD_BYTES + bytes.readUInt16BE(HEAD_BYTES - 2);
  if (boxAt > bytes.length) throw new SealBroken('key');
  return {
    version: bytes.toString('hex', 1, 1 + VERSION_BYTES),
    wrappedKey: bytes.subarray(HEAD_BYTES, boxAt),
    boxed: bytes.subarray(boxAt),
  };
}
