import './node.mjs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { ensureBrowser } from './browser.mjs';
import { check } from './check.mjs';
import { install } from './install.mjs';
import { root, runPackage } from './run.mjs';

/**
 * `npm test`: installs what the tests need, a browser included, then types, lint, format and all tests.
 * `--long` also runs what takes longer; everything else goes to jest (`npm test -- tests/api`).
 * The last line is `N passed, N failed`: tests, and one failed for each other step that failed.
 */
const long = process.argv.includes('--long');
const forJest = process.argv.slice(2).filter((arg) => arg !== '--long');
const env = { ...process.env, ...(long && { RAPPORT_LONG: '1' }) };
const tally = { passed: 0, failed: 0, skipped: 0 };

/** Runs one step; one that fails is counted, and the others go on. */
async function step(name, work) {
  try {
    return await work();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    tally.failed += 1;
    return null;
  }
}

/** Runs one of jest's projects and adds what it counted. */
async function jest(project, args) {
  const results = join(root, '.build', `jest-${project}.json`);
  await mkdir(join(root, '.build'), { recursive: true });
  await rm(results, { force: true });
  const code = await runPackage(
    'jest',
    [
      ...['--selectProjects', project, '--passWithNoTests', '--json', '--outputFile', results],
      ...args,
      ...forJest,
    ],
    { env },
  );
  const counted = JSON.parse(await readFile(results, 'utf8'));
  tally.passed += counted.numPassedTests;
  tally.skipped += counted.numPendingTests + counted.numTodoTests;
  // A file that does not load has no tests to count, yet failed.
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  tally.failed += failed;
  if (code !== 0 && failed === 0) throw new Error(`jest ended with ${code}.`);
}

await step('install', async () => {
  await install();
  await step('browser', async () => {
    env['RAPPORT_BROWSER'] = await ensureBrowser();
  });
  await step('build', buildAll);
  for (const name of (await step('check', check)) ?? []) {
    await step(name, () => Promise.reject(new Error('failed; what it found stands above.')));
  }
  await step('unit', () => jest('unit', []));
  await step('e2e', () => jest('e2e', []));
});

if (tally.passed + tally.failed === 0)
  await step('tests', () => Promise.reject(new Error('none.')));
if (tally.skipped > 0) console.log(`${tally.skipped} not run: see above why.`);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
