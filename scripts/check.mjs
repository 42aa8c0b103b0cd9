import './node.mjs';
import { isStarted, runPackage } from './run.mjs';

const STEPS = [
  { name: 'types', package: 'typescript', command: 'tsc', args: ['-b'] },
  { name: 'lint', package: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', package: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
];

/**
 * Types, lint and format, at once: each leaves a core idle for part of its time. All of them, also after one has failed.
 * @returns {Promise<string[]>} the names of those that failed; what they found is printed
 */
export async function check() {
  const codes = await Promise.all(STEPS.map((step) => runPackage(step.package, step.args, step)));
  return STEPS.filter((_, at) => codes[at] !== 0).map(({ name }) => name);
}

if (isStarted(import.meta)) {
  const { install } = await import('./install.mjs');
  await install();
  const failed = await check();
  console.log(
    failed.length === 0 ? 'Types, lint and format hold.' : `Failed: ${failed.join(', ')}.`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}
