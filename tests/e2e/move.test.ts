import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MOVING } from '@rapport/api/dataFolder';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contentsOf, fill, openSource } from '../api/move/support';
import { startServer } from './support/server';

/** Moves that are killed again and again until they are through. */
const ROUNDS = process.env['RAPPORT_LONG'] ? 100 : 2;
const PATIENCE_MS = 300_000 + ROUNDS * 10_000;
const AMOUNTS = { series: 3000, people: 500, subjects: 40, expired: 20 };
const PROGRAM = resolve(import.meta.dirname, '../../.build/move/main.mjs');
const ANYHOW = { recursive: true, force: true } as const;
/** What an earlier run remembers is written this often in one move: after each page. */
const PAGES = 20;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-move-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complained] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    said,
    complained,
  }));
  return { child, ended };
}

const fromTo = (from: string, to: string, ...more: string[]): string[] => [
  ...['--from', `sqlite:${at(from)}`, '--to', `sqlite:${at(to)}`],
  ...more,
];
const move = (...args: string[]) => start(args).ended;

/**
 * Kills it when it has kept how far it is for the nth time.
 * @returns how it ended: null when it is to be started again; a kill may also come after the last thing it does
 */
async function moveAndKill(args: readonly string[], nth: number): Promise<number | null> {
  const { child, ended } = start(args);
  let kept = 0;
  const watcher = watch(at('a'), (_, name) => {
    if (name === MOVING.out && (kept += 1) === nth) child.kill('SIGKILL');
  });
  const { code, complained } = await ended;
  watcher.close();
  expect(complained).toBe('');
  const isOver = !(await readdir(at('a'))).includes(MOVING.out);
  return code === null && isOver ? 0 : code;
}

/** A server on one of the folders, its erasure list beside it, where a move looks for it. */
const serve = (name: string) =>
  startServer({ data: at(name), env: { RAPPORT_ERASURES: `${at(name)}.erasures.db` } });

describe('npm run move', () => {
  test(
    `killed anywhere, ${ROUNDS} times over: the same command goes on, and all is there`,
    async () => {
      await fill(at('a'), AMOUNTS);
      const source = await openSource(at('a'));
      const before = await contentsOf(source);
      await source.close();
      let kills = 0;
      // Where much else runs, a kill may come when all is over: then there is another round.
      for (let round = 0; round < ROUNDS || kills < ROUNDS / 2; round += 1) {
        const target = `b${round}`;
        let code: number | null = null;
        while (code === null) {
          code = await moveAndKill(fromTo('a', target), 1 + Math.floor(Math.random() * PAGES));
          if (code === null) kills += 1;
        }
        expect(code).toBe(0);
        const verified = await move(...fromTo('a', target, '--verify'));
        expect(verified).toMatchObject({ code: 0, complained: '' });
        expect((await readdir(at(target))).toSorted()).toEqual([
          'keys.db',
          'master.key',
          'rapport.db',
        ]);
        const moved = await openSource(at(target));
        expect(await contentsOf(moved)).toEqual(before);
        await moved.close();
        await rm(at(target), { recursive: true });
      }
    },
    PATIENCE_MS,
  );

  test('with wrong arguments, or a target that is not its own: one sentence, and 1', async () => {
    for (const name of ['a', 'b'])
      await fill(at(name), { series: 5, people: 5, subjects: 2, expired: 0 });
    const attempts: [string[], RegExp][] = [
      [[], /^--from is missing/],
      [fromTo('nowhere', 'b'), /^--from names a folder without master\.key/],
      [fromTo('a', 'b'), /^--to is not empty/],
      [['--from', 'cosmos', '--to', `sqlite:${at('c')}`], /^COSMOS_ENDPOINT has to be/],
    ];
    for (const [args, sentence] of attempts) {
      const { code, said, complained } = await move(...args);
      expect({ code, said }).toEqual({ code: 1, said: '' });
      expect(complained).toMatch(sentence);
      expect(complained).toMatch(/^[^\n]+\.\n$/);
    }
    // Beside each lies its erasure list.
    const names = (await readdir(folder)).filter((name) => !name.includes('.erasures.db'));
    expect(names.toSorted()).toEqual(['a', 'b']);
    expect(await move(...fromTo('a', 'b', '--verify'))).toMatchObject({ code: 1 });
    expect(await move(...fromTo('a', 'c', '--dry-run'))).toMatchObject({ code: 0 });
    expect(await readdir(folder)).not.toContain('c');
  });

  test('and a server keep off each other, and afterwards the server runs on the target', async () => {
    await fill(at('a'), AMOUNTS);
    const server = await serve('a');
    const refused = await move(...fromTo('a', 'b'));
    expect(refused).toMatchObject({ code: 1, said: '' });
    expect(refused.complained).toMatch(/^--from is in use: stop Rapport/);
    expect(await move(...fromTo('a', 'b', '--dry-run'))).toMatchObject({ code: 0 });
    await server.stop();

    // It may be over before it is killed: then it is all taken away, and moved again.
    while ((await moveAndKill(fromTo('a', 'b'), 5)) !== null) {
      await Promise.all([at('b'), `${at('b')}.erasures.db`].map((path) => rm(path, ANYHOW)));
    }
    await expect(serve('a')).rejects.toThrow('is being moved elsewhere');
    await expect(serve('b')).rejects.toThrow('holds only a part');
    expect(await move(...fromTo('a', 'b'))).toMatchObject({ code: 0 });
    const moved = await serve('b');
    await moved.stop();
  });
});
