import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { root } from './run.mjs';

/**
 * What `env/.env.NAME` says, and over it what the program was started with.
 * @param {string} name
 * @returns {Promise<Readonly<Record<string, string | undefined>>>}
 * @throws Error with one sentence where there is no such file
 */
export async function readEnvironment(name) {
  const file = join('env', `.env.${name}`);
  const text = await readFile(join(root, file), 'utf8').catch(() => null);
  if (text === null) throw new Error(`${file} is not there; env/.env.example shows what it holds.`);
  return { ...parseEnv(text), ...process.env };
}
