import './node.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildKeys } from './build.mjs';
import { install } from './install.mjs';
import { root } from './run.mjs';

/**
 * `npm run keys -- rotate`: work on the keys of a Rapport that may be running meanwhile. It takes the same
 * settings as what it works for (`RAPPORT_DATA`, …). docs/keys.md says when to use it.
 */
try {
  await install();
  await buildKeys();
  await import(pathToFileURL(join(root, '.build/keys/main.mjs')).href);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
