import { access, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from './sealing/durableFile';
import { numberOf } from './sealing/keyFile';

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
  const there = await whatIsThere(folder);
  const kept = there.lastIndexOf(true);
  const missing = there.indexOf(false);
  if (missing < 0 || missing > kept) return;
  throw new Error(
    `${named} holds ${FILES[kept]} but not ${FILES[missing]}, without which nothing in it can be read: ` +
      'put that file back, or name an empty folder.',
  );
}

/** @returns the first of the files that is missing, in the order they are made; null: all are there */
export async function missingOf(folder: string): Promise<(typeof FILES)[number] | null> {
  const there = await whatIsThere(folder);
  return FILES[there.indexOf(false)] ?? null;
}

async function whatIsThere(folder: string): Promise<boolean[]> {
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  });
  // The outermost key may have been followed by a newer one, under another name.
  const [key, ...databases] = FILES;
  return [
    names.some((name) => numberOf(key, name) > 0),
    ...databases.map((name) => names.includes(name)),
  ];
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Where the erasure list of a folder lies by itself: beside it, so that putting back a copy of the folder does
 * not put back the list. `/srv/.data` → `/srv/.data.erasures.db`
 */
export function erasuresBeside(folder: string): string {
  const path = resolve(folder);
  return join(dirname(path), `${basename(path)}.erasures.db`);
}
