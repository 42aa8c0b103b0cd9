import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** Files a rule has to refuse, with words of its message. */
const REFUSED: readonly [file: string, source: string, message: string][] = [
  ['domain/a.ts', `import '@rapport/api/route';`, 'domain/ is pure'],
  ['domain/b.ts', `import type { A } from '../api/route';`, 'domain/ stands on nothing'],
  ['domain/c.ts', `import '../tab/src/a';`, 'domain/ stands on nothing'],
  ['domain/d.ts', `import '../tests/a';`, 'domain/ stands on nothing'],
  ['domain/e.ts', `import 'node:fs';`, 'domain/ is pure'],
  ['domain/f.ts', `import 'react';`, 'domain/ is pure'],
  ['domain/g.ts', `import 'zod';`, 'domain/ is pure'],
  ['domain/h.ts', `export const at = Date.now();`, 'Time is passed in'],
  ['domain/i.ts', `export const dice = Math.random();`, 'Chance is passed in'],
  ['domain/j.ts', `export const id = crypto.randomUUID();`, 'Ids are passed in'],
  ['api/a.ts', `import '@rapport/tab/src/a';`, 'api/ stands on domain/ alone'],
  ['api/deep/b.ts', `import '../../tab/src/a';`, 'api/ stands on domain/ alone'],
  ['api/c.ts', `import '../tests/a';`, 'api/ stands on domain/ alone'],
  ['api/d.ts', `import './local/clock';`, 'api/local is the local server'],
  ['api/storage/e.ts', `import '../local/clock';`, 'api/local is the local server'],
  ['api/f.ts', `import { Hono } from 'hono'; new Hono();`, "not in the cloud's bundle"],
  ['api/g.ts', `import { z } from 'zod'; z();`, 'zod/mini'],
  ['api/local/a.ts', `import '../../tab/host/text';`, 'api/ stands on domain/ alone'],
  ['api/local/b.ts', `import '@rapport/tests/a';`, 'api/ stands on domain/ alone'],
  ['api/routes/a.ts', `import '@azure/functions';`, 'Routes and pipeline know no host'],
  ['api/routes/b.ts', `import 'hono/cors';`, 'Routes and pipeline know no host'],
  ['api/routes/c.ts', `import '@hono/node-server';`, 'Routes and pipeline know no host'],
  ['api/routes/d.ts', `import '../local/people';`, 'api/local is the local server'],
  ['api/pipeline.ts', `import '@azure/functions';`, 'Routes and pipeline know no host'],
  ['tab/src/a.ts', `import { route } from '@rapport/api/route'; route();`, 'only types'],
  ['tab/src/b.ts', `import type { A } from '../../api/route';`, 'by their package name'],
  ['tab/src/c.ts', `import '../host/text';`, 'not deployed'],
  ['tab/src/d.ts', `import type { A } from '@rapport/api/local/people';`, 'not deployed'],
  ['tab/src/e.ts', `import '@rapport/tests/a';`, 'nothing imports a test'],
  ['tab/src/f.ts', `import 'node:path';`, 'runs in a browser'],
  ['tab/host/a.ts', `import { people } from '@rapport/api/local/people'; people();`, 'only types'],
  ['tab/host/b.ts', `import '../src/client/client';`, 'knows it only by its address'],
  ['scripts/a.mjs', `import '../tests/e2e/support/server';`, 'Nothing imports a test'],
  ['tab/src/g.tsx', `export const A = () => <img src="a.png" />;`, 'Missing `alt` attribute'],
  ['tab/src/h.tsx', hooks(`if (on) useState(0);`), 'called conditionally'],
  ['tab/src/i.tsx', hooks(`useEffect(() => void on, []);`), 'missing dependency'],
  ['tab/src/j.ts', `console.log('a');`, 'Unexpected console'],
  ['api/local/c.ts', `console.log('a');`, 'Unexpected console'],
  ['api/h.ts', `export const a: any = 1;`, 'Unexpected `any`'],
  ['api/i.ts', `// @ts-ignore\nexport const a = 1;`, '@ts-ignore'],
  ['api/j.ts', `import { A } from './a'; export const a: A = 1;`, 'import type'],
  ['api/k.ts', `const wait = async () => {}; wait();`, 'must be awaited'],
  ['api/l.ts', `export const a = async () => await 1;`, 'non-Promise'],
  ['api/m.ts', `const is = async () => true; if (is()) { is; }`, 'Expected non-Promise'],
  ['tests/a.test.ts', `test.only('a', () => expect(1).toBe(1));`, 'focused test'],
  ['tests/b.test.ts', `test.skip('a', () => expect(1).toBe(1));`, 'Disabled test'],
  ['tests/c.test.ts', `test('a', () => {});`, 'no assertions'],
];

/** Files that look like the above and are fine. */
const ALLOWED: readonly [file: string, source: string][] = [
  ['domain/ok.ts', `import * as z from 'zod/mini'; import './a'; export const b = z.string();`],
  ['domain/time.ts', `export const at = (iso: string) => new Date(iso);`],
  ['api/ok.ts', `import '@rapport/domain/series'; import 'node:fs'; import '@azure/functions';`],
  ['api/local/ok.ts', `import 'hono'; import 'ws'; import './people'; import '../compose';`],
  ['api/routes/ok.ts', `import '../documents/documents'; import './schemas';`],
  ['tab/src/ok.ts', `import type { A } from '@rapport/api/route'; export type B = A;`],
  ['tab/src/ok2.ts', `import './hosts/connect'; import '@rapport/domain/series';`],
  ['tab/host/ok.ts', `import type { A } from '@rapport/api/local/people'; export type B = A;`],
  ['scripts/ok.mjs', `import 'node:fs'; console.log('a');`],
  ['tests/ok.test.ts', `import '@rapport/api/local/people'; test('a', () => expect(1).toBe(1));`],
];

function hooks(line: string): string {
  return `import { useEffect, useState } from 'react';
    export function useA(on: boolean) { ${line} return [useEffect, useState]; }`;
}

interface Found {
  readonly filename: string;
  readonly message: string;
  readonly help?: string;
}

/** Lints files under this repository's rules as if they stood in it; both sets in one run. */
async function lint(folder: string): Promise<Found[]> {
  for (const [file, source] of [...REFUSED, ...ALLOWED]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), source);
  }
  const rules = await readFile(join(ROOT, '.oxlintrc.json'), 'utf8');
  await writeFile(join(folder, '.oxlintrc.json'), rules);
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const compilerOptions = { strict: true, jsx: 'react-jsx', target: 'es2023', types: [] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const output = await new Promise<string>((done) => {
    const args = [oxlint, '--type-aware', '--format', 'json', '--disable-nested-config', '.'];
    // It ends with 1 when it finds something, as it has to here.
    execFile(process.execPath, args, { cwd: folder }, (_error, stdout) => done(stdout));
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: Found[] };
  return diagnostics;
}

describe('the linter', () => {
  let folder: string;
  let found: Found[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-lint-'));
    found = await lint(folder);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const messagesOf = (file: string): string[] =>
    found
      .filter(({ filename }) => relative(folder, resolve(folder, filename)) === join(file))
      .map(({ message, help }) => `${message} ${help ?? ''}`);

  test.each(REFUSED)('%s refuses %j', (file, _source, message) => {
    expect(messagesOf(file).join('\n')).toContain(message);
  });

  test.each(ALLOWED)('%s may %j', (file) => {
    expect(messagesOf(file)).toEqual([]);
  });
});

test('a rule is silenced only with its reason on the line', async () => {
  const silenced =
    /(?:oxlint|eslint)-disable(?![^\n]* -- \S)|@ts-(?:expect-error|ignore|nocheck)(?! \S)/;
  const files = await sourceFiles(ROOT);
  expect(files.length).toBeGreaterThan(100);
  const without = await Promise.all(
    files.map(async (file) => (silenced.test(await readFile(file, 'utf8')) ? [file] : [])),
  );
  expect(without.flat().filter((file) => file !== import.meta.filename)).toEqual([]);
});

/** All sources of the repository, ours alone. */
async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ours = entries.filter(({ name }) => !/^(?:node_modules|dist|\..*)$/.test(name));
  const inside = ours.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(?:tsx?|mjs|css)$/.test(entry.name) ? [path] : [];
  });
  return (await Promise.all(inside)).flat();
}
