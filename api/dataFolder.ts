import { readdir } from 'node:fs/promises';
import { numberOf } from './sealing/keyFile';

/** What the data lies in, each worth nothing without the ones before it, and made in this order. */
const FILES = ['master.key', 'keys.db', 'rapport.db'] as const;

/**
 * Stops a start that would seal with new keys beside content that only the old ones open: what is there
 * would seem gone, and the way back (a copy of the missing file) would be lost with it.
 * @throws Error with one sentence that names what is there and what is missing
 */
export async function requireWhole(folder: string): Promise<void> {
  const names = await readdir(folder);
  // The outermost key may have been followed by a newer one, under another name.
  const [key, ...databases] = FILES;
  const there = [
    names.some((name) => numberOf(key, name) > 0),
    ...databases.map((name) => names.includes(name)),
  ];
  const kept = there.lastIndexOf(true);
  const missing = there.indexOf(false);
  if (missing < 0 || missing > kept) return;
  throw new Error(
    `RAPPORT_DATA holds ${FILES[kept]} but not ${FILES[missing]}, without which nothing in it can be read: ` +
      'put that file back, or name an empty folder.',
  );
}
