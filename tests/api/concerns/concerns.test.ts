import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { stillClock } from '../support/stillClock';
import { addTopic, start } from '../support/story';
import { openWorld, type World } from '../support/world';
import {
  at,
  draft,
  DRAFT,
  FREEZE,
  handedIn,
  JOIN,
  leaveIt,
  openTeam,
  params,
  REPORTS,
  RESULT,
  shownTo,
  stateOf,
  WORDING,
  type Team,
} from './team';

/** The team has been there for long; each test goes on from a copy of it. */
let base: World;
let everybody: Team;
let world: World;
beforeAll(async () => {
  base = await openWorld({ clock: stillClock() });
  everybody = await openTeam(base);
});
afterAll(() => base.close());
beforeEach(async () => {
  world = await openWorld({ copyOf: base, clock: stillClock() });
});
afterEach(() => world.close());

/** Before anybody drafts anything: who does not accept the exception, where it is not all of them. */
async function theTeam(without: readonly string[] = []): Promise<Team> {
  world.clock.moveTo(new Date(JOIN));
  for (const person of without) {
    await world.ok(person, 'allowCommonConcern', {
      ...params(everybody, person),
      body: { on: false },
    });
  }
  return everybody;
}

const RAISERS = ['ravi', 'lena', 'tom'];
const minuteBefore = (time: string): string => new Date(Date.parse(time) - 60_000).toISOString();

describe('C8: a common concern', () => {
  test('that three raised and two more accept can be shared, once each had three working days', async () => {
    const team = await theTeam();
    const id = await handedIn(world, team, RAISERS);
    expect(await stateOf(world, id)).toBe('handedIn');
    await at(world, minuteBefore(FREEZE));
    expect((await shownTo(world, team, 'ravi')).json).toEqual({ concerns: [] });
    await at(world, FREEZE);
    const shown = { id, wording: WORDING, audience: 'The leadership team', until: RESULT };
    for (const person of RAISERS) {
      const { json } = await shownTo(world, team, person);
      expect(json).toEqual({ concerns: [{ ...shown, left: false }] });
    }
    for (const person of ['aiko', 'sam']) {
      expect((await shownTo(world, team, person)).json).toEqual({ concerns: [] });
    }
    await at(world, minuteBefore(RESULT));
    expect(await stateOf(world, id)).toBe('waiting');
    await at(world, RESULT);
    expect(await stateOf(world, id)).toBe('enough');
    expect((await shownTo(world, team, 'ravi')).json).toEqual({ concerns: [] });
  });

  test('that one of three silently leaves cannot; everybody reads the same as before', async () => {
    const team = await theTeam();
    const id = await handedIn(world, team, RAISERS);
    await at(world, FREEZE);
    const others = async () => [
      (await shownTo(world, team, 'lena')).text,
      (await world.ok('maya', 'listConcerns')).text,
      (await world.ok('maya', 'getSeries', params(team, 'tom'))).text,
      (await world.ok('maya', 'getHome')).text,
    ];
    const before = await others();
    world.nudges.length = 0;
    expect((await leaveIt(world, team, 'tom', id)).status).toBe(200);
    expect(await others()).toEqual(before);
    const tom = world.issuer.person('tom').oid;
    expect(world.nudges.map(({ person }) => person.endsWith(tom))).toEqual([true]);
    expect((await shownTo(world, team, 'tom')).json.concerns).toMatchObject([{ left: true }]);
    await at(world, RESULT);
    expect(await stateOf(world, id)).toBe('notEnough');
  });

  test.each([
    ['turned the exception off', 'allowCommonConcern', { on: false }],
    ['left the series', 'leaveSeries', {}],
  ])('does not count who %s before the result', async (_, route, body) => {
    const team = await theTeam();
    const id = await handedIn(world, team, RAISERS);
    await at(world, FREEZE);
    await world.ok('lena', route, { ...params(team, 'lena'), body });
    await at(world, RESULT);
    expect(await stateOf(world, id)).toBe('notEnough');
  });

  test('does not count one of the two others who turned the exception off', async () => {
    const team = await theTeam();
    const id = await handedIn(world, team, RAISERS);
    await at(world, FREEZE);
    await world.ok('sam', 'allowCommonConcern', { ...params(team, 'sam'), body: { on: false } });
    await at(world, RESULT);
    expect(await stateOf(world, id)).toBe('notEnough');
  });

  test('does not count whoever accepts only after the freeze', async () => {
    const team = await theTeam(['sam']);
    const id = await handedIn(world, team, RAISERS);
    await at(world, FREEZE);
    await world.ok('sam', 'allowCommonConcern', { ...params(team, 'sam'), body: { on: true } });
    await at(world, RESULT);
    expect(await stateOf(world, id)).toBe('notEnough');
  });

  test('finds a topic where it has got to: talked about and kept in a meeting', async () => {
    const team = await theTeam();
    const id = await handedIn(world, team, RAISERS);
    const of = params(team, 'ravi');
    const lineId = team.people['ravi']?.topic ?? '';
    await world.ok('maya', 'startMeeting', { ...of, body: { number: 1, endsAt: null } });
    await world.ok('maya', 'finishMeeting', { ...of, body: { number: 1, nextAt: null } });
    await world.ok('maya', 'startMeeting', { ...of, body: { number: 2, endsAt: null } });
    await world.ok('ravi', 'discussTopic', {
      params: { ...of.params, lineId },
      body: { discussed: true },
    });
    await world.ok('maya', 'finishMeeting', { ...of, body: { number: 2, nextAt: null } });
    await at(world, FREEZE);
    await at(world, RESULT);
    expect(await stateOf(world, id)).toBe('enough');
  });

  test('counts no topic that its raiser removed', async () => {
    const team = await theTeam();
    world.clock.moveTo(new Date(DRAFT));
    const of = params(team, 'ravi');
    const ravi = team.people['ravi'];
    if (!ravi) throw new Error('no Ravi');
    const topic = await addTopic(world, 'ravi', ravi.series, 'one more');
    const marks = [
      { series: ravi.series.seriesId, topic: topic.id, meeting: 1 },
      ...team.marksOf(['lena', 'tom']),
    ];
    const concernId = await draft(world, marks);
    await world.ok('maya', 'handInConcern', { params: { concernId } });
    await at(world, FREEZE);
    await world.ok('ravi', 'removeTopic', {
      params: { ...of.params, lineId: topic.id },
      body: { version: topic.version },
    });
    await at(world, RESULT);
    expect(await stateOf(world, concernId)).toBe('notEnough');
  });

  test('E4: does not count whoever joined only for it', async () => {
    const team = await theTeam();
    await world.ok('sam', 'leaveSeries', params(team, 'sam'));
    world.clock.moveTo(new Date('2026-11-03T09:00:00.000Z'));
    const { oid, name } = world.issuer.person('sam');
    const { seriesId } = await start(world, { report: { oid, name } });
    const of = { params: { seriesId } };
    await world.ok('sam', 'acceptInvitation', { ...of, body: { terms: 1, agree: true } });
    await world.ok('sam', 'allowCommonConcern', { ...of, body: { on: true } });
    const id = await handedIn(world, team, RAISERS);
    await at(world, FREEZE);
    // Four for long enough: for them it does not exist, and nobody is asked.
    expect((await shownTo(world, team, 'ravi')).json).toEqual({ concerns: [] });
    await at(world, RESULT);
    expect(await stateOf(world, id)).toBe('notEnough');
  });

  test('taken out before the freeze is shown to nobody, and leaves its month free', async () => {
    const team = await theTeam();
    const concernId = await handedIn(world, team, RAISERS);
    await world.ok('maya', 'takeOutConcern', { params: { concernId } });
    expect(await stateOf(world, concernId)).toBe('draft');
    await world.ok('maya', 'handInConcern', { params: { concernId } });
    await at(world, FREEZE);
    expect((await world.send('maya', 'takeOutConcern', { params: { concernId } })).json.code).toBe(
      'concern.frozen',
    );
    await at(world, RESULT);
    expect(await stateOf(world, concernId)).toBe('enough');
  });
});

describe('what the manager is refused follows from what they did themselves', () => {
  test('a second one in a month, and the same people within half a year', async () => {
    const team = await theTeam();
    await handedIn(world, team, RAISERS);
    const second = await draft(world, team.marksOf(['aiko', 'sam', 'ravi']));
    const hand = async (concernId: string) => {
      const { json } = await world.send('maya', 'handInConcern', { params: { concernId } });
      return [json.code, json.field];
    };
    expect(await hand(second)).toEqual(['concern.onePerMonth', undefined]);
    await at(world, FREEZE);
    expect(await hand(second)).toEqual(['concern.tooSoon', 'marks.2']);
    const { json } = await world.ok('maya', 'listConcerns');
    expect(json.resting).toEqual(
      team.marksOf(RAISERS).map(({ series }) => ({ series, from: '2027-06-01T00:00:00.000Z' })),
    );
    expect(json.next).toEqual({
      freezeAt: '2027-01-01T00:00:00.000Z',
      resultAt: '2027-01-07T12:00:00.000Z',
    });
  });

  test('of two handed in at once one is in the batch', async () => {
    const team = await theTeam();
    world.clock.moveTo(new Date(DRAFT));
    const drafts = [
      await draft(world, team.marksOf(RAISERS)),
      await draft(world, team.marksOf(['aiko', 'sam', 'ravi'])),
    ];
    const replies = await Promise.all(
      drafts.map((concernId) => world.send('maya', 'handInConcern', { params: { concernId } })),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const states = await Promise.all(drafts.map((id) => stateOf(world, id)));
    expect(new Set(states)).toEqual(new Set(['draft', 'handedIn']));
  });

  test('a topic that is not their report’s, as one of a series that is not theirs', async () => {
    const team = await theTeam();
    world.clock.moveTo(new Date(DRAFT));
    const ravi = team.people['ravi'];
    if (!ravi) throw new Error('no Ravi');
    const hers = await addTopic(world, 'maya', ravi.series, 'mine');
    const unknown = '00000000-0000-4000-8000-000000000009';
    const marks = team.marksOf(RAISERS);
    const wrong = [
      { series: ravi.series.seriesId, topic: hers.id, meeting: 1 },
      { series: ravi.series.seriesId, topic: unknown, meeting: 1 },
      { series: unknown, topic: hers.id, meeting: 1 },
    ];
    for (const mark of wrong) {
      const concernId = await draft(world, [marks[1], marks[2], mark].filter(Boolean) as object[]);
      const reply = await world.send('maya', 'handInConcern', { params: { concernId } });
      expect([reply.json.code, reply.json.field]).toEqual(['concern.topicGone', 'marks.2']);
    }
    // Ravi leads nobody here: his report's topics are not his to mark.
    const concernId = '00000000-0000-4000-8000-000000000007';
    const body = { wording: 'x', audience: 'y', marks };
    await world.ok('ravi', 'saveConcern', { params: { concernId }, body });
    const reply = await world.send('ravi', 'handInConcern', { params: { concernId } });
    expect(reply.json.code).toBe('concern.topicGone');
  });

  test('what a report sees and does in it is never theirs', async () => {
    const team = await theTeam();
    const id = await handedIn(world, team, RAISERS);
    await at(world, FREEZE);
    for (const person of REPORTS) {
      const seen = await world.send('maya', 'listConcernNotices', params(team, person));
      const left = await world.send('maya', 'leaveConcern', {
        params: { ...params(team, person).params, lineId: id },
      });
      expect([seen.json.code, left.json.code]).toEqual(['series.notReport', 'series.notReport']);
    }
    // Whoever is no raiser has nothing to leave, and in another series there is nothing either.
    expect((await leaveIt(world, team, 'sam', id)).json.code).toBe('concern.unknown');
    await at(world, RESULT);
    expect((await leaveIt(world, team, 'ravi', id)).json.code).toBe('concern.unknown');
    expect(await stateOf(world, id)).toBe('enough');
  });

  test('how many drafts there can be; a result can be deleted, and goes by itself', async () => {
    const team = await theTeam();
    const id = await handedIn(world, team, RAISERS);
    const remove = () => world.send('maya', 'removeConcern', { params: { concernId: id } });
    expect((await remove()).json.code).toBe('concern.handedIn');
    for (let n = 1; n < 12; n += 1) await draft(world, []);
    const body = { wording: 'x', audience: 'y', marks: [] };
    const concernId = '00000000-0000-4000-8000-000000000008';
    const more = await world.send('maya', 'saveConcern', { params: { concernId }, body });
    expect(more.json.code).toBe('concerns.full');
    await at(world, FREEZE);
    await at(world, RESULT);
    world.clock.moveTo(new Date('2027-02-05T12:00:00.000Z'));
    expect(await stateOf(world, id)).toBeUndefined();
    expect((await remove()).json.code).toBe('concern.unknown');
  });
});
