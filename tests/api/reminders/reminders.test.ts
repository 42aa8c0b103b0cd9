import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hourOf, REMINDER_KIND } from '@rapport/api/reminders/bucket';
import { runReminders } from '@rapport/api/reminders/runReminders';
import { ANY_TIME } from '@rapport/domain/telling';
import type { ReminderKind } from '@rapport/domain/reminder';
import { everythingIn } from '../support/everything';
import { BEGIN, stillClock } from '../support/stillClock';
import { start, startTogether, type Started } from '../support/story';
import { openWorld, type World } from '../support/world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let world: World;
beforeEach(async () => {
  world = await openWorld({ clock: stillClock() });
});
afterEach(() => world.close());

const at = (ms: number): string => new Date(BEGIN + ms).toISOString();
const run = (): Promise<void> => runReminders(world.composed.services);
/** The timer comes by at this time. */
async function runAt(ms: number): Promise<void> {
  world.clock.moveTo(new Date(BEGIN + ms));
  await run();
}
/** Kinds that stand in the feeds of the two, hers before his. */
const shown = (): ReminderKind[][] =>
  ['maya', 'ravi'].map((who) => {
    const { oid } = world.issuer.person(who);
    return world.feed.shown.filter(({ person }) => person.endsWith(oid)).map(({ kind }) => kind);
  });
const lying = async (): Promise<number> =>
  (await everythingIn(world)).filter(({ kind }) => kind === REMINDER_KIND).length;

/** They meet, and say when they meet next. */
async function meet({ params }: Started, number: number, nextAt: string | null): Promise<void> {
  await world.ok('maya', 'startMeeting', { params, body: { number, endsAt: null } });
  await world.ok('ravi', 'finishMeeting', { params, body: { number, nextAt } });
}
const wish = (person: string, change: Partial<typeof ANY_TIME>) =>
  world.ok(person, 'saveReminders', { body: { remindMe: { ...ANY_TIME, ...change } } });

describe('D8: notifications in the activity feed', () => {
  test('an invitation, to the invited person alone', async () => {
    await start(world);
    await run();
    await run();
    expect(shown()).toEqual([[], ['invitation']]);
    expect(world.feed.sent).toHaveLength(1);
    expect(await lying()).toBe(0);
  });

  test('an invitation once a day, also where leaving and beginning again makes it another one', async () => {
    for (const hours of [0, 1, 2, 23]) {
      world.clock.moveTo(new Date(BEGIN + hours * HOUR));
      const { params } = await start(world);
      await run();
      await world.ok('maya', 'leaveSeries', { params });
    }
    expect(world.feed.sent).toHaveLength(1);
    world.clock.moveTo(new Date(BEGIN + DAY));
    const last = await start(world);
    // Somebody else is somebody else.
    await start(world, {}, 'lena');
    await run();
    expect(world.feed.sent).toHaveLength(3);
    expect((await world.ok('ravi', 'getHome')).json.seats).toContainEqual(
      expect.objectContaining({ series: last.seriesId, state: 'invited' }),
    );
  });

  test('one before and one after a meeting for each, at their times, however often the timer comes', async () => {
    const series = await startTogether(world);
    await meet(series, 1, at(7 * DAY));
    await runAt(HOUR - 1);
    expect(shown()).toEqual([[], []]);
    for (const time of [HOUR, HOUR + MINUTE, 2 * DAY]) await runAt(time);
    expect(shown()).toEqual([['afterMeeting'], ['afterMeeting']]);
    await runAt(7 * DAY - HOUR - 1);
    expect(shown()).toEqual([['afterMeeting'], ['afterMeeting']]);
    for (const time of [7 * DAY - HOUR, 7 * DAY - 1]) await runAt(time);
    const both = ['afterMeeting', 'beforeMeeting'];
    expect(shown()).toEqual([both, both]);
    expect(world.feed.sent).toHaveLength(4);
  });

  test('it names nobody and nothing: a kind, a link and a number', async () => {
    const series = await startTogether(world);
    await meet(series, 1, null);
    await runAt(HOUR);
    for (const { person: _, ...notification } of world.feed.sent) {
      expect(Object.keys(notification).toSorted()).toEqual(['chainId', 'kind', 'series']);
      expect(notification.series).toBe(series.seriesId);
      expect(Number.isSafeInteger(notification.chainId)).toBe(true);
    }
    expect(new Set(world.feed.sent.map(({ chainId }) => chainId)).size).toBe(2);
    expect(world.log.join('\n')).not.toContain(series.seriesId);
  });

  test('after a meeting only to whoever has not answered yet, and no word of the other one', async () => {
    const series = await startTogether(world);
    await meet(series, 1, null);
    const body = { meeting: 1, worth: 4, heard: 4, share: 60 };
    await world.ok('maya', 'addCheckIn', { params: series.params, body });
    await runAt(HOUR);
    expect(shown()).toEqual([[], ['afterMeeting']]);
  });

  test('B7: one for a gap, and another one for the next', async () => {
    const series = await startTogether(world);
    await meet(series, 1, null);
    await runAt(3 * DAY);
    await runAt(28 * DAY);
    expect(world.feed.sent).toEqual([]);
    for (const day of [29, 30, 31, 60]) await runAt(day * DAY);
    expect(shown()).toEqual([['gap'], ['gap']]);
    await meet(series, 2, null);
    await runAt(60 * DAY + 2 * HOUR);
    await runAt(89 * DAY);
    const all = ['gap', 'afterMeeting', 'gap'];
    expect(shown()).toEqual([all, all]);
  });

  test('B6: with a raised hand everything is sent as without', async () => {
    const series = await startTogether(world);
    await meet(series, 1, at(7 * DAY));
    const hand = { number: 2, hand: 'soon' };
    await world.ok('ravi', 'prepareMeeting', { params: series.params, body: hand });
    await runAt(7 * DAY - HOUR);
    expect(shown()).toEqual([['beforeMeeting'], ['beforeMeeting']]);
  });

  test('a person who left is told nothing, and what they were told goes', async () => {
    const series = await startTogether(world);
    await meet(series, 1, at(7 * DAY));
    await runAt(HOUR);
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    await runAt(7 * DAY - HOUR);
    expect(shown()).toEqual([['afterMeeting'], ['afterMeeting']]);
    const left = (await everythingIn(world)).filter(({ kind }) => kind === 'told');
    expect(left.map(({ partition }) => partition)).toEqual([expect.stringContaining('.')]);
  });

  test('nobody who has not the app is asked again', async () => {
    const series = await startTogether(world);
    await meet(series, 1, null);
    world.feed.answers.push({ outcome: 'noApp' });
    for (const time of [HOUR, 2 * HOUR]) await runAt(time);
    expect(world.feed.sent).toHaveLength(1);
    expect(world.feed.answers).toEqual([]);
  });
});

describe('D8: as each one wants it', () => {
  test('what is kept is one’s own, and says nothing until it was said', async () => {
    expect((await world.ok('maya', 'getReminders')).json).toEqual({ remindMe: null });
    await wish('maya', { off: ['gap'] });
    await world.ok('maya', 'saveIntroduction', { body: { introduction: 'Hello' } });
    expect((await world.ok('maya', 'getReminders')).json.remindMe).toMatchObject({ off: ['gap'] });
    expect((await world.ok('ravi', 'getReminders')).json).toEqual({ remindMe: null });
  });

  test('each kind by itself, for one and not for the other', async () => {
    const series = await startTogether(world);
    await wish('ravi', { off: ['afterMeeting'] });
    await meet(series, 1, at(7 * DAY));
    await runAt(HOUR);
    await runAt(7 * DAY - HOUR);
    expect(shown()).toEqual([['afterMeeting', 'beforeMeeting'], ['beforeMeeting']]);
  });

  test('in quiet hours not, but at their end, once', async () => {
    const series = await startTogether(world);
    // It is nine in the morning, UTC: 18 in Tokyo.
    const quiet = { from: '18:30', to: '08:00' };
    await wish('ravi', { zone: 'Asia/Tokyo', quiet });
    await meet(series, 1, null);
    for (const hour of [1, 2, 13.9]) await runAt(hour * HOUR);
    expect(shown()).toEqual([['afterMeeting'], []]);
    for (const hour of [14, 15]) await runAt(hour * HOUR);
    expect(shown()).toEqual([['afterMeeting'], ['afterMeeting']]);
  });

  test('not at all where quiet hours last until the meeting', async () => {
    const series = await startTogether(world);
    await meet(series, 1, at(7 * DAY));
    await wish('ravi', { quiet: { from: '18:00', to: '09:00' } });
    for (const time of [7 * DAY - HOUR, 7 * DAY, 7 * DAY + HOUR]) await runAt(time);
    expect(shown()[1]).toEqual([]);
  });
});

describe('a timer that was not there', () => {
  test('catches up what still helps, from the hour it had come to', async () => {
    const series = await startTogether(world);
    await run();
    await meet(series, 1, at(40 * HOUR));
    await runAt(39.5 * HOUR);
    const both = ['afterMeeting', 'beforeMeeting'];
    expect(shown()).toEqual([expect.arrayContaining(both), expect.arrayContaining(both)]);
    await runAt(100 * HOUR);
    expect(await lying()).toBe(2);
  });

  test('after a month it begins anew, and does not look through years of hours', async () => {
    await startTogether(world);
    await run();
    const { documents } = world.composed.services;
    const listWhole = documents.listWhole.bind(documents);
    let asked = 0;
    Object.assign(documents, {
      listWhole: (...args: Parameters<typeof listWhole>) => {
        asked += 1;
        return listWhole(...args);
      },
    });
    await runAt(1000 * DAY);
    expect(asked).toBeLessThan(16 * 32 * 24);
    asked = 0;
    // Each hour once more, after everybody knows that it is closed.
    await run();
    await run();
    expect(asked).toBeLessThan(16 * 32 * 24 + 40);
  });

  test('where the clock was moved back, its own day begins again', async () => {
    await runAt(30 * DAY);
    world.clock.moveTo(new Date(BEGIN));
    const series = await startTogether(world);
    await meet(series, 1, null);
    await runAt(HOUR);
    expect(shown()).toEqual([['afterMeeting'], ['afterMeeting']]);
  });
});

describe('what cannot be sent', () => {
  test('asked to wait: nobody else is tried just then, and it comes when the wait is over', async () => {
    const series = await startTogether(world);
    await meet(series, 1, null);
    world.feed.answers.push(
      { outcome: 'later', afterMs: 20 * MINUTE },
      { outcome: 'later', afterMs: 20 * MINUTE },
    );
    await runAt(HOUR);
    await runAt(HOUR + 19 * MINUTE);
    expect(world.feed.sent).toEqual([]);
    await runAt(HOUR + 20 * MINUTE);
    expect(shown()).toEqual([['afterMeeting'], ['afterMeeting']]);
    expect(world.feed.sent).toHaveLength(2);
  });

  test('one that fails keeps nobody else from theirs, and is said without a name', async () => {
    const series = await startTogether(world);
    await meet(series, 1, null);
    world.feed.answers.push('broken');
    world.log.length = 0;
    await runAt(HOUR);
    expect(world.feed.sent).toHaveLength(1);
    expect(world.log.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        event: 'reminder',
        kind: 'afterMeeting',
        outcome: 'left for the next run',
        error: 'Error',
      }),
    ]);
    await runAt(HOUR + 5 * MINUTE);
    expect(shown()).toEqual([['afterMeeting'], ['afterMeeting']]);
  });

  test('an answer that was lost: it is said again, in the place of the first', async () => {
    const series = await startTogether(world);
    await meet(series, 1, null);
    world.feed.answers.push('lost');
    await runAt(HOUR);
    await runAt(HOUR + 5 * MINUTE);
    expect(world.feed.sent).toHaveLength(3);
    expect(shown()).toEqual([['afterMeeting'], ['afterMeeting']]);
  });
});

describe('hours and runs', () => {
  test('two runs at once say everything once', async () => {
    const series = await startTogether(world);
    await meet(series, 1, null);
    world.clock.moveTo(new Date(BEGIN + HOUR));
    await Promise.all([run(), run(), run()]);
    await run();
    expect(world.feed.sent).toHaveLength(2);
  });

  test('what is laid into an hour while a run closes it is found all the same', async () => {
    await run();
    const { documents } = world.composed.services;
    const write = documents.write.bind(documents);
    // The effect has looked at its clock, and then takes longer than the hour lasts.
    Object.assign(documents, {
      write: async (...[partition, changes]: Parameters<typeof write>) => {
        const lays = partition.container === 'reminders' && partition.key.startsWith(hourOf(at(0)));
        if (!lays) return write(partition, changes);
        Object.assign(documents, { write });
        for (const hours of [1, 2, 3]) await runAt(hours * HOUR);
        return write(partition, changes);
      },
    });
    const invited = await start(world, {
      report: { oid: world.issuer.person('lena').oid, name: 'Lena' },
    });
    await runAt(3 * HOUR);
    expect(world.feed.sent).toMatchObject([{ kind: 'invitation', series: invited.seriesId }]);
  });
});
