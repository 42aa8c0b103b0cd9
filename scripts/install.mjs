import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run, runNode } from './run.mjs';

const stamp = join(root, 'node_modules', '.rapport-lock');

/**
 * Brings node_modules to what package-lock.json says, with `npm ci`, unless it is there already.
 * @throws Error when npm fails; npm has said why
 */
export async function install() {
  const wanted = await wantedStamp();
  if ((await readFile(stamp, 'utf8').catch(() => null)) === wanted) return;
  console.log('Installing what Rapport needs (a minute, once) …');
  // Also where the environment asks for production: building needs the development packages.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const code = npm?.endsWith('.js')
    ? await runNode([npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' });
  if (code !== 0) throw new Error('npm could not install the packages; what it said stands above.');
  await writeFile(stamp, wanted);
}

/** Packages with binaries differ by platform, and with the Node they were installed for. */
async function wantedStamp() {
  const lock = await readFile(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch} ${process.versions.modules}\n`;
}
