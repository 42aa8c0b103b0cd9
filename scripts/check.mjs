import './node.mjs';
import { isStarted, runPackage } from './run.mjs';

const STEPS = [
  { name: 'types', package: 'typescript', command: 'tsc', args: ['-b'] },
  { name: 'lint', package: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', package: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
];

/**
 * Types, lint and format; all of them, also after one has failed.
 * @returns {Promise<string[]>} the names of those that failed; what they found is printed
 */
export async function check() {
  const failed = [];
  for (const step of STEPS) {
    if ((await runPackage(step.package, step.args, step)) !== 0) failed.push(step.name);
  }
  return failed;
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
