import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import {
  checkInPlacing,
  feedbackPlacing,
  goalPlacing,
  keptNotesPlacing,
  meetingPlacing,
  REDATING,
  seriesPartition,
} from '@rapport/api/places';
import { monthsLater } from '@rapport/domain/retention';
import { randomUUID } from 'node:crypto';
import { mortal } from './crashes/crash';
import { everythingIn } from './support/everything';
import { start, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

const DAY = 24 * 60 * 60 * 1000;
let world: World;
let series: Started;
beforeEach(async () => {
  world = await openWorld();
  series = await startTogether(world);
});
afterEach(() => world.close());

const now = (): string => world.clock.now().toISOString();
const does = (who: string, route: string, body: object = {}, more: Record<string, string> = {}) =>
  world.ok(who, route, { params: { ...series.params, ...more }, body });
const passes = async (days: number): Promise<void> => {
  world.clock.moveTo(new Date(world.clock.now().getTime() + days * DAY));
  await sweepEffects(world.composed.services);
};
const months = async (who: string) => (await view(world, who, series)).json.retention;
/** A meeting with a note of both, one of the report's own, and both check-ins. */
async function meets(number: number): Promise<void> {
  const line = () => ({ id: randomUUID(), text: `said in ${number}`, topic: null });
  await does('maya', 'addNote', line());
  await does('ravi', 'addPrivateNote', line());
  await does('maya', 'startMeeting', { number, endsAt: null });
  await does('maya', 'finishMeeting', { number, nextAt: null });
  const checkIn = { meeting: number, worth: 4, heard: 4, share: 60 };
  if (number > 3) return;
  await does('maya', 'addCheckIn', checkIn);
  await does('ravi', 'addCheckIn', checkIn);
}
async function closes(from: string, to: string, kind = 'criticism'): Promise<string> {
  const lineId = randomUUID();
  await does(from, 'addPrivateFeedback', { id: lineId, text: 'The report was late', kind });
  await does(from, 'giveFeedback', { delivery: { how: 'send', at: now() } }, { lineId });
  await does(to, 'openFeedback', {}, { lineId });
  await does(to, 'answerFeedback', { kind: 'thanks', words: null }, { lineId });
  await does(to, 'closeFeedback', {}, { lineId });
  return lineId;
}
const closedFor = async (who: string): Promise<string[]> =>
  (await does(who, 'listClosedFeedback')).json.feedback.map(({ id }: { id: string }) => id);
/** When what is stored under these names goes, by name. */
async function ends(): Promise<Record<string, string | null>> {
  const rows = await world.kept.rows(world.data);
  return Object.fromEntries(
    rows
      .filter(({ kind }) =>
        ['meeting', 'checkIn', 'notes', 'feedback', 'words', 'goal'].includes(kind),
      )
      .map(({ id, expires }) => [id, expires]),
  );
}

describe('D5: what is past', () => {
  test('is kept for 24 months, and is in nothing that either reads afterwards', async () => {
    await meets(1);
    const finished = (await does('maya', 'listMeetings')).json.meetings[0].finishedAt;
    expect(await ends()).toEqual({
      [meetingPlacing(1).id]: monthsLater(finished, 24),
      [checkInPlacing(1).id]: expect.any(String),
      [keptNotesPlacing(series.seriesId, 1).id]: monthsLater(finished, 24),
    });
    world.clock.moveTo(new Date(Date.parse(monthsLater(finished, 24)) - 60_000));
    expect((await does('ravi', 'getMeeting', {}, { number: '1' })).json).toMatchObject({
      onlyMe: [{ text: 'said in 1' }],
      checkIn: { manager: { worth: 4 }, report: { worth: 4 } },
    });
    world.clock.moveTo(new Date(monthsLater(finished, 24)));
    for (const who of ['maya', 'ravi']) {
      expect((await does(who, 'listMeetings')).json.meetings).toEqual([]);
      expect((await does(who, 'listWords')).json).toMatchObject({ meetings: [], own: [] });
      const gone = await world.send(who, 'getMeeting', {
        params: { ...series.params, number: '1' },
      });
      expect([gone.status, gone.json.code]).toEqual([404, 'meeting.notFound']);
      const copy = (await does(who, 'exportSeries', { includePrivate: true })).json;
      expect([copy.meetings, copy.onlyMine.meetings]).toEqual([[], []]);
    }
    await world.composed.purge();
    expect(Object.keys(await ends())).not.toContain(meetingPlacing(1).id);
  });

  test('E2: nobody destroys it in a second: thirty days, and either takes it back', async () => {
    await meets(1);
    await passes(200);
    const before = await ends();
    await does('maya', 'setRetention', { months: 6 });
    const announced = await months('ravi');
    expect(announced).toMatchObject({ months: 24, coming: { months: 6, by: 'manager' } });
    expect(Date.parse(announced.coming.from) - Date.parse(announced.coming.at)).toBe(30 * DAY);
    await passes(29);
    expect(await ends()).toEqual(before);
    await does('ravi', 'setRetention', { months: 24 });
    expect(await months('maya')).toEqual({ months: 24, changed: null, coming: null });
    await passes(2);
    expect(await ends()).toEqual(before);
    expect((await does('ravi', 'listMeetings')).json.meetings).toHaveLength(1);
  });

  test('announcing it again begins the thirty days anew', async () => {
    await meets(1);
    await passes(200);
    await does('maya', 'setRetention', { months: 12 });
    await passes(29);
    await does('maya', 'setRetention', { months: 6 });
    await passes(29);
    expect((await months('ravi')).months).toBe(24);
    await passes(1);
    expect(await months('ravi')).toMatchObject({ months: 6, changed: { by: 'manager' } });
    expect((await does('ravi', 'listMeetings')).json.meetings).toEqual([]);
    expect(await ends()).toEqual({});
  });

  test('kept longer, it gets new dates; what is not past stays without one', async () => {
    await meets(1);
    await meets(2);
    const praise = await closes('maya', 'ravi', 'praise');
    const hard = await closes('maya', 'ravi');
    const before = await ends();
    await does('ravi', 'setRetention', { months: 60 });
    await passes(31);
    const after = await ends();
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
    const closedAt = (await does('ravi', 'listClosedFeedback')).json.feedback.map(
      ({ id, closedAt: at }: { id: string; closedAt: string }) => [id, at],
    );
    const closed = Object.fromEntries(closedAt);
    expect(after[feedbackPlacing(praise).id]).toBe(monthsLater(closed[praise], 60));
    expect(after[feedbackPlacing(hard).id]).toBe(monthsLater(closed[hard], 12));
    const { meetings } = (await does('ravi', 'listMeetings')).json;
    for (const { number, finishedAt } of meetings) {
      expect(after[meetingPlacing(number).id]).toBe(monthsLater(finishedAt, 60));
      expect(after[keptNotesPlacing(series.seriesId, number).id]).toBe(monthsLater(finishedAt, 60));
    }
    // What is finished from now on has them from the start.
    await meets(3);
    const [third] = (await does('ravi', 'listMeetings')).json.meetings;
    expect((await ends())[meetingPlacing(3).id]).toBe(monthsLater(third.finishedAt, 60));
  });

  test('while nobody has joined it holds at once', async () => {
    const alone = await start(world, { report: null });
    await world.ok('maya', 'setRetention', { params: alone.params, body: { months: 6 } });
    expect((await view(world, 'maya', alone)).json.retention).toMatchObject({
      months: 6,
      changed: { by: 'manager' },
      coming: null,
    });
  });

  test('once one of the two has left, nothing is announced, and nothing announced comes', async () => {
    await meets(1);
    await passes(200);
    const before = await ends();
    await does('maya', 'setRetention', { months: 6 });
    await does('maya', 'leaveSeries');
    const reply = await world.send('ravi', 'setRetention', {
      params: series.params,
      body: { months: 12 },
    });
    expect(reply.json.code).toBe('series.ended');
    await passes(31);
    expect(await ends()).toEqual(before);
  });

  test('C6: what leaves the two is outside of it', async () => {
    const safety = { type: 'safety', basis: 'law', wording: 'It happened', audience: 'Court' };
    await does('ravi', 'addLedgerEntry', { ...safety, id: randomUUID(), shownAt: null });
    await does('maya', 'setRetention', { months: 6 });
    await passes(31);
    world.clock.moveTo(new Date(monthsLater(now(), 60)));
    await world.composed.purge();
    expect((await does('ravi', 'listLedger')).json.entries).toHaveLength(1);
  });
});

describe('D5: a goal', () => {
  const suggests = async (text: string): Promise<string> => {
    const id = randomUUID();
    await does('ravi', 'addGoal', { id, text, owner: 'report' });
    return id;
  };
  const notes = (goalId: string, text: string) =>
    does('maya', 'addGoalLine', { id: randomUUID(), part: 'progress', text }, { goalId });
  /** @returns when it was closed, if it is */
  async function stands(goalId: string, state: string): Promise<string> {
    await does('maya', 'changeGoal', { state }, { goalId });
    return (await does('ravi', 'getGoal', {}, { goalId })).json.closedAt;
  }
  const listed = async (): Promise<string[]> =>
    (await does('ravi', 'listGoals')).json.goals.map(({ id }: { id: string }) => id);
  const endOf = async (goalId: string) => (await ends())[goalPlacing(goalId).id];

  test('lives as long as the two are at it; closed it goes with its notes, opened again it stays', async () => {
    const [open, done] = [await suggests('Still at it'), await suggests('Speak in spring')];
    await notes(done, 'it went well');
    expect([await endOf(open), await endOf(done)]).toEqual([null, null]);
    const first = await stands(done, 'reached');
    expect(await endOf(done)).toBe(monthsLater(first, 24));
    // What is said about it afterwards, and another way of being over, leave it as old as it is.
    await passes(20);
    await notes(done, 'twice even');
    await stands(done, 'letGo');
    expect(await endOf(done)).toBe(monthsLater(first, 24));
    await stands(done, 'onTheWay');
    expect(await endOf(done)).toBeNull();
    await passes(20);
    const closed = await stands(done, 'reached');
    expect(await endOf(done)).toBe(monthsLater(closed, 24));
    world.clock.moveTo(new Date(Date.parse(monthsLater(closed, 24)) - 60_000));
    expect(await listed()).toEqual([open, done]);
    world.clock.moveTo(new Date(monthsLater(closed, 24)));
    for (const who of ['maya', 'ravi']) {
      const gone = await world.send(who, 'getGoal', { params: { ...series.params, goalId: done } });
      expect([gone.status, gone.json.code]).toEqual([404, 'goal.unknown']);
      const seen = [
        await does(who, 'listGoals'),
        await does(who, 'listWords'),
        await does(who, 'exportSeries', { includePrivate: true }),
      ];
      for (const { text } of seen) {
        expect(text).toContain('Still at it');
        expect(text).not.toMatch(/Speak in spring|it went well|twice even/);
      }
    }
    await world.composed.purge();
    expect(Object.keys(await ends())).toEqual([goalPlacing(open).id]);
    // The head knows again how many there are, as soon as one is written.
    await suggests('The next one');
    expect((await view(world, 'maya', series)).json.goals).toBe(2);
  });

  test('gets the dates of a new retention, and goes where it is older than that', async () => {
    const [old, late, open] = [await suggests('a'), await suggests('b'), await suggests('c')];
    await stands(old, 'letGo');
    await passes(160);
    const closed = await stands(late, 'reached');
    await does('ravi', 'setRetention', { months: 6 });
    expect(await endOf(late)).toBe(monthsLater(closed, 24));
    await passes(31);
    expect(await ends()).toEqual({
      [goalPlacing(late).id]: monthsLater(closed, 6),
      [goalPlacing(open).id]: null,
    });
    expect(await listed()).toEqual([open, late]);
    const standing = await world.composed.services.documents.read(
      seriesPartition(series.seriesId),
      REDATING.id,
    );
    expect(standing).toBeNull();
    expect(monthsLater(await stands(open, 'letGo'), 6)).toBe(await endOf(open));
  });
});

describe('D5: closed criticism', () => {
  test('goes after twelve months for both; praise follows the series', async () => {
    const hard = await closes('maya', 'ravi');
    const praise = await closes('ravi', 'maya', 'praise');
    expect(new Set(await closedFor('maya'))).toEqual(new Set([hard, praise]));
    world.clock.moveTo(new Date(monthsLater(now(), 12)));
    for (const who of ['maya', 'ravi']) expect(await closedFor(who)).toEqual([praise]);
  });

  test('its receiver keeps it, and its author is neither told nor reads it longer', async () => {
    const hard = await closes('maya', 'ravi');
    const [listed, seen] = [
      await does('maya', 'listClosedFeedback'),
      await does('maya', 'getSeries'),
    ];
    world.nudges.length = 0;
    await does('ravi', 'retainFeedback', { retained: true }, { lineId: hard });
    expect(world.nudges.map(({ person }) => person)).toEqual([
      expect.stringContaining(world.issuer.person('ravi').oid),
    ]);
    expect((await does('maya', 'listClosedFeedback')).text).toBe(listed.text);
    expect((await does('maya', 'getSeries')).text).toBe(seen.text);
    expect((await does('ravi', 'listClosedFeedback')).json.feedback).toMatchObject([
      { id: hard, retained: true },
    ]);
    world.clock.moveTo(new Date(monthsLater(now(), 12)));
    expect([await closedFor('maya'), await closedFor('ravi')]).toEqual([[], [hard]]);
    const copies = ['maya', 'ravi'].map((who) =>
      does(who, 'exportSeries', { includePrivate: true }),
    );
    const [hers, his] = await Promise.all(copies);
    expect([hers?.json.feedback.length, his?.json.feedback.length]).toEqual([0, 1]);
    // Kept no longer: it would have gone already.
    await does('ravi', 'retainFeedback', { retained: false }, { lineId: hard });
    expect(await closedFor('ravi')).toEqual([]);
  });

  test('nobody but its receiver keeps it', async () => {
    const hard = await closes('maya', 'ravi');
    const params = { ...series.params, lineId: hard };
    for (const [who, code] of [
      ['maya', 'feedback.unknown'],
      ['tom', 'series.notFound'],
    ] as const) {
      const reply = await world.send(who, 'retainFeedback', { params, body: { retained: true } });
      expect([reply.status, reply.json.code]).toEqual([404, code]);
    }
  });

  test('kept, it gets its new date with everything else', async () => {
    const hard = await closes('maya', 'ravi');
    const closedAt = (await does('ravi', 'listClosedFeedback')).json.feedback[0].closedAt;
    await does('ravi', 'retainFeedback', { retained: true }, { lineId: hard });
    await does('ravi', 'setRetention', { months: 36 });
    await passes(31);
    expect((await ends())[feedbackPlacing(hard).id]).toBe(monthsLater(closedAt, 36));
  });
});

describe('D5: new dates', () => {
  /** Seventeen meetings: the words of the first sixteen lie together. */
  async function aged(): Promise<void> {
    for (let number = 1; number <= 17; number += 1) await meets(number);
    await closes('maya', 'ravi', 'praise');
    await closes('ravi', 'maya');
    await passes(8);
    await does('ravi', 'listWords');
    await does('ravi', 'setRetention', { months: 36 });
    world.clock.moveTo(new Date(world.clock.now().getTime() + 31 * DAY));
  }
  const standing = async (of: World) =>
    (await everythingIn(of)).filter(({ kind }) => kind !== 'applied');

  test('are all there, wherever a process ended on the way', async () => {
    await aged();
    const onCopy = async <T>(of: World, work: (copy: World) => Promise<T>): Promise<T> => {
      const copy = await openWorld({ copyOf: of, clock: world.clock });
      try {
        return await work(copy);
      } finally {
        await copy.close();
      }
    };
    const whole = await onCopy(world, async (copy) => {
      const life = mortal(copy);
      await sweepEffects(copy.composed.services);
      return { writes: life.writes, stands: await standing(copy) };
    });
    expect(whole.writes).toBeGreaterThan(8);
    expect(whole.stands.filter(({ id }) => id === REDATING.id)).toEqual([]);
    expect(whole.stands.filter(({ kind }) => kind === 'effect')).toEqual([]);
    for (let at = 0; at < whole.writes; at += process.env['RAPPORT_LONG'] ? 1 : 3) {
      const after = await onCopy(world, async (crashed) => {
        mortal(crashed, at);
        await sweepEffects(crashed.composed.services);
        return onCopy(crashed, async (next) => {
          await sweepEffects(next.composed.services);
          return standing(next);
        });
      });
      const comparable = (all: typeof after) =>
        all.map(({ id, partition, expires, value }) => ({ id, partition, expires, value }));
      expect({ at, stands: comparable(after) }).toEqual({ at, stands: comparable(whole.stands) });
    }
  });

  test('go on where they stopped, twenty pages at a time', async () => {
    const partition = seriesPartition(series.seriesId);
    await does('ravi', 'setRetention', { months: 36 });
    const { documents } = world.composed.services;
    const head = await documents.read<{ meeting: { number: number } }>(partition, 'head');
    if (!head) throw new Error('no head');
    const value = { ...head.value, meeting: { ...head.value.meeting, number: 16 * 30 } };
    const placing = { id: 'head', kind: 'series', schema: 1 };
    await documents.write({ ...partition, tenant: head.tenant }, [
      { change: 'replace', placing, value, loaded: head },
    ]);
    await passes(31);
    expect((await documents.read(partition, REDATING.id))?.value).toMatchObject({ digest: 20 });
    await passes(0);
    expect(await documents.read(partition, REDATING.id)).toBeNull();
    expect(await sweepEffects(world.composed.services)).toBe(0);
  });
});
