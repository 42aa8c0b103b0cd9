import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { requireWhole } from '../dataFolder';
import { openLocalKeyPlaces, type KeyPlaces } from '../sealing/keyPlaces';
import { isCommand, runCommand, USAGE } from './command';

/** `npm run keys`: work on keys while the server runs, from another process. */
async function main(): Promise<void> {
  const command = process.argv[2];
  if (!isCommand(command) || process.argv.length > 3) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const places = await openPlaces();
  try {
    await runCommand(command, places, (line) => void process.stdout.write(`${line}\n`));
  } finally {
    await places.close();
  }
}

async function openPlaces(): Promise<KeyPlaces> {
  const data = resolve(process.env['RAPPORT_DATA'] ?? '.data');
  // A mistyped folder gets no keys of its own.
  const names = await readdir(data).catch((): string[] => []);
  if (!names.includes('keys.db')) {
    throw new Error(
      'RAPPORT_DATA has to name the folder the data lies in: there are no keys there.',
    );
  }
  await requireWhole(data);
  return openLocalKeyPlaces(data, process.env['RAPPORT_ERASURES']);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'It did not work.'}\n`);
  process.exitCode = 1;
});
