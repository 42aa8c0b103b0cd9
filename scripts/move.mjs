import './node.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildMove } from './build.mjs';
import { install } from './install.mjs';
import { root } from './run.mjs';

/** `npm run move`: moves all data from one place to another (docs/move.md). It exits with 1 unless all is well. */
try {
  await install();
  await buildMove();
  await import(pathToFileURL(join(root, '.build/move/main.mjs')).href);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
