import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * One file that `npm run build` makes. Beside it in `.build`, other tests come and go with files of their own.
 * @throws Error when it was not built
 */
export const readBuiltFile = (path: string): Promise<string> =>
  readFile(join(ROOT, path), 'utf8').catch(() => {
    throw new Error(`${path} is not there: run npm run build before.`);
  });

/**
 * All files of a folder that `npm run build` makes, by their path in it; `npm test` builds first.
 * @throws Error when nothing was built
 */
export async function readBuilt(folder: string): Promise<ReadonlyMap<string, string>> {
  const at = join(ROOT, folder);
  const entries = await readdir(at, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  if (files.length === 0) throw new Error(`${folder} is not there: run npm run build before.`);
  const paths = files.map((file) => join(file.parentPath, file.name));
  const read = paths.map(async (path) => {
    const name = path.slice(at.length + 1).replaceAll('\\', '/');
    return [name, await readFile(path, 'utf8')] as const;
  });
  return new Map(await Promise.all(read));
}
