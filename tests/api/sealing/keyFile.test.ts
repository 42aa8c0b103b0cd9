import { expect, test } from '@jest/globals';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { SealBroken } from '@rapport/api/sealing/sealBroken';
import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { holds, folderPerTest } from '../storage/folder';

const folder = folderPerTest();
const path = () => folder.file('master.key');

test('a key file is made when there is none: 32 bytes that only the owner may read', async () => {
  await openKeyFile(path());
  expect(await readFile(path())).toHaveLength(32);
  if (process.platform !== 'win32') expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect(await folder.names()).toEqual(['master.key']);
});

test('a key file opens what it wrapped, also when it is opened again', async () => {
  const key = randomBytes(32);
  const wrapped = await (await openKeyFile(path())).wrap('ring/1', key);
  expect(Buffer.from(wrapped).includes(key)).toBe(false);
  const again = await openKeyFile(path());
  expect(Buffer.from(await again.unwrap('ring/1', wrapped))).toEqual(key);
});

test('processes that start at the same time get the same key file, and leave nothing else', async () => {
  const opened = await Promise.all(Array.from({ length: 8 }, () => openKeyFile(path())));
  const wrapped = await Promise.all(opened.map((file) => file.wrap('ring/1', Buffer.from('key'))));
  const last = await openKeyFile(path());
  const unwrapped = await Promise.all(wrapped.map((bytes) => last.unwrap('ring/1', bytes)));
  expect(unwrapped.map((bytes) => Buffer.from(bytes).toString())).toEqual(
    Array.from({ length: 8 }, () => 'key'),
  );
  expect(await folder.names()).toEqual(['master.key']);
});

test('what was wrapped opens under its name, whole, and with its own key only', async () => {
  const file = await openKeyFile(path());
  const wrapped = Buffer.from(await file.wrap('ring/1', randomBytes(32)));
  await expect(file.unwrap('ring/2', wrapped)).rejects.toThrow(SealBroken);
  await expect(file.unwrap('ring/1', wrapped.subarray(1))).rejects.toThrow(SealBroken);
  await expect(file.unwrap('ring/1', wrapped.subarray(0, -1))).rejects.toThrow(SealBroken);
  await expect(file.unwrap('ring/1', Buffer.of())).rejects.toThrow(SealBroken);
  const other = await openKeyFile(folder.file('other.key'));
  await expect(other.unwrap('ring/1', wrapped)).rejects.toThrow(SealBroken);
});

test('a file that holds no key stops the start with one sentence, and stays as it is', async () => {
  for (const content of [Buffer.of(), randomBytes(31), randomBytes(33), randomBytes(64)]) {
    await writeFile(path(), content);
    await expect(openKeyFile(path())).rejects.toThrow(
      /^The key file master\.key is malformed: .*\.$/,
    );
    expect(holds(await folder.contents(), content)).toEqual(['master.key']);
  }
});
