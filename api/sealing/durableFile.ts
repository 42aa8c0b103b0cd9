import { randomUUID } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that only its owner may read: whole or not at all, and never in the place of another. It is
 * written aside, then linked to its name. When this returns there is a file of this name, ours or the one of
 * whoever was first, and it survives a power cut.
 */
export async function createOnce(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(aside, path).catch((error: unknown) => {
      // Another process was first.
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await syncFolder(dirname(path));
  } finally {
    await rm(aside, { force: true });
  }
}

/** The names in a folder have to survive a power cut as surely as what is in the files. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for this, and does not need to.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The code of a system error (`ENOENT`, …). */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
