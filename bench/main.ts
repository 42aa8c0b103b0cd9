import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Benchmark, Report } from './benchmark';
import { costs } from './costs/costs';
import { designs } from './costs/designs';
import { growth } from './costs/growth';
import { printReport } from './print';
import { reminders } from './reminders/reminders';
import { scale } from './scale/scale';
import { search } from './search/search';
import { transcript } from './transcript/transcript';
import { wording } from './wording/wording';
import { timing } from './timing/timing';

/** Everything that is measured, in the order it is printed. */
const BENCHMARKS: readonly Benchmark[] = [
  costs,
  growth,
  designs,
  reminders,
  scale,
  timing,
  search,
  transcript,
  wording,
];

/**
 * Runs the benchmarks named on the command line, or all of them: as tables on the screen, and as JSON in the
 * file that `RAPPORT_BENCH` names.
 */
async function main(names: readonly string[]): Promise<void> {
  const chosen = BENCHMARKS.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.length === 0) {
    throw new Error(`There are these: ${BENCHMARKS.map(({ name }) => name).join(', ')}.`);
  }
  const results: Record<string, Report & { readonly question: string }> = {};
  for (const benchmark of chosen) {
    const report = await benchmark.run();
    results[benchmark.name] = { question: benchmark.question, ...report };
    console.log(printReport(benchmark, report));
  }
  const file = process.env['RAPPORT_BENCH'];
  if (!file) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
