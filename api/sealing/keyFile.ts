import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { KeyWrap } from '../ports/keyWrap';
import { box, unbox } from './box';

const KEY_BYTES = 32;

/**
 * A key in a file that only its owner may read: what a key vault is in the cloud. Made when it is not there;
 * without it nothing sealed can ever be read.
 * @param path the file, in a folder that exists
 * @throws Error with one sentence when the file holds anything but a key
 */
export async function openKeyFile(path: string): Promise<KeyWrap> {
  return wrapWith((await readIfThere(path)) ?? (await create(path)), path);
}

/** The same where a key has to be there: null when it is not. */
export async function openExistingKeyFile(path: string): Promise<KeyWrap | null> {
  const bytes = await readIfThere(path);
  return bytes && wrapWith(bytes, path);
}

function wrapWith(bytes: Buffer, path: string): KeyWrap {
  if (bytes.length !== KEY_BYTES) {
    throw new Error(
      `The key file ${basename(path)} is malformed: it has to hold ${KEY_BYTES} bytes, not ${bytes.length}.`,
    );
  }
  const key = createSecretKey(bytes);
  return {
    wrap: async (name, plain) => box(key, plain, ['ring key', name]),
    unwrap: async (name, wrapped) => unbox(key, wrapped, ['ring key', name], 'key'),
  };
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all, and never in the place of another: written aside, then linked to its name. */
async function create(path: string): Promise<Buffer> {
  const aside = `${path}.${randomUUID()}`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(randomBytes(KEY_BYTES));
      await file.sync();
    } finally {
      await file.close();
    }
    await link(aside, path).catch((error: unknown) => {
      // Another process was first; its key is read below.
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await syncFolder(dirname(path));
  } finally {
    await rm(aside, { force: true });
  }
  return readFile(path);
}

/** The name has to survive a power cut as surely as what is sealed from now on. */
async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for this, and does not need to.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
