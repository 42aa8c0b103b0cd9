import { clockOf } from '@rapport/domain/clocks';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addTopic, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const DAY = 24 * 60 * 60_000;
const inDays = (days: number): string =>
  new Date(world.clock.now().getTime() + days * DAY).toISOString();
const says = (who: string, route: string, body: object) =>
  world.ok(who, route, { params: series.params, body });
const refused = async (who: string, route: string, body: object) => {
  const { status, json } = await world.send(who, route, { params: series.params, body });
  return [status, json.code];
};
const plan = (from: string | null, to: string | null, skip = false) => ({
  number: 1,
  from,
  to,
  skip,
  offset: null,
});
const seen = async (who: string) => (await view(world, who, series)).json;

describe('A2: the next date', () => {
  test('is planned by either, and both read who did; the hands that are raised go along', async () => {
    const [first, second] = [inDays(7), inDays(8)];
    await says('ravi', 'prepareMeeting', { number: 1, hand: 'soon' });
    await says('maya', 'planMeeting', plan(null, first));
    await says('ravi', 'planMeeting', plan(first, second));
    for (const who of ['maya', 'ravi']) {
      const { meeting, hands } = await seen(who);
      expect(meeting).toMatchObject({
        number: 1,
        plannedAt: second,
        planned: { how: 'moved', by: 'report', from: first },
      });
      expect(hands).toEqual({ manager: 'none', report: 'soon' });
    }
  });

  test('of two at once one is told that it was changed', async () => {
    const answers = await Promise.all([
      world.send('maya', 'planMeeting', { params: series.params, body: plan(null, inDays(7)) }),
      world.send('ravi', 'planMeeting', { params: series.params, body: plan(null, inDays(8)) }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await refused('maya', 'planMeeting', plan(inDays(99), inDays(9)))).toEqual([
      409,
      'meeting.movedSince',
    ]);
  });

  test('is refused where it is over, or the meeting has begun, or somebody left', async () => {
    expect(await refused('maya', 'planMeeting', plan(null, inDays(-1)))).toEqual([
      422,
      'date.over',
    ]);
    expect(await refused('maya', 'pauseSeries', { until: inDays(-1) })).toEqual([422, 'date.over']);
    await says('maya', 'startMeeting', { number: 1, endsAt: null });
    expect(await refused('ravi', 'planMeeting', plan(null, inDays(1)))).toEqual([
      409,
      'meeting.begun',
    ]);
    await says('maya', 'leaveSeries', {});
    for (const [route, body] of [
      ['planMeeting', plan(null, inDays(1))],
      ['pauseSeries', { until: null }],
      ['endPause', { at: inDays(0) }],
    ] as const) {
      expect(await refused('ravi', route, body)).toEqual([409, 'series.ended']);
    }
  });
});

test('A2: both are told what the clock of the other one says then, and not where they are', async () => {
  const [first, second] = ['2027-03-25T15:00:00.000Z', '2027-04-08T14:00:00.000Z'];
  const remindMe = { off: [], zone: 'America/New_York', quiet: null, daysOff: [] };
  await world.ok('ravi', 'saveReminders', { body: { remindMe } });
  await says('maya', 'planMeeting', { ...plan(null, first), offset: 60 });
  const { meeting } = await seen('ravi');
  expect([clockOf(meeting, 'manager'), clockOf(meeting, 'report')]).toEqual([60, -240]);
  await says('maya', 'startMeeting', { number: 1, endsAt: null });
  await says('maya', 'finishMeeting', { number: 1, nextAt: second, offset: 120 });
  for (const who of ['maya', 'ravi']) {
    const { json } = await view(world, who, series);
    expect(json.meeting.clocks).toEqual({ manager: 120, report: -240 });
    expect(JSON.stringify(json)).not.toContain('New_York');
  }
  // Whose zone nobody knows is not guessed at, and on another date nothing old is said.
  await says('ravi', 'planMeeting', {
    number: 2,
    from: second,
    to: first,
    skip: false,
    offset: -300,
  });
  const moved = (await seen('maya')).meeting;
  expect([clockOf(moved, 'manager'), clockOf(moved, 'report')]).toEqual([null, -300]);
});

describe('A2: a pause', () => {
  test('is seen by both, takes no reason, and is ended by either', async () => {
    const until = inDays(30);
    expect(await refused('ravi', 'pauseSeries', { until, reason: 'private' })).toEqual([
      400,
      'input.unknownField',
    ]);
    await says('ravi', 'pauseSeries', { until });
    for (const who of ['maya', 'ravi']) {
      expect((await seen(who)).pauses).toMatchObject([{ by: 'report', until, endedAt: null }]);
    }
    const { at } = (await seen('maya')).pauses?.[0] ?? { at: '' };
    await says('maya', 'endPause', { at });
    expect((await seen('ravi')).pauses).toMatchObject([{ endedBy: 'manager' }]);
    expect(await refused('ravi', 'endPause', { at })).toEqual([409, 'pause.unknown']);
  });
});

test('a beginning that was a slip is taken back by either, until something was written', async () => {
  const before = (await seen('ravi')).meeting;
  await addTopic(world, 'ravi', series, 'The on-call plan');
  await says('maya', 'startMeeting', { number: 1, endsAt: null });
  await says('ravi', 'cancelStart', { number: 1 });
  expect((await seen('ravi')).meeting).toEqual(before);
  await says('maya', 'startMeeting', { number: 1, endsAt: null });
  const note = { id: '00000000-0000-4000-8000-000000000001', text: 'Noted', topic: null };
  await says('ravi', 'addNote', note);
  await says('maya', 'cancelStart', { number: 1 });
  expect((await seen('maya')).meeting.state).toBe('live');
});
