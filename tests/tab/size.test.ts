import { beforeAll, describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { readBuilt } from './built';

/** kB of 1,000 bytes, gzip: what a panel fetches before its first line of ours runs. */
const PANEL_BUDGET_KB = 90;

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.optional(z.array(z.string())) }),
);

describe('D9: the panel people wait for', () => {
  let built: ReadonlyMap<string, string>;
  beforeAll(async () => {
    built = await readBuilt('tab/dist');
  });

  /** An entry's own script and all it imports statically, from Vite's manifest. */
  function firstScripts(entry: string): string[] {
    const manifest = manifestSchema.parse(JSON.parse(built.get('manifest.json') ?? '{}'));
    const seen = new Set([entry]);
    for (const key of seen) for (const next of manifest[key]?.imports ?? []) seen.add(next);
    return [...seen].map((key) => manifest[key]?.file ?? `nothing for ${key}`);
  }

  const sizeOf = (file: string): number => gzipSync(built.get(file) ?? '', { level: 9 }).length;

  test(`loads at most ${PANEL_BUDGET_KB} kB of JavaScript first`, () => {
    const sizes = firstScripts('panel.html').map((file) => [file, sizeOf(file)] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    const listed = sizes.map(([file, size]) => `${file} ${size}`).join(', ');
    expect(total <= PANEL_BUDGET_KB * 1000 ? 'within' : `${total}: ${listed}`).toBe('within');
    expect(total).toBeGreaterThan(10_000);
  });

  test('its page names no script that the manifest does not count', () => {
    const counted = firstScripts('panel.html');
    const named = [...(built.get('panel.html') ?? '').matchAll(/(?:src|href)="\/([^"]+\.js)"/g)];
    expect(named.map(([, file = '']) => file).toSorted()).toEqual(counted.toSorted());
  });

  test.each(['tab.html', 'panel.html'])(
    '%s has no script in the page, as its policy asks',
    (page) => {
      const scripts = (built.get(page) ?? '').match(/<script\b[^>]*>[^<]*/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toMatch(/ src="\/assets\/[^"]+"[^>]*>\s*$/);
    },
  );
});
