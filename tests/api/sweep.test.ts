import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change, Documents } from '@rapport/api/documents/documents';
import { EFFECT_KIND, SWEEP_AFTER_MS, type Effect } from '@rapport/api/effects/effect';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { personPartition } from '@rapport/api/places';
import { openDatabase } from '@rapport/api/storage/database';
import { personIdOf } from '@rapport/domain/person';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { addTopic, start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
let documents: Documents;
beforeEach(async () => {
  world = await openWorld();
  ({ documents } = world.composed.services);
});
afterEach(() => world.close());

function later(ms: number): void {
  world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
}
const sweep = (): Promise<number> => sweepEffects(world.composed.services);
const lines = (event: string): unknown[] =>
  world.log
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line['event'] === event)
    .map((line) => Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'time')));

/** From here on writes fail until it is undone, as if the process were gone. */
function interruptAfter(writes: number): () => void {
  const write = documents.write.bind(documents);
  let left = writes;
  const interrupted: Documents['write'] = (...args) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('the process is gone')) : write(...args);
  };
  Object.assign(documents, { write: interrupted });
  return () => void Object.assign(documents, { write });
}

/** Sharing that was stored, and interrupted before it reached the agenda. */
async function interruptedSharing(series: Started, text: string): Promise<void> {
  const topic = await addTopic(world, 'ravi', series, text, 'addPrivateTopic');
  const goOn = interruptAfter(1);
  const params = { ...series.params, lineId: topic.id };
  expect((await world.send('ravi', 'shareTopic', { params })).status).toBe(503);
  goOn();
}

async function agendaOf(series: Started): Promise<string[]> {
  const { topics } = (await view(world, 'maya', series)).json as { topics: { text: string }[] };
  return topics.map(({ text }) => text);
}

/** @returns how many documents it spoilt */
async function spoil(where: string, value: string): Promise<number> {
  const database = await openDatabase(join(world.data, 'rapport.db'), 'select 1');
  try {
    return database.prepare(`update documents set body = 'c3BvaWx0' where ${where} = ?`).run(value);
  } finally {
    database.close();
  }
}

describe('the sweep', () => {
  test('leaves alone what a request may still be doing', async () => {
    const series = await startTogether(world);
    await interruptedSharing(series, 'to share');
    later(SWEEP_AFTER_MS - 5000);
    expect([await sweep(), await agendaOf(series)]).toEqual([0, []]);
    later(5000);
    expect([await sweep(), await agendaOf(series)]).toEqual([1, ['to share']]);
  });

  test('finishes a request to join', async () => {
    const chatId = '19:meeting_c3dlZXA@thread.v2';
    const series = await start(world, { report: null });
    await world.ok('maya', 'bindChat', { params: series.params, body: { chatId } });
    const goOn = interruptAfter(1);
    expect((await world.send('ravi', 'askToJoin', { body: { chatId } })).status).toBe(202);
    await view(world, 'maya', series);
    goOn();
    expect((await view(world, 'maya', series)).json.joinRequest).toBeNull();
    later(SWEEP_AFTER_MS);
    expect(await sweep()).toBe(1);
    expect((await view(world, 'maya', series)).json.joinRequest).toMatchObject({
      name: world.issuer.person('ravi').name,
    });
  });

  test('does all that is due, however many pages it takes', async () => {
    const { tid, oid } = world.issuer.person('sam');
    const partition = personPartition(personIdOf(tid, oid));
    const effect: Effect = { type: 'seats', series: randomUUID(), people: [] };
    const due = world.clock.now().toISOString();
    const create = (id: number): Change => ({
      change: 'create',
      placing: { id: `effect.${id}`, kind: EFFECT_KIND, schema: 1, due },
      value: effect,
    });
    for (const hundred of [0, 100, 200]) {
      const ids = Array.from({ length: 70 }, (_, n) => hundred + n);
      await documents.write(partition, ids.map(create));
    }
    later(1000);
    expect(await sweep()).toBe(210);
    expect((await documents.list(partition, EFFECT_KIND, 500)).documents).toEqual([]);
    expect(await sweep()).toBe(0);
  });
});

describe('one that cannot be done keeps nobody else from theirs', () => {
  test('a broken seal: said in one line, without whose it is, and the others are done', async () => {
    const series = await startTogether(world);
    await interruptedSharing(series, 'spoilt');
    expect(await spoil('kind', EFFECT_KIND)).toBe(1);
    await interruptedSharing(series, 'whole');
    later(SWEEP_AFTER_MS);
    expect([await sweep(), await agendaOf(series)]).toEqual([1, ['whole']]);
    expect(lines('broken seals')).toEqual([
      { event: 'broken seals', container: 'people', count: 1 },
    ]);
  });

  test('all seals whole: nothing is said', async () => {
    const series = await startTogether(world);
    await interruptedSharing(series, 'whole');
    later(SWEEP_AFTER_MS);
    await sweep();
    expect(lines('broken seals')).toEqual([]);
  });

  test('one that fails stays for the next time, said without its content', async () => {
    const [failing, whole] = [await startTogether(world), await start(world, {}, 'lena')];
    await world.ok('ravi', 'acceptInvitation', {
      params: whole.params,
      body: { terms: 1, agree: true },
    });
    await interruptedSharing(failing, 'stays');
    await interruptedSharing(whole, 'goes on');
    expect(await spoil("kind = 'series' and partition", failing.seriesId)).toBe(1);
    later(SWEEP_AFTER_MS);
    world.log.length = 0;
    expect([await sweep(), await sweep()]).toEqual([2, 1]);
    const left = {
      event: 'effect',
      type: 'publish',
      outcome: 'left for the sweep',
      error: 'SealBroken',
    };
    expect(lines('effect')).toEqual([left, left]);
    const mine = (await view(world, 'ravi', whole)).json;
    expect([mine.topics, mine.onlyMe.topics]).toMatchObject([[{ text: 'goes on' }], []]);
  });

  test('one that cannot even be read: the answer says that it is not done yet', async () => {
    const series = await startTogether(world);
    const topic = await addTopic(world, 'ravi', series, 'to share', 'addPrivateTopic');
    const read = documents.read.bind(documents);
    const failing: Documents['read'] = (partition, id) =>
      id.startsWith('effect.') ? Promise.reject(new Error('no answer')) : read(partition, id);
    Object.assign(documents, { read: failing });
    const params = { ...series.params, lineId: topic.id };
    const reply = await world.send('ravi', 'shareTopic', { params });
    expect([reply.status, reply.json.code]).toEqual([503, 'busy']);
    Object.assign(documents, { read });
    later(SWEEP_AFTER_MS);
    expect([await sweep(), await agendaOf(series)]).toEqual([1, ['to share']]);
  });
});
