import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program in the repository until it ends, its output where ours goes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was stopped by a signal
 */
export function run(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/**
 * What a program prints, run in the repository.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>}
 * @throws Error when it fails; it has said why
 */
export async function read(program, args, options = {}) {
  const child = spawn(program, args, {
    cwd: root,
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let text = '';
  for await (const some of child.stdout.setEncoding('utf8')) text += some;
  const [code] = await ended;
  if (code !== 0) throw new Error(`${program} ${args[0]} ended with ${code}.`);
  return text;
}

/** Runs a script with this Node. @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
export const runNode = (args, env = process.env) => run(process.execPath, args, { env });

/**
 * Runs the command of an installed package without a shell or `npx`, so alike on every system.
 * @param {string} name of the package
 * @param {readonly string[]} args
 * @param {{command?: string, env?: NodeJS.ProcessEnv}} [options] command: if named otherwise
 */
export async function runPackage(name, args, { command = name, env } = {}) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return runNode([join(folder, typeof bin === 'string' ? bin : bin[command]), ...args], env);
}

/**
 * Whether this module is what `node` was asked to run. @param {ImportMeta} meta of the module
 */
export const isStarted = (meta) => realpathSync(process.argv[1] ?? '.') === meta.filename;
