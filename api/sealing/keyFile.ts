import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { KeysUnavailable, type RenewableKeyWrap } from '../ports/keyWrap';
import { box, unbox } from './box';
import { codeOf, createOnce, syncFolder } from './durableFile';
import { SealBroken } from './sealBroken';

const KEY_BYTES = 32;
const NUMBER_BYTES = 4;

/**
 * A key in a file that only its owner may read: what a key vault is in the cloud. Made when there is none;
 * without it nothing sealed can ever be read. `master.key` is the first; one that follows it has its number
 * in its name (`master.2.key`), the highest number wraps, and whatever is wrapped begins with the number of
 * its key (32 bits, big endian).
 * @param path the first file, in a folder that exists
 * @throws Error with one sentence when a file holds anything but a key
 */
export async function openKeyFile(path: string): Promise<RenewableKeyWrap> {
  const existing = await openExistingKeyFile(path);
  if (existing) return existing;
  await createOnce(path, randomBytes(KEY_BYTES));
  return openKeyFile(path);
}

/** The same where a key has to be there: null when it is not. */
export async function openExistingKeyFile(path: string): Promise<RenewableKeyWrap | null> {
  // Numbers stand for the same bytes for ever, so what was read once is kept.
  const keys = new Map<number, KeyObject>();
  if ((await look()).length === 0) return null;

  /** Reads the files that are new. @returns the numbers of those that are there, lowest first */
  async function look(): Promise<number[]> {
    const names = await readdir(dirname(path));
    const numbers = names.map((name) => numberOf(path, name)).filter((number) => number > 0);
    for (const number of numbers.filter((one) => !keys.has(one))) {
      const key = await readKey(fileOf(path, number));
      if (key) keys.set(number, key);
    }
    return numbers.filter((number) => keys.has(number)).toSorted((a, b) => a - b);
  }

  async function newest(): Promise<readonly [number, KeyObject]> {
    const number = (await look().catch(away)).at(-1);
    const key = number === undefined ? undefined : keys.get(number);
    // The folder is there and the file is not: what is wrapped by a lost key is lost.
    if (number === undefined || !key) throw new KeysUnavailable('no key file');
    return [number, key];
  }

  return {
    async wrap(name, plain) {
      const [number, key] = await newest();
      const head = Buffer.alloc(NUMBER_BYTES);
      head.writeUInt32BE(number);
      return Buffer.concat([head, box(key, plain, boundTo(name, number))]);
    },
    async unwrap(name, wrapped) {
      const number = wrappedBy(wrapped);
      if (!keys.has(number)) await look().catch(away);
      const key = keys.get(number);
      if (!key) throw new SealBroken('key');
      return unbox(key, wrapped.subarray(NUMBER_BYTES), boundTo(name, number), 'key');
    },
    isCurrent: async (wrapped) => (await newest())[0] === wrappedBy(wrapped),
    async renew() {
      const before = await look().catch(away);
      const last = before.at(-1) ?? 0;
      // More than one: somebody has begun, and was interrupted or is at it.
      const number = before.length > 1 ? last : last + 1;
      await createOnce(fileOf(path, number), randomBytes(KEY_BYTES));
      return async () => {
        const older = (await look()).filter((one) => one < number);
        for (const one of older) await rm(fileOf(path, one), { force: true });
        await syncFolder(dirname(path));
      };
    },
  };
}

/** @returns null when it is gone: an older one, let go of since the folder was read */
async function readKey(path: string): Promise<KeyObject | null> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (!bytes) return null;
  if (bytes.length !== KEY_BYTES) {
    throw new Error(
      `The key file ${basename(path)} is malformed: it has to hold ${KEY_BYTES} bytes, not ${bytes.length}.`,
    );
  }
  return createSecretKey(bytes);
}

const fileOf = (path: string, number: number): string => {
  const { dir, name, ext } = parse(path);
  return number === 1 ? path : join(dir, `${name}.${number}${ext}`);
};

/** The number of the key that this file of the folder holds; 0 when it is none of them. */
export function numberOf(path: string, file: string): number {
  const { base, name, ext } = parse(path);
  if (file === base) return 1;
  const between = file.slice(name.length + 1, file.length - ext.length);
  const isOne = /^[1-9]\d{0,8}$/.test(between) && file === `${name}.${between}${ext}`;
  return isOne && between !== '1' ? Number(between) : 0;
}

function wrappedBy(wrapped: Uint8Array): number {
  if (wrapped.length < NUMBER_BYTES) throw new SealBroken('key');
  return Buffer.from(wrapped).readUInt32BE();
}

const boundTo = (name: string, number: number) => ['ring key', name, number] as const;

/** A folder that cannot be read now may be back soon; a malformed key will not. */
function away(error: unknown): never {
  const code = codeOf(error);
  throw typeof code === 'string' ? new KeysUnavailable(code) : error;
}
