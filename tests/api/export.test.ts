import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { meetingPlacing, seriesPartition } from '@rapport/api/places';
import type { MeetingRecord } from '@rapport/domain/meeting';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startTogether, view, type Started } from './support/story';
import { openWorld, type Reply, type World } from './support/world';

let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const take = (person: string, includePrivate = false, key: string = randomUUID()): Promise<Reply> =>
  world.send(person, 'exportSeries', { params: series.params, body: { includePrivate }, key });
const does = (person: string, route: string, body: object, lineId?: string): Promise<Reply> =>
  world.ok(person, route, {
    params: { ...series.params, ...(lineId === undefined ? {} : { lineId }) },
    body,
  });
const ledger = async (person: string) =>
  (await world.ok(person, 'listLedger', { params: series.params })).json.entries;
const passes = (ms: number): void => world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
const MINUTE = 60 * 1000;

async function give(from: string, text: string): Promise<string> {
  const id = randomUUID();
  await does(from, 'addPrivateFeedback', { id, text, kind: 'criticism' });
  const delivery = { how: 'send', at: world.clock.now().toISOString() };
  await does(from, 'giveFeedback', { delivery }, id);
  return id;
}
const noted = (text: string) => ({ id: randomUUID(), text, topic: null });

/** Both wrote something in every place there is, before and after a meeting. */
async function bothWrote(): Promise<void> {
  for (const who of ['maya', 'ravi']) {
    await does(who, 'addNote', noted(`${who}-past-shared`));
    await does(who, 'addPrivateNote', noted(`${who}-past-own`));
  }
  await does('maya', 'startMeeting', { number: 1, endsAt: null });
  await does('maya', 'finishMeeting', { number: 1, nextAt: null });
  for (const who of ['maya', 'ravi']) {
    await addTopic(world, who, series, `${who}-topic`);
    await addTopic(world, who, series, `${who}-own-topic`, 'addPrivateTopic');
    await does(who, 'addNote', noted(`${who}-shared`));
    await does(who, 'addPrivateNote', noted(`${who}-own-note`));
    const draft = { id: randomUUID(), text: `${who}-own-draft`, kind: 'criticism' };
    await does(who, 'addPrivateFeedback', draft);
    await does(who, 'addCheckIn', { meeting: 1, worth: 4, heard: 5, share: 61 });
    await does(who, 'prepareMeeting', { number: 2, hand: 'soon' });
    await does(who, 'addValue', { id: randomUUID(), text: `${who}-value` });
    await give(who, `${who}-unopened`);
    const opened = await give(who, `${who}-opened`);
    await does(who === 'maya' ? 'ravi' : 'maya', 'openFeedback', {}, opened);
  }
}

describe('D11: a copy of what one may read', () => {
  test.each([
    ['maya', 'ravi'],
    ['ravi', 'maya'],
  ])(
    'E3: of %s, nothing of what only %s reads, and their own only by choice',
    async (me, other) => {
      await bothWrote();
      const own = [`${me}-own-topic`, `${me}-own-note`, `${me}-own-draft`, `${me}-past-own`];
      const both = ['past-shared', 'topic', 'shared', 'value', 'opened'].flatMap((word) => [
        `${me}-${word}`,
        `${other}-${word}`,
      ]);
      for (const includePrivate of [false, true]) {
        const { status, text, json } = await take(me, includePrivate);
        expect(status).toBe(200);
        for (const word of [...both, `${me}-unopened`]) expect(text).toContain(`"${word}"`);
        for (const word of own) expect([word, text.includes(word)]).toEqual([word, includePrivate]);
        expect(text).not.toContain(`${other}-own`);
        expect(text).not.toContain(`${other}-past-own`);
        expect(text).not.toContain(`${other}-unopened`);
        expect(text).not.toMatch(/soon|hand|[0-9a-f]{8}-[0-9a-f]{4}-/);
        expect(json).toMatchObject({ format: 'rapport.export', version: 1 });
        expect(json.checkIns).toMatchObject([{ manager: { share: 61 }, report: { share: 61 } }]);
      }
    },
  );

  test('E3: a check-in that was not revealed is in neither copy, one’s own only by choice', async () => {
    await does('maya', 'startMeeting', { number: 1, endsAt: null });
    await does('maya', 'finishMeeting', { number: 1, nextAt: null });
    await does('maya', 'addCheckIn', { meeting: 1, worth: 4, heard: 5, share: 61 });
    expect((await take('ravi', true)).text).not.toContain('"share":61');
    expect((await take('maya', false)).json).toMatchObject({ checkIns: [], onlyMine: null });
    expect((await take('maya', true)).json.onlyMine.checkIns).toMatchObject([{ share: 61 }]);
  });

  test('A8: of talk shares what both kept, and what one would keep only for themselves', async () => {
    await does('maya', 'startMeeting', { number: 1, endsAt: null });
    await does('maya', 'finishMeeting', { number: 1, nextAt: null });
    await does('maya', 'keepTalkShare', { meeting: 1, share: 61 });
    expect((await take('ravi', true)).json).toMatchObject({
      talkShares: [],
      onlyMine: { talkShares: [] },
    });
    const waiting = { talkShares: [], onlyMine: { talkShares: [{ meeting: 1, share: 61 }] } };
    expect((await take('maya', true)).json).toMatchObject(waiting);
    await does('ravi', 'keepTalkShare', { meeting: 1, share: null });
    for (const who of ['maya', 'ravi']) {
      const { json } = await take(who, true);
      expect(json.talkShares).toEqual([{ meeting: 1, measuredBy: 'manager', share: 61 }]);
      expect(json.onlyMine.talkShares).toEqual([]);
    }
  });

  test('E5: a safety record waiting for its day is not in the other one’s copy', async () => {
    const record = { type: 'safety', id: randomUUID(), basis: 'law', audience: 'Court' };
    const shownAt = new Date(world.clock.now().getTime() + 24 * 60 * MINUTE).toISOString();
    await does('maya', 'addLedgerEntry', { ...record, wording: 'planted-safety', shownAt });
    expect((await take('ravi', true)).text).not.toContain('planted-safety');
    expect((await take('maya', false)).text).not.toContain('planted-safety');
    expect((await take('maya', true)).text).toContain('planted-safety');
  });

  test('of a manager stands in the ledger of both, once however often it is repeated', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([take('maya', true, key), take('maya', true, key)]);
    const third = await take('maya', true, key);
    expect([first.status, second.status, third.status]).toEqual([200, 200, 200]);
    expect(third.json).toEqual(first.json);
    const entry = { type: 'export', by: 'manager', at: first.json.exportedAt };
    expect(await ledger('ravi')).toEqual([{ ...entry, id: key }]);
    expect(await ledger('maya')).toEqual(await ledger('ravi'));
    expect(first.json.ledger).toEqual([entry]);
    expect(new Set(world.nudges.slice(-2).map(({ person }) => person)).size).toBe(2);
    await take('maya');
    expect(await ledger('ravi')).toHaveLength(2);
  });

  test('cannot be taken again and again under one entry of the ledger', async () => {
    const key = randomUUID();
    await take('maya', false, key);
    passes(11 * MINUTE);
    await addTopic(world, 'ravi', series, 'written-later');
    const again = await take('maya', false, key);
    expect([again.status, again.json.code]).toEqual([422, 'idempotencyKey.reused']);
    expect(again.text).not.toContain('written-later');
    const other = await take('maya', true, key);
    expect([other.status, other.json.code]).toEqual([422, 'idempotencyKey.reused']);
    passes(8 * 24 * 60 * MINUTE);
    expect((await take('maya', false, key)).json.code).toBe('ledger.idTaken');
  });

  test('of a report leaves no trace: not in the ledger, the store or a nudge', async () => {
    const rows = async () => (await world.kept.rows(world.data)).length;
    const [before, stored] = [await view(world, 'maya', series), await rows()];
    world.nudges.length = 0;
    expect((await take('ravi', true)).status).toBe(200);
    expect([await ledger('maya'), await ledger('ravi')]).toEqual([[], []]);
    expect((await view(world, 'maya', series)).headers['etag']).toBe(before.headers['etag']);
    expect([world.nudges, await rows()]).toEqual([[], stored]);
  });

  test('is there for whoever stays and for whoever left, of whom nothing private is there any more', async () => {
    await addTopic(world, 'ravi', series, 'ravi-topic');
    await addTopic(world, 'ravi', series, 'ravi-own-topic', 'addPrivateTopic');
    await does('ravi', 'leaveSeries', {});
    const left = await take('ravi', true);
    expect(left.text).toContain('ravi-topic');
    expect(left.text).not.toContain('ravi-own-topic');
    const stays = await take('maya', true);
    expect(stays.text).toContain('ravi-topic');
    expect(stays.text).not.toContain('ravi-own-topic');
    expect(stays.json.about.report.leftAt).not.toBeNull();
    expect(await ledger('maya')).toHaveLength(1);
  });

  test('holds every page of what there is, the latest meeting first', async () => {
    for (const number of [1, 2]) {
      await does('maya', 'addPrivateNote', noted(`own-${number}`));
      await does('maya', 'startMeeting', { number, endsAt: null });
      await does('maya', 'finishMeeting', { number, nextAt: null });
    }
    const { documents } = world.composed.services;
    const where = seriesPartition(series.seriesId);
    const kept = await documents.read<MeetingRecord>(where, meetingPlacing(2).id);
    if (!kept) throw new Error('the meeting was not kept');
    const more = Array.from({ length: 250 }, (_, n) => ({ ...kept.value, number: 3 + n }));
    for (let from = 0; from < more.length; from += 50) {
      const changes = more.slice(from, from + 50).map((value) => {
        const placing = meetingPlacing(value.number);
        return { change: 'create', placing, value } as const;
      });
      await documents.write({ ...where, tenant: kept.tenant }, changes);
    }
    const { json } = await take('maya', true);
    expect(json.meetings).toHaveLength(252);
    expect(json.meetings[0].number).toBe(252);
    expect(json.onlyMine.meetings).toMatchObject([
      { number: 2, notes: [{ text: 'own-2' }] },
      { number: 1, notes: [{ text: 'own-1' }] },
    ]);
  });

  test('before anybody joined is of what the manager prepared', async () => {
    series = await start(world, {}, 'lena');
    await addTopic(world, 'lena', series, 'prepared');
    const { json, text } = await take('lena');
    expect(text).toContain('prepared');
    expect(json.about.report).toMatchObject({ joined: false });
    expect((await take('ravi')).status).toBe(404);
  });

  test('B2, D8: names nobody and nothing in the log', async () => {
    await addTopic(world, 'ravi', series, 'planted-topic');
    await take('maya', true);
    expect(world.log.join('\n')).not.toMatch(/planted-topic|Ravi/);
  });
});
