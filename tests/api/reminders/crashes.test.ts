import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SWEEP_AFTER_MS } from '@rapport/api/effects/effect';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { REMINDER_KIND } from '@rapport/api/reminders/bucket';
import { runReminders } from '@rapport/api/reminders/runReminders';
import { openCloudWithFaults } from '../cosmos/cloud';
import { mortal } from '../crashes/crash';
import { everythingIn } from '../support/everything';
import { createFeed, type Feed } from '../support/feed';
import { openSignInServer, type SignInServer } from '../support/signInServer';
import { BEGIN, stillClock } from '../support/stillClock';
import { start, startTogether } from '../support/story';
import { openWorld, type World } from '../support/world';

/**
 * The process ends between any two steps of a reminder: laying it down, moving it, taking it on, saying it, writing
 * down that it was said, clearing it away, going on to the next hour. Another process then finds what is left.
 */
let signIn: SignInServer;
beforeAll(async () => {
  signIn = await openSignInServer();
});
afterAll(() => signIn.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Scene {
  readonly what: string;
  /** What has happened when the timer comes by. */
  readonly before: (world: World) => Promise<unknown>;
  /** When it comes by, and when everything has to have been said. */
  readonly at: number;
  readonly until: number;
  /** How many are told, once each. */
  readonly told: number;
}

async function meet(world: World): Promise<void> {
  const { params } = await startTogether(world);
  await world.ok('maya', 'startMeeting', { params, body: { number: 1, endsAt: null } });
  await world.ok('maya', 'finishMeeting', { params, body: { number: 1, nextAt: null } });
}

const SCENES: readonly Scene[] = [
  {
    what: 'an invitation',
    before: (world) => start(world),
    at: 0,
    until: 20 * MINUTE,
    told: 1,
  },
  { what: 'after a meeting', before: meet, at: HOUR, until: 2 * HOUR, told: 2 },
  {
    what: 'one that quiet hours move',
    async before(world) {
      const remindMe = {
        off: [],
        zone: 'UTC',
        quiet: { from: '09:30', to: '10:30' },
        daysOff: [],
      };
      await world.ok('maya', 'saveReminders', { body: { remindMe } });
      await meet(world);
    },
    at: HOUR,
    until: 2 * HOUR,
    told: 2,
  },
];

const moveTo = (world: World, ms: number): void => world.clock.moveTo(new Date(BEGIN + ms));
const run = (world: World): Promise<void> => runReminders(world.composed.services);

/** Everything that comes later in a healthy process, the timer every five minutes. */
async function goOn(world: World, { at, until }: Scene): Promise<void> {
  for (let now = at + 5 * MINUTE; now <= until; now += 5 * MINUTE) {
    moveTo(world, now);
    await run(world);
  }
}

const lying = async (world: World): Promise<number> =>
  (await everythingIn(world)).filter(
    ({ kind, value }) =>
      kind === REMINDER_KIND && (value as { at: string }).at <= world.clock.now().toISOString(),
  ).length;

async function onCopy<T>(of: World, notify: Feed, work: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld({ copyOf: of, clock: stillClock(), notify });
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

describe.each(SCENES)('D8: the process ends while it tells of $what', (scene) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ signIn, clock: stillClock() });
    await scene.before(world);
  });
  afterAll(() => world.close());

  /** The timer comes by in a process that is there for so many writes; another one goes on. */
  async function crash(may: number, feed: Feed) {
    return onCopy(world, feed, async (crashed) => {
      moveTo(crashed, scene.at);
      const life = mortal(crashed, may);
      await run(crashed).catch(() => undefined);
      await life.end();
      const { writes } = life;
      await onCopy(crashed, feed, async (next) => {
        await goOn(next, scene);
        expect([may, await lying(next)]).toEqual([may, 0]);
      });
      return writes;
    });
  }

  test('before any of its writes: everybody is told, and it stands there once', async () => {
    const whole = await crash(Infinity, createFeed());
    expect(whole).toBeGreaterThan(16);
    // The first sixteen are the marks of the shards, one like the other.
    const sample = Array.from({ length: whole }, (_, n) => n).filter((n) => n < 2 || n > 13);
    for (const may of sample) {
      const feed = createFeed();
      await crash(may, feed);
      expect([may, feed.shown.length]).toEqual([may, scene.told]);
    }
  });

  test.each(['lost', 'broken'] as const)(
    'while it is being said, the answer %s: likewise',
    async (answer) => {
      const feed = createFeed();
      feed.answers.push(answer);
      await crash(Infinity, feed);
      expect(feed.shown).toHaveLength(scene.told);
      expect(feed.sent.length).toBe(scene.told + (answer === 'lost' ? 1 : 0));
    },
  );

  test('with nothing wrong everything is sent once', async () => {
    const feed = createFeed();
    await crash(Infinity, feed);
    expect(feed.sent).toHaveLength(scene.told);
  });
});

describe('D8: the process ends while a reminder is laid down', () => {
  test('at finishing a meeting, before any write: told once if it was finished, else not', async () => {
    const world = await openWorld({ signIn, clock: stillClock() });
    const { params } = await startTogether(world);
    await world.ok('maya', 'startMeeting', { params, body: { number: 1, endsAt: null } });
    const finish = { params, body: { number: 1, nextAt: null } };
    let writes = Infinity;
    for (let may = 0; may <= writes; may += 1) {
      const feed = createFeed();
      await onCopy(world, feed, async (crashed) => {
        const life = mortal(crashed, may);
        await crashed.send('maya', 'finishMeeting', finish);
        await life.end();
        if (life.writes < may) writes = life.writes;
        await onCopy(crashed, feed, async (next) => {
          moveTo(next, SWEEP_AFTER_MS + 1000);
          await sweepEffects(next.composed.services);
          await goOn(next, { ...(SCENES[1] as Scene), at: SWEEP_AFTER_MS });
        });
      });
      expect([may, feed.sent.length]).toEqual([may, may === 0 ? 0 : 2]);
    }
    await world.close();
  });
});

describe('D8: on a store that is often in trouble', () => {
  test.each(process.env['RAPPORT_LONG'] ? [1, 2, 3, 4, 5, 6, 7, 8] : [1])(
    'everybody is told once in the end, seed %i',
    async (seed) => {
      const { clock, kept, faulty } = openCloudWithFaults(seed);
      const feed = createFeed();
      const world = await openWorld({ signIn, clock, kept, notify: feed });
      faulty.share = 0;
      await meet(world);
      moveTo(world, HOUR);
      faulty.share = 0.3;
      for (const minutes of [0, 5, 10]) {
        moveTo(world, HOUR + minutes * MINUTE);
        await Promise.allSettled([run(world), run(world)]);
      }
      faulty.share = 0;
      await goOn(world, { ...(SCENES[1] as Scene), at: HOUR + 10 * MINUTE });
      expect(feed.shown).toHaveLength(2);
      expect(await lying(world)).toBe(0);
      await world.close();
    },
  );
});
