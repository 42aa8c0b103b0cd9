import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { randomUUID } from 'node:crypto';
import { addTopic, start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const LONG = '語'.repeat(LINE_LENGTH);
const sends = (who: string, route: string, { params }: Started, body: object, more = {}) =>
  world.send(who, route, { params: { ...params, ...more }, body });
const joins = ({ params }: Started, agree: boolean) =>
  world.ok('ravi', 'acceptInvitation', { params, body: { terms: 1, agree } });

/** Fills the head with words until it takes no more. */
async function fill(series: Started): Promise<void> {
  for (let status = 201; status === 201;) {
    const body = { id: randomUUID(), text: LONG, question: 'proud.1' };
    status = (await sends('maya', 'addTopic', series, body)).status;
  }
}

describe('C6: before both agreed', () => {
  test('nothing that is brought back is read by the other one either', async () => {
    const series = await start(world, { agree: false });
    await joins(series, false);
    const note = { text: 'planted', topic: null };
    const replies = await Promise.all([
      sends('maya', 'restoreNote', series, note, { lineId: randomUUID() }),
      sends('maya', 'restoreWish', series, { text: 'planted' }, { lineId: randomUUID() }),
    ]);
    expect(replies.map(({ json }) => json.code)).toEqual(['terms.notAgreed', 'terms.notAgreed']);
    expect((await view(world, 'ravi', series)).text).not.toContain('planted');
  });

  test('an answer that was corrected before then leaves no earlier words', async () => {
    const series = await start(world, { agree: false });
    const subject = { subject: 'like' };
    await sends('maya', 'answerSubject', series, { text: 'planted' }, subject);
    await sends('maya', 'answerSubject', series, { text: 'kind words' }, subject);
    await joins(series, true);
    await world.ok('maya', 'agreeToTerms', { params: series.params, body: { terms: 1 } });
    const { text } = await world.ok('ravi', 'getAboutUs', { params: series.params });
    expect(text).toContain('kind words');
    expect(text).not.toContain('planted');
  });
});

describe('C1: an introduction', () => {
  test('that grows when the name is filled in is read all the same', async () => {
    const report = { oid: world.issuer.person('ravi').oid, name: 'Maximiliane-Anastasia' };
    const introduction = '{name}'.repeat(333);
    const series = await start(world, { report, introduction });
    const invitation = await world.send('ravi', 'getInvitation', { params: series.params });
    expect(invitation.status).toBe(200);
    await joins(series, true);
    await sends('maya', 'shapeSeries', series, { introduction: 'Short' });
    for (const route of ['getSeries', 'getAboutUs']) {
      expect((await world.send('ravi', route, { params: series.params })).status).toBe(200);
    }
  });
});

describe('an agenda that one of the two has filled', () => {
  test('keeps nobody from joining, meeting, finishing and leaving', async () => {
    const series = await start(world);
    await fill(series);
    await joins(series, true);
    const doing: readonly [string, object][] = [
      ['startMeeting', { number: 1, endsAt: null }],
      ['wrapUp', { number: 1 }],
      ['finishMeeting', { number: 1, nextAt: null }],
      ['leaveSeries', {}],
    ];
    for (const [route, body] of doing) {
      const { status, json } = await sends('ravi', route, series, body);
      expect([route, status, json.code]).toEqual([route, 200, undefined]);
    }
  });

  test('takes no more from anybody’s own page either: it stays there', async () => {
    const series = await startTogether(world);
    await fill(series);
    const before = (await view(world, 'maya', series)).json.topics.length;
    const own = await addTopic(world, 'ravi', series, LONG, 'addPrivateTopic');
    await sends('ravi', 'shareTopic', series, {}, { lineId: own.id });
    const { json } = await view(world, 'ravi', series);
    expect([json.topics.length, json.onlyMe.topics.length]).toEqual([before, 1]);
  });
});

test('an instant that is on no calendar is refused, naming the field', async () => {
  const series = await startTogether(world);
  await sends('maya', 'startMeeting', series, { number: 1, endsAt: null });
  for (const nextAt of ['2026-99-99T99:99:99.999Z', '2026-02-30T10:00:00.000Z']) {
    const { status, json } = await sends('maya', 'finishMeeting', series, { number: 1, nextAt });
    expect([status, json.field]).toEqual([400, 'nextAt']);
  }
});

test('C6: a note that is meant for both waits beyond the end of a meeting', async () => {
  const series = await start(world, { agree: false });
  await joins(series, true);
  const id = randomUUID();
  const note = { id, text: 'meant for both', topic: null, draft: true };
  await sends('ravi', 'addPrivateNote', series, note);
  for (const [route, body] of [
    ['startMeeting', { number: 1, endsAt: null }],
    ['finishMeeting', { number: 1, nextAt: null }],
    ['agreeToTerms', { terms: 1 }],
  ] as const) {
    await world.ok('maya', route, { params: series.params, body });
  }
  expect((await sends('ravi', 'shareNote', series, {}, { lineId: id })).status).toBe(200);
  await sweepEffects(world.composed.services);
  expect((await view(world, 'maya', series)).json.notes).toMatchObject([
    { text: 'meant for both' },
  ]);
});

test('C6: "not now", and the switch for common concerns, tell the other one nothing', async () => {
  const series = await start(world);
  await joins(series, false);
  const maya = world.nudges.find(({ nudge }) => nudge.series === series.seriesId)?.person;
  for (const [route, body] of [
    ['postponeTerms', { terms: 1 }],
    ['allowCommonConcern', { on: true }],
  ] as const) {
    world.nudges.length = 0;
    await world.ok('ravi', route, { params: series.params, body });
    const told = new Set(world.nudges.map(({ person }) => person));
    expect(maya).toBeDefined();
    expect([route, told.size]).toEqual([route, 1]);
  }
});
