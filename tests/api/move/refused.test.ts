import { describe, expect, test } from '@jest/globals';
import { MOVING, requireSettled } from '@rapport/api/dataFolder';
import { rehearse } from '@rapport/api/move/move';
import { MoveRefused } from '@rapport/api/move/refusal';
import { requireApart } from '@rapport/api/move/side';
import { systemClock } from '@rapport/api/ports/clock';
import { openSqliteStorage } from '@rapport/api/storage/sqlite';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { folderPerTest } from '../storage/folder';
import { between } from './between';
import {
  breaking,
  contentsOf,
  fill,
  Interrupted,
  listening,
  LONG_AGO,
  openCloud,
  openSource,
  openTarget,
  run,
  someDocument,
} from './support';
import { copyFolder } from '../support/copyFolder';

const folder = folderPerTest();
const at = (name: string) => folder.file(name);
const SMALL = { series: 20, people: 5, subjects: 3, expired: 3 };

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it went on',
    (error: unknown) =>
      error instanceof MoveRefused ? error.message : `no refusal: ${String(error)}`,
  );
const moving = (from: string, to: string) => refusal(between(at(from), at(to), run));
const NOT_EMPTY = /^--to is not empty, [^\n]+ nothing was touched\.$/;

describe('a move does not begin', () => {
  test('into a place that holds anything else, which stays as it is', async () => {
    await fill(at('a'), SMALL);
    await fill(at('b'), SMALL);
    await between(at('a'), at('b'), async (from, to) => {
      const before = await contentsOf(to);
      expect(await refusal(run(from, to))).toMatch(NOT_EMPTY);
      expect(await contentsOf(to)).toEqual(before);
    });
    await expect(readFile(at(`a/${MOVING.out}`))).rejects.toThrow('ENOENT');
    await expect(readFile(at(`b/${MOVING.in}`))).rejects.toThrow('ENOENT');
  });

  test('into a place that holds nothing but keys, or what has expired, or another container', async () => {
    await fill(at('a'), SMALL);
    const keys = await openTarget(at('keys'));
    await keys.keys.createIfAbsent('ring/1', { id: 'ring/1', wrapped: Buffer.from('a') });
    await keys.close();
    const expired = await openTarget(at('expired'));
    await expired.content.put('people', [someDocument({ expires: LONG_AGO })]);
    await expired.close();
    const chats = await openTarget(at('chats'));
    await chats.content.put('chats', [someDocument()]);
    await chats.close();
    for (const name of ['keys', 'expired', 'chats'])
      expect(await moving('a', name)).toMatch(NOT_EMPTY);
  });

  test('with what another move has to do with; that one goes on', async () => {
    await fill(at('a'), { ...SMALL, series: 450 });
    for (const name of ['c', 'e']) await fill(at(name), SMALL);
    await between(at('a'), at('b'), async (from, to) => {
      const broken = breaking(from, to, 40);
      await expect(run(broken.from, broken.to)).rejects.toThrow(Interrupted);
    });
    const { lines, tell } = listening();
    await between(at('a'), at('b'), (from, to) => rehearse(from, to, new Date(), tell));
    expect(lines.at(-1)).toMatch(/^A move of this has begun and is unfinished/);
    await expect(requireSettled(at('a'))).rejects.toThrow(/is being moved elsewhere/);
    await expect(requireSettled(at('b'))).rejects.toThrow(/holds only a part/);
    expect(await moving('c', 'b')).toMatch(NOT_EMPTY);
    expect(await moving('b', 'd')).toMatch(/^--from holds only a part/);
    expect(await moving('a', 'e')).toMatch(NOT_EMPTY);
    expect(await moving('c', 'a')).toMatch(/^--to is the source of a move/);
    const cloud = await openCloud(at('vault.key'));
    const source = await openSource(at('a'));
    expect(await refusal(run(source, cloud.side))).toMatch(/^An unfinished move of the same data/);
    await source.close();
    expect(await between(at('a'), at('b'), run)).toMatchObject({ well: true });
    await requireSettled(at('a'));
    await requireSettled(at('b'));
  });

  test('while anybody has either folder open', async () => {
    for (const name of ['a', 'b']) await fill(at(name), SMALL);
    const servers = await Promise.all(
      ['a', 'b'].map((name) => openSqliteStorage(at(`${name}/rapport.db`), systemClock)),
    );
    expect(await refusal(openSource(at('a')))).toMatch(/^--from is in use: stop Rapport/);
    expect(await refusal(openTarget(at('b')))).toMatch(/^--to is in use: stop Rapport/);
    for (const server of servers) await server.close();
  });

  test('out of a folder with nothing, or without its keys', async () => {
    expect(await refusal(openSource(at('nowhere')))).toMatch(
      /^--from names a folder without master\.key/,
    );
    expect(await folder.names()).toEqual([]);
    await fill(at('a'), SMALL);
    await copyFolder(at('a'), at('b'));
    await rm(at('a/keys.db'));
    expect(await refusal(openSource(at('a')))).toMatch(/^--from names a folder without keys\.db/);
    await rm(at('b/master.key'));
    expect(await refusal(openTarget(at('b')))).toMatch(
      /^--to holds rapport\.db but not master\.key/,
    );
    expect(await refusal(openTarget(at('b/rapport.db')))).toMatch(/^--to has to name a folder/);
  });

  test('from a folder into itself, by whatever name', async () => {
    await mkdir(at('a'));
    await symlink(at('a'), at('also'));
    expect(await refusal(requireApart(at('a'), at('also')))).toMatch(/name the same folder/);
    await requireApart(at('a'), at('b'));
  });

  test('with another outermost key than the one that wrapped the keys', async () => {
    await fill(at('a'), SMALL);
    await writeFile(at('a/master.key'), Buffer.alloc(32, 7));
    expect(await moving('a', 'b')).toMatch(/^The outermost key of --from does not open/);
  });

  test('when what it remembers of an earlier run cannot be read', async () => {
    await fill(at('a'), SMALL);
    await writeFile(at(`a/${MOVING.out}`), '{"move":');
    expect(await moving('a', 'b')).toMatch(/remembers how far it is cannot be read/);
  });
});

test('a move stops at a key of the target that is another one', async () => {
  await fill(at('a'), SMALL);
  await between(at('a'), at('b'), async (from, to) => {
    const { keys } = await from.keys.list(null, 100);
    for (const { name, id } of keys) {
      const createIfAbsent: typeof to.keys.createIfAbsent = async (wanted, key) =>
        wanted === name
          ? { id: 'other', wrapped: await to.wrap.wrap(wanted, Buffer.alloc(32)) }
          : to.keys.createIfAbsent(wanted, key);
      const other = { ...to, keys: { ...to.keys, createIfAbsent } };
      expect(await refusal(run(from, other))).toMatch(/^--to holds a key that did not come from/);
      await to.keys.delete(name, id);
    }
  });
});
