import './node.mjs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, runNode } from './run.mjs';

/**
 * `npm run bench`: everything that is measured, as tables, and as JSON in `.build/bench.json`. Names after it
 * (`npm run bench -- cost scale`) run those alone.
 */
const file = join(root, '.build/bench.json');
try {
  await install();
  const { buildBench } = await import('./build.mjs');
  await buildBench();
  const main = join(root, '.build/bench/main.mjs');
  const env = { ...process.env, RAPPORT_BENCH: file };
  process.exitCode = await runNode([main, ...process.argv.slice(2)], env);
  if (process.exitCode === 0) console.log(`The same as JSON: ${file}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
