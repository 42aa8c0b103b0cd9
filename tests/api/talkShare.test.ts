import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { seriesPartition, talkSharePlacing } from '@rapport/api/places';
import { allSeenBy, everythingIn } from './support/everything';
import { addTopic, start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const DAY = 24 * 60 * 60 * 1000;
const passes = (ms: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
const does = (who: string, route: string, body: unknown = {}, more: object = {}) =>
  world.ok(who, route, { params: { ...series.params, ...more }, body });
const tries = (who: string, route: string, body: unknown = {}) =>
  world.send(who, route, { params: series.params, body });
const keeps = (who: string, share: number | null, meeting = 1) =>
  does(who, 'keepTalkShare', { meeting, share });
const drops = (who: string) => does(who, 'dropTalkShare', { meeting: 1 });
const looks = async (who: string) =>
  (await world.ok(who, 'getTalkShare', { params: series.params })).json.meetings;
const kept = async (who: string) => (await looks(who))[0].kept;
/** What lies with the two, opened. */
const together = async () =>
  (await everythingIn(world)).filter(({ container }) => container === 'series');
async function meets(number = 1): Promise<void> {
  await does('maya', 'startMeeting', { number, endsAt: null });
  await does('ravi', 'finishMeeting', { number, nextAt: null });
}

describe('A8: who raised the topics', () => {
  test('is counted of what was talked about, meeting by meeting, the latest first', async () => {
    const topics = [
      await addTopic(world, 'ravi', series, 'his'),
      await addTopic(world, 'ravi', series, 'his too'),
      await addTopic(world, 'maya', series, 'hers'),
    ];
    await addTopic(world, 'maya', series, 'not reached');
    await does('maya', 'startMeeting', { number: 1, endsAt: null });
    for (const { id } of topics) {
      await does('maya', 'discussTopic', { discussed: true }, { lineId: id });
    }
    await does('ravi', 'finishMeeting', { number: 1, nextAt: null });
    await meets(2);
    const counts = (await looks('ravi')).map(({ number, topics: by }: never) => [number, by]);
    expect(counts).toEqual([
      [2, { manager: 0, report: 0 }],
      [1, { manager: 1, report: 2 }],
    ]);
  });

  test('D6: one’s own estimate, and both once both gave one in time', async () => {
    await meets();
    const answer = { meeting: 1, worth: 4, heard: 4 };
    await does('maya', 'addCheckIn', { ...answer, share: 40 });
    expect((await looks('maya'))[0]).toMatchObject({ estimate: 40, estimates: null });
    expect((await looks('ravi'))[0]).toMatchObject({ estimate: null, estimates: null });
    await does('ravi', 'addCheckIn', { ...answer, share: 70 });
    const both = { manager: 40, report: 70 };
    expect((await looks('maya'))[0]).toMatchObject({ estimate: 40, estimates: both });
    expect((await looks('ravi'))[0]).toMatchObject({ estimate: 70, estimates: both });
  });
});

describe('A8: numbers are thrown away unless both keep them', () => {
  test('what one alone would keep changes nothing that the other one is told, nor what lies with the two', async () => {
    await meets();
    const told = await allSeenBy(world, ['ravi'], [series.seriesId]);
    const lying = await together();
    await keeps('maya', 37);
    expect((await looks('maya'))[0].offer).toMatchObject({ share: 37 });
    expect(await allSeenBy(world, ['ravi'], [series.seriesId])).toEqual(told);
    expect(await together()).toEqual(lying);
  });

  test('both measured: both see both', async () => {
    await meets();
    await keeps('maya', 60);
    await keeps('ravi', 62);
    for (const who of ['maya', 'ravi'])
      expect(await kept(who)).toEqual({ manager: 60, report: 62 });
    expect((await looks('maya'))[0].offer).toBeNull();
  });

  test('one measured, the other one agreed before they saw it', async () => {
    await meets();
    await keeps('ravi', null);
    expect((await looks('ravi'))[0].offer).toMatchObject({ share: null });
    await keeps('maya', 60);
    for (const who of ['maya', 'ravi']) {
      expect(await kept(who)).toEqual({ manager: 60, report: null });
    }
  });

  test('both at once: it is found', async () => {
    await meets();
    await Promise.all([keeps('maya', 60), keeps('ravi', 60)]);
    expect(await kept('maya')).toEqual({ manager: 60, report: 60 });
  });

  test('after 14 days it is as if one had not said so', async () => {
    await meets();
    await keeps('maya', 60);
    passes(14 * DAY + 1);
    await keeps('ravi', 62);
    for (const who of ['maya', 'ravi']) expect(await kept(who)).toBeNull();
    expect((await looks('maya'))[0].offer).toBeNull();
  });

  test('not of a meeting that is not over, nor a number that is none', async () => {
    const early = await tries('maya', 'keepTalkShare', { meeting: 1, share: 60 });
    expect([early.status, early.json.code]).toEqual([409, 'talkShare.noMeeting']);
    const none = await tries('maya', 'dropTalkShare', { meeting: 1 });
    expect([none.status, none.json.code]).toEqual([409, 'talkShare.noMeeting']);
    const much = await tries('maya', 'keepTalkShare', { meeting: 1, share: 101 });
    expect([much.status, much.json.field]).toEqual([400, 'share']);
  });

  test('C6: not before both agreed to the terms', async () => {
    const early = await start(world, { agree: false }, 'lena');
    const { params } = early;
    await world.ok('ravi', 'acceptInvitation', { params, body: { terms: 1, agree: true } });
    await world.ok('lena', 'startMeeting', { params, body: { number: 1, endsAt: null } });
    await world.ok('lena', 'finishMeeting', { params, body: { number: 1, nextAt: null } });
    const body = { meeting: 1, share: 6 };
    const reply = await world.send('ravi', 'keepTalkShare', { params, body });
    expect([reply.status, reply.json.code]).toEqual([409, 'terms.notAgreed']);
  });

  test('A9: nothing of it in a meeting; taking it away goes always', async () => {
    await meets();
    await keeps('maya', 60);
    await keeps('ravi', 60);
    await does('maya', 'startMeeting', { number: 2, endsAt: null });
    const look = await tries('maya', 'getTalkShare');
    expect([look.status, look.json.code]).toEqual([409, 'talkShare.inMeeting']);
    const keep = await tries('maya', 'keepTalkShare', { meeting: 1, share: 60 });
    expect([keep.status, keep.json.code]).toEqual([409, 'talkShare.inMeeting']);
    await drops('ravi');
    await does('ravi', 'finishMeeting', { number: 2, nextAt: null });
    expect((await looks('maya'))[1].kept).toBeNull();
  });
});

describe('A8: either takes it away', () => {
  test.each(['maya', 'ravi'])(
    '%s does: it is gone for both, until both keep one again',
    async (who) => {
      await meets();
      const other = who === 'maya' ? 'ravi' : 'maya';
      await keeps('maya', 60);
      await keeps('ravi', 62);
      await drops(who);
      for (const reader of ['maya', 'ravi']) expect(await kept(reader)).toBeNull();
      const lying = (await together()).filter(({ kind }) => kind === 'talkShare');
      expect(lying).toMatchObject([{ value: { kept: null } }]);
      await keeps(who, 50);
      expect(await kept(who)).toBeNull();
      await keeps(other, null);
      expect(await kept(who)).not.toBeNull();
    },
  );

  test('what is taken back before is told to nobody', async () => {
    await meets();
    const told = await allSeenBy(world, ['ravi'], [series.seriesId]);
    await keeps('maya', 60);
    await drops('maya');
    expect(await allSeenBy(world, ['ravi'], [series.seriesId])).toEqual(told);
    await keeps('ravi', 62);
    expect(await kept('ravi')).toBeNull();
  });

  test('D11: also once the other one has left', async () => {
    await meets();
    await keeps('maya', 60);
    await keeps('ravi', 60);
    await does('ravi', 'leaveSeries');
    expect(await kept('ravi')).toEqual(await kept('maya'));
    await drops('maya');
    expect(await kept('maya')).toBeNull();
    const late = await tries('maya', 'keepTalkShare', { meeting: 1, share: 60 });
    expect([late.status, late.json.code]).toEqual([409, 'series.ended']);
  });
});

test('nothing of it is in the view that opens the agenda', async () => {
  await meets();
  await keeps('maya', 60);
  expect((await view(world, 'maya', series)).text).not.toMatch(/talkShare/i);
});

test('D5: what both kept goes with its meeting, also by a new retention', async () => {
  await meets();
  await keeps('maya', 60);
  await keeps('ravi', 60);
  const stored = async (number: number) =>
    world.composed.services.documents.read(
      seriesPartition(series.seriesId),
      talkSharePlacing(number).id,
    );
  const months = async (count: number) => {
    passes(count * 30.5 * DAY);
    return (await stored(1)) !== null;
  };
  expect(await months(2)).toBe(true);
  await does('maya', 'setRetention', { months: 6 });
  passes(31 * DAY);
  await sweepEffects(world.composed.services);
  expect(await months(2)).toBe(true);
  expect(await months(2)).toBe(false);
});
