import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compose, type Composed } from '@rapport/api/compose';
import type { OpenStores } from '@rapport/api/composing/stores';
import { MOVING } from '@rapport/api/dataFolder';
import { createMovableClock } from '@rapport/api/local/clock';
import { lineLog } from '@rapport/api/logging';
import { openSource, openTarget } from './support';
import { noFeed } from '@rapport/api/ports/notify';
import { pollingOnly } from '@rapport/api/ports/nudge';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import { CONTENT_DATABASE, KEYS_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { openCosmosErasureList } from '@rapport/api/storage/cosmosErasures';
import { openCosmosKeyStore } from '@rapport/api/storage/cosmosKeys';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTopic, startTogether, view, type Started } from '../support/story';
import { openWorld, type World } from '../support/world';
import { openCloud, run } from './support';
import { copyFolder } from '../support/copyFolder';

/** Two people's story on this machine, moved to the cloud and back; the same people ask for it everywhere. */
let folder: string;
let world: World;
let started: Started;
let serving: Composed;
const opened: Composed[] = [];

const PEOPLE = ['maya', 'ravi'];
/** All that each of them can read, but for what changes with every answer. */
const whatTheyHave = async () =>
  Promise.all(
    PEOPLE.map(async (person) => ({
      home: (await world.ok(person, 'getHome')).json,
      series: (await view(world, person, started)).json,
      etag: (await view(world, person, started)).headers['etag'],
    })),
  );

async function serve(data: string, open?: OpenStores): Promise<void> {
  const adapters = {
    clock: world.clock,
    nudge: pollingOnly,
    notify: noFeed,
    log: lineLog(() => undefined),
  };
  serving = await compose(
    { ...world.environment, RAPPORT_DATA: data, RAPPORT_ERASURES: '' },
    adapters,
    open,
  );
  opened.push(serving);
}

/** Where data and list lie beside each other, and both are copied. */
async function copyBoth(data: string, list: string, to: string): Promise<void> {
  await copyFolder(data, to);
  for (const end of ['', '-wal']) {
    await cp(`${list}${end}`, `${to}.erasures.db${end}`).catch((error: NodeJS.ErrnoException) => {
      // Nothing is left of the log where the list was closed.
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-served-'));
  world = await openWorld({
    // A move tells the time by its machine, and leaves behind what has expired.
    clock: createMovableClock(),
    wrap: (composed) => {
      serving = composed;
      const { pipeline } = composed;
      return {
        ...composed,
        pipeline: { ...pipeline, answer: (...asked) => serving.pipeline.answer(...asked) },
      };
    },
  });
  started = await startTogether(world);
  await addTopic(world, 'maya', started, 'What could I do differently?');
  await addTopic(world, 'ravi', started, 'The office is loud');
  await addTopic(world, 'ravi', started, 'For myself alone', 'addPrivateTopic');
});
afterAll(async () => {
  for (const composed of opened) await composed.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

describe('after a move', () => {
  test('both people have what they had, in the cloud and back in a folder', async () => {
    const before = await whatTheyHave();
    expect(JSON.stringify(before[1])).toContain('For myself alone');
    expect(JSON.stringify(before[0])).not.toContain('For myself alone');
    // The server has not ended in this process: what it has acknowledged is all in these files.
    const left = join(folder, 'left');
    await copyBoth(world.data, join(world.data, 'erasures.db'), left);

    const vault = join(folder, 'vault.key');
    const { standIn, side } = await openCloud(vault);
    const source = await openSource(left);
    expect((await run(source, side)).well).toBe(true);
    await source.close();

    const { endpoint, credential, httpClient } = standIn;
    const place = { endpoint, access: { credential }, httpClient };
    await serve(left, async (_, clock) => {
      const storage = await openCosmosStorage({ ...place, database: CONTENT_DATABASE }, clock);
      const keyStore = await openCosmosKeyStore({ ...place, database: KEYS_DATABASE });
      const list = await openCosmosErasureList({ ...place, database: CONTENT_DATABASE });
      const wrap = await openKeyFile(vault);
      const nothing = () => Promise.resolve();
      return { storage, keyStore, list, wrap, purge: nothing, close: nothing };
    });
    expect(await whatTheyHave()).toEqual(before);
    // The move away and the first days there are not the end of it.
    await addTopic(world, 'ravi', started, 'Written in the cloud');
    const there = await whatTheyHave();
    expect(there).not.toEqual(before);

    const back = join(folder, 'back');
    const target = await openTarget(back);
    expect((await run(side, target)).well).toBe(true);
    await target.close();
    await side.close();
    await serve(back);
    expect(await whatTheyHave()).toEqual(there);
    await addTopic(world, 'maya', started, 'And written here again');
  });

  test('a command that was answered before is not done again', async () => {
    const again = { key: randomUUID(), params: started.params };
    const body = { id: randomUUID(), text: 'Once' };
    const first = await world.ok('maya', 'addTopic', { ...again, body });
    const left = join(folder, 'repeat');
    await copyBoth(join(folder, 'back'), join(folder, 'back.erasures.db'), left);
    const [source, target] = [await openSource(left), await openTarget(join(folder, 'twice'))];
    expect((await run(source, target)).well).toBe(true);
    await target.close();
    await source.close();
    await serve(join(folder, 'twice'));
    const second = await world.ok('maya', 'addTopic', { ...again, body });
    expect(second.json).toEqual(first.json);
    const topics = (await view(world, 'ravi', started)).json.topics as { text: string }[];
    expect(topics.filter(({ text }) => text === 'Once')).toHaveLength(1);
  });
});

test.each([
  [MOVING.out, /^RAPPORT_DATA is being moved elsewhere: [^\n]+ delete moving-out\.json [^\n]+\.$/],
  [MOVING.in, /^RAPPORT_DATA holds only a part of what is being moved here: [^\n]+\.$/],
])('no server starts beside %s', async (name, said) => {
  const data = await mkdtemp(join(folder, 'half-'));
  await writeFile(join(data, name), '{}');
  await expect(serve(data)).rejects.toThrow(said);
});
