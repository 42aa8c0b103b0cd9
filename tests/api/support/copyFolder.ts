import { cp, rm } from 'node:fs/promises';

const TRIES = 5;

/**
 * Copies a folder of databases that were closed. Their side files go a moment after that: a copy that meets one
 * on its way out begins anew.
 */
export async function copyFolder(from: string, to: string): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await cp(from, to, { recursive: true });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || left === 1) throw error;
      await rm(to, { recursive: true, force: true });
    }
  }
}
