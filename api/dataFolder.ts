import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** What the data lies in, each worth nothing without the ones before it, and made in this order. */
export const FILES = ['master.key', 'keys.db', 'rapport.db'] as const;

/** Lie in a folder while it is moved: what leaves, and what arrives (api/move). */
export const MOVING = { out: 'moving-out.json', in: 'moving-in.json' } as const;

/**
 * Stops a start in the middle of a move: what would be written here then might be left behind by it.
 * @throws Error with one sentence that says what to do
 */
export async function requireSettled(folder: string): Promise<void> {
  if (await isThere(join(folder, MOVING.in)))
    throw new Error(
      'RAPPORT_DATA holds only a part of what is being moved here: run the same `npm run move` again, ' +
        'or empty the folder.',
    );
  if (await isThere(join(folder, MOVING.out)))
    throw new Error(
      'RAPPORT_DATA is being moved elsewhere: run the same `npm run move` again, or delete ' +
        `${MOVING.out} to give the move up and stay here.`,
    );
}

/**
 * Stops a start that would seal with new keys beside content that only the old ones open: what is there
 * would seem gone, and the way back (a copy of the missing file) would be lost with it.
 * @param named what the person who starts it calls the folder
 * @throws Error with one sentence that names what is there and what is missing
 */
export async function requireWhole(folder: string, named = 'RAPPORT_DATA'): Promise<void> {
  const there = await Promise.all(FILES.map((name) => isThere(join(folder, name))));
  const kept = there.lastIndexOf(true);
  const missing = there.indexOf(false);
  if (missing < 0 || missing > kept) return;
  throw new Error(
    `${named} holds ${FILES[kept]} but not ${FILES[missing]}, without which nothing in it can be read: ` +
      'put that file back, or name an empty folder.',
  );
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
