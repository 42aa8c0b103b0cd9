import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

const NOT_READ = new Set(['node_modules', 'dist', '.build', '.data']);

/**
 * Runs a build unless its output stands and nothing that it reads has changed since. Contents are
 * compared, not times: a checkout changes times at will.
 * @param {{name: string, reads: readonly string[], without?: readonly string[], makes: readonly string[]}} step
 *   paths in the repository: files and folders it reads, what of them it does not, and files it makes
 * @param {() => Promise<void>} build
 */
export async function unlessFresh({ name, reads, without = [], makes }, build) {
  const stamp = join(root, '.build/stamps', name);
  const wanted = await fingerprint(reads, new Set(without));
  const stands = await Promise.all(makes.map((path) => access(join(root, path)))).then(
    () => true,
    () => false,
  );
  if (stands && (await readFile(stamp, 'utf8').catch(() => null)) === wanted) return;
  await build();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, wanted);
}

async function fingerprint(reads, without) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of reads) {
    for (const file of await filesIn(path, without)) {
      const content = await readFile(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/** A file itself, or all files of a folder, in an order that is the same everywhere. */
async function filesIn(path, without) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (!entries) return [path];
  const inside = entries
    .filter(({ name }) => !NOT_READ.has(name))
    .map(({ name }) => `${path}/${name}`)
    .filter((child) => !without.has(child))
    .sort();
  return (await Promise.all(inside.map((child) => filesIn(child, without)))).flat();
}
