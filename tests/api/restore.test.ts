import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { compose, type Composed } from '@rapport/api/compose';
import { createIssuer, type Issuer } from '@rapport/api/local/issuer';
import { lineLog } from '@rapport/api/logging';
import { isCommand, runCommand } from '@rapport/api/keys/command';
import { openStores } from '@rapport/api/composing/openStores';
import { systemClock } from '@rapport/api/ports/clock';
import { noFeed } from '@rapport/api/ports/notify';
import { pollingOnly } from '@rapport/api/ports/nudge';
import { rename, rm } from 'node:fs/promises';
import { folderPerTest } from './storage/folder';
import { copyFolder } from './support/copyFolder';

const folder = folderPerTest();
const GONE = { container: 'people', key: 'gone', tenant: 't1' } as const;
const KEPT = { container: 'series', key: 'kept', tenant: 't1' } as const;

let issuer: Issuer;
let running: Composed[];
beforeEach(async () => {
  issuer = await createIssuer();
  running = [];
});
afterEach(stopAll);

/** As a person has it: a folder, and the list beside it where it lies by itself. */
const environment = () => ({
  ...issuer.environment('http://127.0.0.1:1/keys'),
  RAPPORT_DATA: folder.file('data'),
});

async function start(): Promise<Composed['services']['documents']> {
  const adapters = {
    clock: systemClock,
    nudge: pollingOnly,
    notify: noFeed,
    log: lineLog(() => undefined),
  };
  const composed = await compose(environment(), adapters);
  running.push(composed);
  return composed.services.documents;
}
async function stopAll(): Promise<void> {
  await Promise.all(running.map((composed) => composed.close()));
  running = [];
}

async function writeBoth(): Promise<void> {
  const documents = await start();
  for (const partition of [GONE, KEPT]) {
    await documents.write(partition, [
      { change: 'create', placing: { id: 'a', kind: 'note', schema: 1 }, value: partition.key },
    ]);
  }
}
const backUp = () => copyFolder(folder.file('data'), folder.file('backup'));
async function restore(): Promise<void> {
  await rm(folder.file('data'), { recursive: true });
  await copyFolder(folder.file('backup'), folder.file('data'));
}
async function forget(): Promise<void> {
  const documents = await start();
  await documents.forget(GONE);
  expect(await documents.read(GONE, 'a')).toBeNull();
}
const refusal = (): Promise<string> =>
  start().then(
    () => 'it started',
    (error: unknown) => String(error),
  );

describe('D11: a backup of the data folder that is put back', () => {
  beforeEach(async () => {
    await writeBoth();
    await stopAll();
    await backUp();
    await forget();
    await stopAll();
  });

  test('does not bring back what was forgotten since; everything else is there', async () => {
    await restore();
    const documents = await start();
    expect(await documents.read(GONE, 'a')).toBeNull();
    expect(await documents.read(KEPT, 'a')).toMatchObject({ value: 'kept' });
    // Once more, and with a rotation in between: also the keys as they are now.
    await stopAll();
    await restore();
    expect(await (await start()).read(GONE, 'a')).toBeNull();
  });

  test('is not opened without the list; nothing is made in its place, and with it all is well', async () => {
    await restore();
    await rename(folder.file('data.erasures.db'), folder.file('aside'));
    expect(await refusal()).toMatch(/^ErasuresRefused: The erasure list is missing, [^\n]+\.$/);
    expect(await folder.names()).not.toContain('data.erasures.db');
    await rename(folder.file('aside'), folder.file('data.erasures.db'));
    const documents = await start();
    expect(await documents.read(GONE, 'a')).toBeNull();
    expect(await documents.read(KEPT, 'a')).toMatchObject({ value: 'kept' });
  });

  test('is not opened with a list that somebody else has used, nor the newest data with an old one', async () => {
    const other = folder.file('data.erasures.db');
    await rename(other, folder.file('aside'));
    await rm(folder.file('data'), { recursive: true });
    await start();
    await stopAll();
    await restore();
    expect(await refusal()).toMatch(
      /^ErasuresRefused: The erasure list is missing, or another [^\n]+\.$/,
    );
  });

  test('is opened with the list lost for good only when a person says so', async () => {
    await restore();
    await rm(folder.file('data.erasures.db'));
    expect(await refusal()).toContain('could come back');
    await command('new-list');
    const documents = await start();
    expect(await documents.read(GONE, 'a')).toMatchObject({ value: 'gone' });
  });
});

async function command(name: string): Promise<string[]> {
  if (!isCommand(name)) throw new Error(`${name} is no command`);
  const said: string[] = [];
  const stores = await openStores(environment(), systemClock);
  await runCommand(name, stores, (line) => said.push(line));
  await stores.close();
  return said;
}

test('`npm run keys -- rotate` works on the folder of a server that runs, and says counts alone', async () => {
  await writeBoth();
  const documents = await start();
  expect(await documents.read(KEPT, 'a')).toMatchObject({ value: 'kept' });
  expect(await command('rotate')).toEqual([
    'Outermost key: 65 keys wrapped again by the newest; none is wrapped by an older one.',
    'Ring keys: 2 data keys wrapped again; the older ring keys are gone.',
  ]);
  expect(await documents.read(GONE, 'a')).toMatchObject({ value: 'gone' });
  const late = { ...KEPT, key: 'late' };
  const created = { change: 'create', placing: { id: 'b', kind: 'note', schema: 1 } } as const;
  await documents.write(late, [{ ...created, value: 'late' }]);
  await stopAll();
  const again = await start();
  expect(await again.read(late, 'b')).toMatchObject({ value: 'late' });
  expect(await again.read(KEPT, 'a')).toMatchObject({ value: 'kept' });
});
