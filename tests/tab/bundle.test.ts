import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { readBuilt, readBuiltFile } from './built';

/** Names the paths of files in which a pattern stands. */
async function filesWith(folder: string, pattern: RegExp): Promise<string[]> {
  return [...(await readBuilt(folder))].flatMap(([path, text]) =>
    pattern.test(text) ? [path] : [],
  );
}

describe('what is deployed knows nothing of the local server', () => {
  test('the app names no address of this machine', async () => {
    expect(await filesWith('tab/dist', /localhost|127\.0\.0\.1|\[::1\]/)).toEqual([]);
  });

  test('nothing of the local Teams is in the app', async () => {
    // What only the local Teams asks the server; that it does makes the second line mean something.
    const local = /\/local\/(people|teams|token|clock|progress)/;
    expect(await filesWith('.build/host', local)).not.toEqual([]);
    expect(await filesWith('tab/dist', local)).toEqual([]);
  });

  test('nothing of the local server, and no package it alone needs, is in the api', async () => {
    const built = await readBuiltFile('.build/api.meta.json');
    const { inputs } = z
      .object({ inputs: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(built));
    const files = Object.keys(inputs);
    expect(files).toContain('api/functions.ts');
    expect(
      files.filter((file) =>
        /^(api\/local|tab|tests)\/|node_modules\/(hono|@hono|ws|libsql|react)\//.test(file),
      ),
    ).toEqual([]);
  });

  test('nothing of the local server is in what a company runs on one machine', async () => {
    const built = (await readBuilt('.build/serve')).get('meta.json') ?? '{}';
    const { inputs } = z
      .object({ inputs: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(built));
    const files = Object.keys(inputs);
    expect(files).toContain('api/serve/main.ts');
    expect(files.filter((file) => /^(api\/local|tab|tests)\//.test(file))).toEqual([]);
    expect((await readBuilt('.build/serve')).get('main.mjs')).not.toMatch(/\/local\//);
  });

  test('the api is one CommonJS file beside what the Functions host reads', async () => {
    const built = await readBuilt('api/dist');
    expect([...built.keys()].toSorted()).toEqual(['functions.js', 'host.json', 'package.json']);
    const { main, type } = JSON.parse(built.get('package.json') ?? '{}') as Record<string, unknown>;
    expect({ main, type }).toEqual({ main: 'functions.js', type: undefined });
    expect(built.get('functions.js')).toMatch(/^"use strict";/);
    expect(built.get('functions.js')).toContain('require("@azure/functions-core")');
  });
});
