import './node.mjs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

/**
 * Runs one of jest's projects.
 * @param {string} project
 * @param {readonly string[]} args
 * @returns {Promise<import('@jest/test-result').FormattedTestResults['testResults']>} one of each file
 */
async function jest(project, args) {
  const results = join(root, '.build', `jest-${project}.json`);
  await mkdir(join(root, '.build'), { recursive: true });
  await rm(results, { force: true });
  const code = await runPackage(
    'jest',
    [
      ...['--selectProjects', project, '--passWithNoTests', '--json', '--outputFile', results],
      ...args,
    ],
    { env },
  );
  const { testResults, success } = JSON.parse(await readFile(results, 'utf8'));
  if (code !== 0 && success) throw new Error(`jest ended with ${code}.`);
  return testResults;
}

/** Adds up what became of each test; a file that does not load has no tests to count, yet failed. */
function count(files) {
  for (const { assertionResults, status } of files) {
    const of = (...wanted) => assertionResults.filter((one) => wanted.includes(one.status)).length;
    tally.passed += of('passed');
    tally.skipped += of('pending', 'todo', 'skipped', 'disabled');
    tally.failed += Math.max(of('failed'), status === 'failed' ? 1 : 0);
  }
}

/**
 * Two stories at once keep a small machine busy, and a browser there may miss its moment. A story that failed is told
 * once more from its beginning, with nothing beside it; what is broken fails again.
 */
async function stories() {
  const told = await jest('e2e', forJest);
  const failed = told.filter(({ status }) => status === 'failed');
  if (failed.length === 0 || forJest.length > 0) return count(told);
  const names = failed.map(({ name }) => name);
  console.log(`Failed, and told once more alone: ${names.map((one) => basename(one)).join(', ')}`);
  count(told.filter((one) => !failed.includes(one)));
  count(await jest('e2e', ['--runInBand', '--runTestsByPath', ...names]));
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
  await step('unit', async () => count(await jest('unit', forJest)));
  await step('e2e', stories);
});

if (tally.passed + tally.failed === 0)
  await step('tests', () => Promise.reject(new Error('none.')));
if (tally.skipped > 0) console.log(`${tally.skipped} not run: see above why.`);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
