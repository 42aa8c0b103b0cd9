import { describe, expect, test } from '@jest/globals';
import { MOVING } from '@rapport/api/dataFolder';
import type { Side } from '@rapport/api/move/side';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { folderPerTest } from '../storage/folder';
import { between } from './between';
import {
  breaking,
  contentsOf,
  fill,
  Interrupted,
  openCloud,
  openSource,
  openTarget,
  run,
  someDocument,
} from './support';

const folder = folderPerTest();
const at = (name: string) => folder.file(name);
const both = <T>(work: (from: Side, to: Side) => Promise<T>) => between(at('a'), at('b'), work);
const AMOUNTS = { series: 450, people: 60, subjects: 9, expired: 12 };
const isThere = (name: string) =>
  readFile(at(name)).then(
    () => true,
    () => false,
  );

describe('from one folder to another', () => {
  test('everything is there as it was, but what had expired, and nothing is left of the move', async () => {
    await fill(at('a'), AMOUNTS);
    await both(async (from, to) => {
      const before = await contentsOf(from);
      expect(before.documents).toHaveLength(511);
      const { well, lines } = await run(from, to);
      expect(well).toBe(true);
      expect(await contentsOf(to)).toEqual(before);
      expect(await contentsOf(from)).toEqual(before);
      expect(before.keys.filter(({ name }) => name.startsWith('ring/')).length).toBeGreaterThan(1);
      const keys = before.keys.length;
      expect(lines[0]).toBe(
        `In the source: 511 documents and ${keys} keys; 12 more expired, and will stay behind.`,
      );
      expect(lines.at(-1)).toMatch(
        `Moved: 511 documents and ${keys} keys. Left behind: 12 that had expired. `,
      );
      expect(lines).toContain('  series/feedback: 150, the same');
    });
    expect(await readFile(at('a/master.key'))).not.toEqual(await readFile(at('b/master.key')));
    for (const name of ['a', 'b'])
      for (const mark of Object.values(MOVING))
        expect(await isThere(`${name}/${mark}`)).toBe(false);
  });

  test('a source in which nobody has written is moved too', async () => {
    await (await openTarget(at('a'))).close();
    expect((await both(run)).well).toBe(true);
  });

  test('no id, partition or path is said', async () => {
    await fill(at('a'), AMOUNTS);
    await both(async (from, to) => {
      const said = (await run(from, to)).lines.join('\n');
      const { documents, keys } = await contentsOf(to);
      const secrets = [
        ...documents.flatMap(({ id, partition, tenant, keyId }) => [id, partition, tenant, keyId]),
        ...keys.flatMap(({ name, id }) => [name, id]),
        at('a'),
        at('b'),
      ];
      expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    });
  });
});

describe('to the cloud and back', () => {
  test('everything is there as it was, under three different outermost keys', async () => {
    await fill(at('a'), AMOUNTS);
    const { standIn, side } = await openCloud(at('vault.key'));
    standIn.split(3);
    const [source, target] = [await openSource(at('a')), await openTarget(at('b'))];
    const before = await contentsOf(source);
    expect((await run(source, side)).well).toBe(true);
    expect(await contentsOf(side)).toEqual(before);
    const { well, lines } = await run(side, target);
    expect(well).toBe(true);
    expect(lines.join('\n')).toContain('has to be stopped until this is over');
    expect(await contentsOf(target)).toEqual(before);
    for (const one of [source, target, side]) await one.close();
  });

  test('what the source writes meanwhile is found, and the next run brings it', async () => {
    await fill(at('a'), AMOUNTS);
    const { side } = await openCloud(at('vault.key'));
    const [source, target] = [await openSource(at('a')), await openTarget(at('b'))];
    await run(source, side);
    let looks = 0;
    const all: Side['content']['all'] = async (container, continuation, limit) => {
      // Surveyed and copied: the comparison begins.
      if (container === 'series' && continuation === null && (looks += 1) === 3)
        await side.content.put('series', [someDocument()]);
      return side.content.all(container, continuation, limit);
    };
    const first = await run({ ...side, content: { ...side.content, all } }, target);
    expect(first.well).toBe(false);
    expect(first.lines).toContain('  series/topic: DIFFERENT, 1 in the source, 0 in the target');
    expect(first.lines.at(-1)).toMatch(/^The target is not as the source is.*run the same command/);
    expect((await run(side, target)).well).toBe(true);
    expect(await contentsOf(target)).toEqual(await contentsOf(side));
    for (const one of [source, target, side]) await one.close();
  });
});

describe('a move that was interrupted', () => {
  const small = { series: 230, people: 5, subjects: 3, expired: 3 };
  const step = process.env['RAPPORT_LONG'] ? 1 : 7;

  test.each(['before', 'after'] as const)(
    '%s any of its calls goes on where it was',
    async (moment) => {
      await fill(at('a'), small);
      const source = await openSource(at('a'));
      const before = await contentsOf(source);
      const pristine = await openTarget(at('counted'));
      const counted = breaking(source, pristine, Infinity);
      await run(counted.from, counted.to);
      await pristine.close();
      expect(counted.calls()).toBeGreaterThan(30);

      for (let call = 1; call <= counted.calls(); call += step) {
        const path = at(`b${call}`);
        const target = await openTarget(path);
        const broken = breaking(source, target, call, moment);
        await expect(run(broken.from, broken.to)).rejects.toThrow(Interrupted);
        const again = breaking(source, target, Infinity);
        expect((await run(again.from, again.to)).well).toBe(true);
        expect(await contentsOf(target)).toEqual(before);
        // No more than one page is written twice.
        expect(broken.written() + again.written()).toBeLessThanOrEqual(
          before.documents.length + 200,
        );
        await target.close();
        await rm(path, { recursive: true });
      }
      await source.close();
    },
  );

  test('says how far it had come, and counts once what was moved', async () => {
    await fill(at('a'), AMOUNTS);
    await both(async (from, to) => {
      let puts = 0;
      const put: Side['content']['put'] = async (...wanted) => {
        if ((puts += 1) > 1) throw new Interrupted();
        await to.content.put(...wanted);
      };
      const half = { ...to, content: { ...to.content, put } };
      await expect(run(from, half)).rejects.toThrow(Interrupted);
      const { lines } = await run(from, to);
      expect(lines[0]).toMatch(
        /^Going on where an earlier run stopped, after [1-9]\d+ documents\.$/,
      );
      expect(lines.at(-1)).toMatch(/^Moved: 511 documents and .* Left behind: 12 that/);
    });
  });

  test('when it was over but for its own files: they go, and nothing is written', async () => {
    await fill(at('a'), small);
    await both(async (from, to) => {
      await run(from, to);
      // As it is right before the last of them is removed.
      const position = { step: 'over', continuation: null, documents: 0, expired: 0 };
      const text = JSON.stringify({ move: 'one', other: 'sqlite', position });
      await writeFile(at(`a/${MOVING.out}`), text);
      const { well, lines } = await run(from, to);
      expect(well).toBe(true);
      expect(lines).toEqual([expect.stringMatching(/^An earlier run had moved/)]);
      expect(await isThere(`a/${MOVING.out}`)).toBe(false);
    });
  });
});
