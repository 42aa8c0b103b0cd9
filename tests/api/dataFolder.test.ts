import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { compose, type Composed } from '@rapport/api/compose';
import { createIssuer, type Issuer } from '@rapport/api/local/issuer';
import { lineLog } from '@rapport/api/logging';
import { systemClock } from '@rapport/api/ports/clock';
import { noFeed } from '@rapport/api/ports/notify';
import { pollingOnly } from '@rapport/api/ports/nudge';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { folderPerTest } from './storage/folder';

const folder = folderPerTest();
const KEPT = { container: 'series', key: 's1', tenant: 't1' } as const;

let issuer: Issuer;
let open: Composed[];
beforeEach(async () => {
  issuer = await createIssuer();
  open = [];
});
afterEach(() => Promise.all(open.map((composed) => composed.close())));

async function start(): Promise<Composed> {
  const composed = await compose(
    {
      ...issuer.environment('http://127.0.0.1:1/keys'),
      RAPPORT_DATA: folder.file('.'),
      RAPPORT_ERASURES: folder.file('erasures.db'),
    },
    { clock: systemClock, nudge: pollingOnly, notify: noFeed, log: lineLog(() => undefined) },
  );
  open.push(composed);
  return composed;
}

const refusal = (): Promise<string> =>
  start().then(
    () => 'it started',
    (error: unknown) => String(error),
  );

/**
 * What lies in the folder. Without what SQLite keeps beside a file: it clears that away when the last
 * statement of a closed connection is collected, whenever that is.
 */
const files = async (): Promise<string[]> =>
  (await folder.names()).filter((name) => !/-(wal|shm)$/.test(name)).toSorted();

/** Data of a run that has ended, with one document in it. */
async function runOnce(): Promise<void> {
  const composed = await start();
  await composed.services.documents.write(KEPT, [
    { change: 'create', placing: { id: 'a', kind: 'note', schema: 1 }, value: 'kept' },
  ]);
  await composed.close();
  open = [];
}

describe('a start on data that only a missing key opens', () => {
  const losses = [
    {
      gone: 'master.key',
      said: /^Error: RAPPORT_DATA holds rapport\.db but not master\.key\b[^\n]+$/,
    },
    { gone: 'keys.db', said: /^Error: RAPPORT_DATA holds rapport\.db but not keys\.db\b[^\n]+$/ },
  ];
  test.each(losses)(
    '$gone is missing: one sentence, and nothing is made',
    async ({ gone, said }) => {
      await runOnce();
      await rename(folder.file(gone), folder.file('aside'));
      const before = await files();
      expect(await refusal()).toMatch(said);
      expect(await files()).toEqual(before);

      await rename(folder.file('aside'), folder.file(gone));
      const again = await start();
      expect(await again.services.documents.read(KEPT, 'a')).toMatchObject({ value: 'kept' });
    },
  );

  test('the content is missing too, but its keys are there: no new outermost key either', async () => {
    await runOnce();
    await rm(folder.file('rapport.db'));
    await rm(folder.file('master.key'));
    expect(await refusal()).toMatch(/holds keys\.db but not master\.key/);
    expect(await folder.names()).not.toContain('master.key');
  });
});

describe('a start that is no loss', () => {
  test('an empty folder, and whatever a first start left that was interrupted', async () => {
    await mkdir(folder.file('.'), { recursive: true });
    await (await start()).close();
    open = [];
    await rm(folder.file('rapport.db'));
    await (await start()).close();
    open = [];
    await rm(folder.file('rapport.db'));
    await rm(folder.file('keys.db'));
    await start();
    expect(await folder.names()).toEqual(
      expect.arrayContaining(['master.key', 'keys.db', 'rapport.db']),
    );
  });

  test('a malformed key stops it before a database is made', async () => {
    await writeFile(folder.file('master.key'), 'short');
    expect(await refusal()).toMatch(/^Error: The key file master\.key is malformed[^\n]+$/);
    expect(await folder.names()).toEqual(['master.key']);
  });
});
