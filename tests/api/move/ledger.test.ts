import { expect, test } from '@jest/globals';
import { MOVING } from '@rapport/api/dataFolder';
import { openLedger, START } from '@rapport/api/move/ledger';
import { mkdir, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { folderPerTest } from '../storage/folder';
import { between } from './between';
import { fill, withoutLists } from './support';

const folder = folderPerTest();
const at = (name: string) => folder.file(name);
const empty = () => Promise.resolve(true);
const full = () => Promise.resolve(false);

test('a move that was ending when it was interrupted is found to be over', async () => {
  await fill(at('a'), { series: 1, people: 1, subjects: 1, expired: 0 });
  await between(at('a'), at('b'), async (from, to) => {
    const ledger = await openLedger(from, to, empty);
    const mark = at(`b/${MOVING.in}`);
    // What cannot be removed is as good as a kill.
    await rm(mark);
    await mkdir(mark);
    await expect(ledger.end()).rejects.toThrow('EISDIR');
    await rmdir(mark);
    const again = await openLedger(from, to, full);
    expect(again.position.step).toBe('over');
    await again.end();
  });
  expect(withoutLists(await folder.names())).toEqual(['a', 'b']);
  await expect(stat(at(`a/${MOVING.out}`))).rejects.toThrow('ENOENT');
});

test('a move that was interrupted before its first write goes on while the target is empty', async () => {
  await fill(at('a'), { series: 1, people: 1, subjects: 1, expired: 0 });
  await between(at('a'), at('b'), async (from, to) => {
    await openLedger(from, to, empty);
    await rm(at(`b/${MOVING.in}`));
    await expect(openLedger(from, to, full)).rejects.toThrow(/^--to is not empty/);
    expect(await openLedger(from, to, empty)).toMatchObject({ position: START, resumed: true });
    // A loss of power in the middle of keeping leaves the new one aside, and the old one in its place.
    await writeFile(at(`a/${MOVING.out}.new`), '{"mo');
    const ledger = await openLedger(from, to, full);
    expect(ledger.resumed).toBe(true);
    await ledger.end();
    expect((await readdir(at('a'))).filter((name) => name.startsWith('moving'))).toEqual([]);
  });
});
