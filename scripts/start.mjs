import './node.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { root, runNode } from './run.mjs';

/**
 * `npm start`: everything that is needed to use Rapport on this machine, then the local server. `PORT` and
 * `RAPPORT_DATA` go to it. It runs in this process, so that a signal reaches it, and its exit code reaches
 * who started it, without anybody passing them on.
 */
try {
  await install();
  // The builders' memory goes with their process.
  const code = await runNode([join(root, 'scripts/build.mjs'), '--local']);
  if (code === 0) await import(pathToFileURL(join(root, '.build/local/main.mjs')).href);
  else process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
