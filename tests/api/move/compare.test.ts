import { describe, expect, test } from '@jest/globals';
import { rehearse, verify } from '@rapport/api/move/move';
import { openFolder } from '@rapport/api/move/side';
import { systemClock } from '@rapport/api/ports/clock';
import { openDatabase } from '@rapport/api/storage/database';
import { openSqliteStorage } from '@rapport/api/storage/sqlite';
import { folderPerTest } from '../storage/folder';
import { between } from './between';
import {
  contentsOf,
  fill,
  listening,
  openTarget,
  run,
  someDocument,
  withoutLists,
} from './support';

const folder = folderPerTest();
const at = (name: string) => folder.file(name);
const SMALL = { series: 20, people: 5, subjects: 3, expired: 3 };

async function fillAndMove(): Promise<void> {
  await fill(at('a'), SMALL);
  expect((await between(at('a'), at('b'), run)).well).toBe(true);
}

const compareBoth = () =>
  between(at('a'), at('b'), async (from, to) => {
    const { lines, tell } = listening();
    return { same: await verify({ from, to, now: () => new Date(), tell }), lines };
  });

describe('a comparison', () => {
  test('finds everything the same after a move', async () => {
    await fillAndMove();
    const { same, lines } = await compareBoth();
    expect(same).toBe(true);
    expect(lines.at(-1)).toBe('Both are the same.');
  });

  const first = "where rowid = (select min(rowid) from documents where container = 'people')";
  const firstKey = "where name = (select min(name) from keys where name like 'series/%')";
  const changes: [string, string, string?][] = [
    ['a byte of a body', `update documents set body = '.' || substr(body, 2) ${first}`],
    ['an id', `update documents set id = id || 'x' ${first}`],
    ['a partition', `update documents set partition = partition || 'x' ${first}`],
    ['a kind', `update documents set kind = 'other' ${first}`],
    ['a tenant', `update documents set tenant = 'other' ${first}`],
    ['a key id', `update documents set key_id = 'other' ${first}`],
    ['a schema', `update documents set schema = schema + 1 ${first}`],
    ['a revision', `update documents set revision = revision + 1 ${first}`],
    ['a due', `update documents set due = '2026-01-01T00:00:00.000Z' ${first}`],
    ['an expiry', `update documents set expires = '2996-01-01T00:00:00.000Z' ${first}`],
    ['a container', `update documents set container = 'chats' ${first}`],
    ['a document too few', `delete from documents ${first}`],
    ['a data key too few', `delete from keys ${firstKey}`, 'keys.db'],
    ['a data key', `update keys set wrapped = x'00' ${firstKey}`, 'keys.db'],
    ['a data key’s id', `update keys set id = 'other' ${firstKey}`, 'keys.db'],
  ];
  test.each(changes)('finds %s that differs', async (_, sql, file = 'rapport.db') => {
    await fillAndMove();
    // Of the keys a connection is still about in this process, which has them not alone.
    const alone = file === 'rapport.db';
    const database = await openDatabase(at(`b/${file}`), 'select 1', { alone });
    expect(database.prepare(sql).run()).toBe(1);
    database.close();
    const { same, lines } = await compareBoth();
    expect(same).toBe(false);
    expect(lines.join('\n')).toMatch(/(people|keys)\/\w+: DIFFERENT/);
    expect(lines.at(-1)).toBe('They differ: see above.');
  });

  test('finds a document too many, also of a kind that the source has not', async () => {
    await fillAndMove();
    const target = await openTarget(at('b'));
    await target.content.put('chats', [someDocument({ kind: 'more' })]);
    await target.close();
    expect((await compareBoth()).lines).toContain(
      '  chats/more: DIFFERENT, 0 in the source, 1 in the target',
    );
  });

  test('is not confused by what expires meanwhile, and says what it left out', async () => {
    await fill(at('a'), SMALL);
    const soon = new Date(Date.now() + 20 * 60_000).toISOString();
    const source = await openTarget(at('a'));
    await source.content.put('series', [someDocument({ kind: 'short', expires: soon })]);
    await source.close();
    await between(at('a'), at('b'), async (from, to) => {
      const { well, lines } = await run(from, to);
      expect(well).toBe(true);
      expect(lines).toContain('  1 document ending within the hour: not compared');
      expect((await contentsOf(to)).documents).toEqual((await contentsOf(from)).documents);
    });
  });
});

test('a rehearsal says what would be moved, beside a running server, and writes nothing', async () => {
  await fill(at('a'), { ...SMALL, series: 450, people: 60, expired: 12 });
  const server = await openSqliteStorage(at('a/rapport.db'), systemClock);
  const from = await openFolder(at('a'), '--from', false);
  const { lines, tell } = listening();
  await rehearse(from, null, new Date(), tell);
  expect(lines[0]).toMatch(/^In the source: 511 documents and \d+ keys; 12 more expired/);
  expect(lines).toEqual(
    expect.arrayContaining(['  series/feedback: 150', '  people/topic: 60', '  chats/open: 1']),
  );
  expect(lines.at(-1)).toBe('The target is empty: it would all be moved. Nothing was written.');
  await rehearse(from, from, new Date(), tell);
  expect(lines.at(-1)).toMatch(/^The target is not empty: a move would be refused/);
  await from.close();
  await server.close();
  // And the list beside it, which is not in it.
  expect(withoutLists(await folder.names())).toEqual(['a']);
});
