import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openStores } from '../composing/openStores';
import type { Environment } from '../composing/stores';
import { systemClock } from '../ports/clock';
import { isCommand, runCommand, USAGE } from './command';

/** `npm run keys`: work on the keys of a Rapport that goes on serving, with the settings it has. */
async function main(): Promise<void> {
  const command = process.argv[2];
  if (!isCommand(command) || process.argv.length > 3) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const stores = await openStores(await settings(), systemClock);
  try {
    await runCommand(command, stores, (line) => void process.stdout.write(`${line}\n`));
  } finally {
    await stores.close();
  }
}

async function settings(): Promise<Environment> {
  if (process.env['COSMOS_ENDPOINT'] !== undefined) return process.env;
  const data = resolve(process.env['RAPPORT_DATA'] ?? '.data');
  // A mistyped folder gets no keys of its own.
  const names = await readdir(data).catch((): string[] => []);
  if (!names.includes('rapport.db')) {
    throw new Error('RAPPORT_DATA has to name the folder the data lies in: there is none there.');
  }
  return { ...process.env, RAPPORT_DATA: data };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'It did not work.'}\n`);
  process.exitCode = 1;
});
