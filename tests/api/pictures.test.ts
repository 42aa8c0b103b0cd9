import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startTogether, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const HOUR = 60 * 60 * 1000;
const passes = (ms: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
const does = (who: string, route: string, body: unknown = {}, more: object = {}) =>
  world.ok(who, route, { params: { ...series.params, ...more }, body });
const looks = async (who: string) =>
  (await world.ok(who, 'getPictures', { params: series.params })).json;
/** What both are given, which is the same. */
async function drawn() {
  const [hers, his] = [await looks('maya'), await looks('ravi')];
  expect(his).toEqual(hers);
  return hers;
}
async function meets(number: number, raisedBy: readonly string[] = []): Promise<void> {
  const topics = [];
  for (const who of raisedBy) topics.push(await addTopic(world, who, series, 'zebra'));
  await does('maya', 'startMeeting', { number, endsAt: null });
  for (const { id } of topics) {
    await does('ravi', 'discussTopic', { discussed: true }, { lineId: id });
  }
  await does('ravi', 'finishMeeting', { number, nextAt: null });
}
async function gives(from: string, kind = 'criticism'): Promise<string> {
  const lineId = randomUUID();
  await does(from, 'addPrivateFeedback', { id: lineId, text: 'zebra', kind });
  const at = world.clock.now().toISOString();
  await does(from, 'giveFeedback', { delivery: { how: 'send', at } }, { lineId });
  return lineId;
}
const checksIn = (who: string, meeting: number, worth: number) =>
  does(who, 'addCheckIn', { meeting, worth, heard: 3, share: 60 });

describe('D7: what the pictures are drawn from', () => {
  test('is who raised what was talked about, meeting by meeting, the earliest first', async () => {
    expect(await drawn()).toEqual({ meetings: [], feedback: [] });
    await addTopic(world, 'maya', series, 'not reached');
    await meets(1, ['ravi', 'ravi', 'maya']);
    passes(HOUR);
    await meets(2);
    const { meetings } = await drawn();
    expect(meetings).toMatchObject([
      { number: 1, topics: { manager: 1, report: 2 }, checkIn: null, kept: null },
      { number: 2, topics: { manager: 0, report: 0 }, checkIn: null, kept: null },
    ]);
    const params = { ...series.params, number: '2' };
    const { json } = await world.ok('ravi', 'getMeeting', { params });
    expect(meetings[1].finishedAt).toBe(json.meeting.finishedAt);
  });

  test('B1, B2: feedback counts once it was answered, and nothing changes for either before', async () => {
    await meets(1);
    const nothing = await drawn();
    const before = { id: randomUUID(), text: 'zebra', kind: 'praise' };
    await does('ravi', 'addPrivateFeedback', before);
    const lineId = await gives('maya');
    expect(await drawn()).toEqual(nothing);
    await does('ravi', 'openFeedback', {}, { lineId });
    expect(await drawn()).toEqual(nothing);
    await does('ravi', 'answerFeedback', { kind: 'thanks', words: null }, { lineId });
    const month = world.clock.now().toISOString().slice(0, 7);
    const counted = [{ month, given: { manager: 1, report: 0 } }];
    expect((await drawn()).feedback).toEqual(counted);
    await does('ravi', 'closeFeedback', {}, { lineId });
    expect((await drawn()).feedback).toEqual(counted);
  });

  test('D6: a check-in is drawn once both gave one in time, and one that came alone never', async () => {
    await meets(1);
    await checksIn('maya', 1, 5);
    for (const { checkIn } of (await drawn()).meetings) expect(checkIn).toBeNull();
    passes(49 * HOUR);
    const late = { meeting: 1, worth: 2, heard: 2, share: 50 };
    const reply = await world.send('ravi', 'addCheckIn', { params: series.params, body: late });
    expect(reply.status).toBe(409);
    expect((await drawn()).meetings[0].checkIn).toBeNull();
    await meets(2);
    await checksIn('maya', 2, 5);
    await checksIn('ravi', 2, 2);
    expect((await drawn()).meetings[1].checkIn).toEqual({
      worth: { manager: 5, report: 2 },
      heard: { manager: 3, report: 3 },
      share: { manager: 60, report: 60 },
    });
  });

  test('A8: a talk share is drawn once both kept it, and no more when one removed it', async () => {
    await meets(1);
    await does('maya', 'keepTalkShare', { meeting: 1, share: 61 });
    expect((await drawn()).meetings[0].kept).toBeNull();
    await does('ravi', 'keepTalkShare', { meeting: 1, share: null });
    expect((await drawn()).meetings[0].kept).toEqual({ manager: 61, report: null });
    await does('ravi', 'dropTalkShare', { meeting: 1 });
    expect((await drawn()).meetings[0].kept).toBeNull();
  });

  test('holds no word that anybody wrote, nor a name', async () => {
    await meets(1, ['ravi', 'maya']);
    const lineId = await gives('ravi');
    await does('maya', 'openFeedback', {}, { lineId });
    await does('maya', 'answerFeedback', { kind: 'seeDifferently', words: 'zebra' }, { lineId });
    const { text } = await world.ok('maya', 'getPictures', { params: series.params });
    expect(text).toContain('"report":1');
    expect(text).not.toMatch(/zebra|ravi|maya|criticism|seeDifferently/i);
  });
});

test('A9: there are none in a meeting', async () => {
  await meets(1);
  await does('maya', 'startMeeting', { number: 2, endsAt: null });
  const reply = await world.send('ravi', 'getPictures', { params: series.params });
  expect([reply.status, reply.json.code]).toEqual([409, 'talkShare.inMeeting']);
});

test('E6: nothing crosses series: what Maya has with Lena is in neither picture of hers with Ravi', async () => {
  await meets(1, ['ravi']);
  const before = await drawn();
  const lena = await start(world, {
    report: { oid: world.issuer.person('lena').oid, name: 'Lena' },
  });
  const { params } = lena;
  await world.ok('lena', 'acceptInvitation', { params, body: { terms: 1, agree: true } });
  const { id } = await addTopic(world, 'lena', lena, 'hers');
  await world.ok('maya', 'startMeeting', { params, body: { number: 1, endsAt: null } });
  const body = { discussed: true };
  await world.ok('lena', 'discussTopic', { params: { ...params, lineId: id }, body });
  await world.ok('maya', 'finishMeeting', { params, body: { number: 1, nextAt: null } });
  expect((await world.ok('lena', 'getPictures', { params })).json.meetings).toHaveLength(1);
  expect(await drawn()).toEqual(before);
  expect((await world.send('lena', 'getPictures', { params: series.params })).status).toBe(404);
});

test('D11: after one left, both see them for as long as they read the rest', async () => {
  await meets(1, ['ravi']);
  const before = await drawn();
  await does('ravi', 'leaveSeries');
  expect(await drawn()).toEqual(before);
  passes(90 * 24 * HOUR + HOUR);
  for (const who of ['maya', 'ravi']) {
    const reply = await world.send(who, 'getPictures', { params: series.params });
    expect(reply.status).toBe(404);
  }
});
