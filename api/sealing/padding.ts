import { SealBroken } from './sealBroken';

const SMALLEST = 256;
const LARGEST_DOUBLING = 32 * 1024;
const LENGTH_BYTES = 4;

/** The size, in bytes, that something of `bytes` bytes is kept in: doubling up to 32 KiB, then by 32 KiB. */
export function sizeClass(bytes: number): number {
  if (bytes > LARGEST_DOUBLING) return Math.ceil(bytes / LARGEST_DOUBLING) * LARGEST_DOUBLING;
  let size = SMALLEST;
  while (size < bytes) size *= 2;
  return size;
}

/** UTF-8 with its length before it (32 bits, big endian), filled with zeros to its size class. */
export function pad(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const padded = Buffer.alloc(sizeClass(LENGTH_BYTES + length));
  padded.writeUInt32BE(length);
  padded.write(text, LENGTH_BYTES);
  return padded;
}

/** @throws SealBroken when these bytes did not come from `pad` */
export function unpad(padded: Buffer): string {
  const length = padded.length < LENGTH_BYTES ? Infinity : padded.readUInt32BE();
  if (LENGTH_BYTES + length > padded.length) throw new SealBroken('body');
  return padded.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length);
}
