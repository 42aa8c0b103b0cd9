import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MeetingRecord } from '@rapport/domain/meeting';
import { liveLines, type Line } from '@rapport/domain/line';
import type { PrivatePage, Series, SeriesView } from '@rapport/domain/series';
import { SWEEP_AFTER_MS } from '@rapport/api/effects/effect';
import { sweepEffects } from '@rapport/api/effects/runEffects';
import { StorageUnavailable } from '@rapport/api/ports/storage';
import fc from 'fast-check';
import { openCloudWithFaults } from './cosmos/cloud';
import { ALL_FAULTS, type Fault, type Faulty } from './cosmos/faults';
import { mortal } from './crashes/crash';
import { answerOf, askOn } from './sequences/client';
import { commandFor, createIds, step, type Asked, type Step } from './sequences/steps';
import { everythingIn, type Standing } from './support/everything';
import { openSignInServer, type SignInServer } from './support/signInServer';
import { startTogether, type Started } from './support/story';
import { openWorld, type World } from './support/world';

/**
 * Both at once, each request perhaps twice at the same time, on a store that is often in trouble and sometimes
 * away for longer than anybody waits: the order is nobody's to say, but everything entered is there, once.
 */
let signIn: SignInServer;
beforeAll(async () => {
  signIn = await openSignInServer();
});
afterAll(() => signIn.close());

/** Whatever adds, and whatever moves what was added from one place to another. */
const KINDS = [
  ...['addTopic', 'addPrivateTopic', 'addNote', 'addPrivateNote', 'addAction'],
  ...['addPrivateFeedback', 'addTopic', 'shareTopic', 'shareTopic', 'discussTopic'],
  ...['startMeeting', 'finishMeeting', 'giveFeedback', 'giveFeedback', 'sayFeedback'],
] as const;

interface Round {
  readonly steps: readonly Step[];
  /** Each request is sent twice, at the same time. */
  readonly twice: boolean;
  /** The store is away for as long as anybody waits. */
  readonly away: boolean;
  /** The timer comes by in between. */
  readonly sweeps: boolean;
}

const adding = fc
  .tuple(step, fc.constantFrom(...KINDS))
  .map(([one, kind]): Step => ({ ...one, kind: kind as Step['kind'] }));
const round: fc.Arbitrary<Round> = fc.record({
  steps: fc.array(adding, { minLength: 1, maxLength: 3, size: 'max' }),
  twice: fc.boolean(),
  away: fc.nat({ max: 7 }).map((n) => n === 0),
  sweeps: fc.nat({ max: 3 }).map((n) => n === 0),
});
const rounds = fc.array(round, { minLength: 6, maxLength: 14, size: 'max' });

/** So long a process waits for the store, in ms: less than a store is away, and as long as it is one. */
const HASTY = 60;
const USUAL = 5000;

/**
 * What happens before, during and after, each in a process of its own: only the one in between has little
 * patience.
 */
async function inThreeParts<A, B, C>(
  seed: number,
  faults: readonly Fault[],
  parts: {
    before(world: World): Promise<A>;
    during(world: World, faulty: Faulty, known: A): Promise<B>;
    after(world: World, known: B): Promise<C>;
  },
): Promise<C> {
  const patience = { totalMs: USUAL };
  const { faulty, clock, kept } = openCloudWithFaults(seed, faults, patience);
  const worlds = [await openWorld({ signIn, clock, kept })];
  const next = async (totalMs: number): Promise<World> => {
    patience.totalMs = totalMs;
    const [copyOf] = worlds;
    for (;;) {
      try {
        const world = await openWorld({ clock, kept, ...(copyOf && { copyOf }) });
        worlds.push(world);
        return world;
      } catch (error) {
        // On a busy machine a hasty process may give up before it has begun: it is started again.
        if (!(error instanceof StorageUnavailable)) throw error;
      }
    }
  };
  try {
    const [first] = worlds;
    if (!first) throw new Error('no world');
    const known = await parts.before(first);
    const result = await parts.during(await next(HASTY), faulty, known);
    faulty.share = 0;
    return await parts.after(await next(USUAL), result);
  } finally {
    for (const world of worlds.toReversed()) await world.close();
  }
}

const play = (all: readonly Round[], seed: number) =>
  inThreeParts(seed, ALL_FAULTS, {
    before: async (world) => (await startTogether(world)).params,
    during: (world, faulty, params) => storm(world, faulty, params, all),
    async after(world, { added, bugs }) {
      await settle(world);
      return { stored: await everythingIn(world), added, bugs };
    },
  });

async function storm(
  world: World,
  faulty: Faulty,
  params: Started['params'],
  all: readonly Round[],
) {
  faulty.share = 0.3;
  const id = createIds();
  const added: string[] = [];
  const life = mortal(world);
  for (const { steps, twice, away, sweeps } of all) {
    const asked: Asked[] = [];
    for (const one of steps) {
      const view = (await askOn(world, one.who, 'getSeries', { params })).reply.json as SeriesView;
      const command = commandFor(one, { view, given: [], now: world.clock.now() }, id);
      if (command) asked.push(command);
    }
    if (away) {
      faulty.share = 1;
      faulty.faults = ['unavailable (503)'];
      await givenUpOn(world, asked);
      faulty.share = 0.3;
      faulty.faults = ALL_FAULTS;
    }
    const sending = twice ? [...asked, ...asked] : asked;
    const answers = await Promise.all(
      sending.map(async ({ who, route, sending: sent }) =>
        answerOf((await askOn(world, who, route, sent)).reply),
      ),
    );
    for (const [index, answer] of answers.entries()) {
      // Both tries of one request are answered alike.
      expect(answer).toEqual(answers[index % asked.length]);
      const body = sending[index]?.sending.body as { text?: string } | undefined;
      const isNew = index < asked.length && answer.status === 201;
      if (isNew && body?.text !== undefined) added.push(body.text);
    }
    world.clock.moveTo(new Date(world.clock.now().getTime() + SWEEP_AFTER_MS));
    // Not in the midst of anything else, or it counts as trouble of the timer's own.
    if (sweeps) await sweepEffects(world.composed.services).catch(() => undefined);
  }
  await life.end();
  return { added, bugs: world.log.filter((line) => line.includes('"event":"bug"')) };
}

/** Nobody gets through: every one of them is told so, and when to come back. */
async function givenUpOn(world: World, asked: readonly Asked[]): Promise<void> {
  for (const { who, route, sending } of asked) {
    const reply = await world.send(who, route, sending);
    expect([route, reply.status, reply.json.code]).toEqual([route, 503, 'busy']);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  }
}

/** The timer does what is left. */
async function settle(world: World): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    world.clock.moveTo(new Date(world.clock.now().getTime() + 60 * 60 * 1000));
    await sweepEffects(world.composed.services);
  }
}

/** Every wording that stands anywhere: topics once for all meetings, whatever each recorded of them. */
function wordsIn(stored: readonly Standing[]): string[] {
  const texts = (lines: readonly Line[]) => lines.map(({ text }) => text);
  return stored.flatMap(({ kind, value }) => {
    if (kind === 'series') {
      const { topics, notes, actions } = value as Series;
      return [topics, notes, actions].flatMap((lines) => texts(liveLines<Line>(lines)));
    }
    if (kind === 'page') {
      const { topics, notes, feedback } = value as PrivatePage;
      return [topics, notes, feedback].flatMap((lines) => texts(liveLines<Line>(lines)));
    }
    if (kind === 'meeting') {
      const { topics, notes } = value as MeetingRecord;
      return texts([...topics.filter(({ discussedAt }) => discussedAt !== null), ...notes]);
    }
    if (kind === 'notes') return texts(value as Line[]);
    return kind === 'feedback' ? [(value as { text: string }).text] : [];
  });
}

const LONG = Boolean(process.env['RAPPORT_LONG']);

test(
  'D10: both at once in a storm: everything entered is there once, and nobody is told nonsense',
  async () => {
    await fc.assert(
      fc.asyncProperty(rounds, fc.integer(), async (all, seed) => {
        const { stored, added, bugs } = await play(all, seed);
        expect(bugs).toEqual([]);
        expect(wordsIn(stored).toSorted()).toEqual(added.toSorted());
        const [head] = stored.filter(({ kind }) => kind === 'series');
        expect(head).toBeDefined();
        const { meeting } = (head as Standing).value as Series;
        expect(stored.filter(({ kind }) => kind === 'meeting')).toHaveLength(meeting.number - 1);
        const left = stored.filter(({ kind }) => kind === 'effect');
        // Feedback that waits for the end of a meeting waits on.
        expect(meeting.state === 'planned' ? left : []).toEqual([]);
      }),
      { numRuns: LONG ? 200 : 3, endOnFailure: true },
    );
  },
  LONG ? 900_000 : 180_000,
);

test('D10: while the store is away, everybody is told when to come back, and nothing is lost', async () => {
  const id = createIds();
  const body = { chatId: '19:meeting_ZXZlcnk@thread.v2' };
  const kept = await inThreeParts(1, ['unavailable (503)'], {
    async before(world) {
      const { params } = await startTogether(world);
      return { params, body: { id: id(), text: 'once' }, key: id() };
    },
    async during(world, faulty, add) {
      const { params } = add;
      faulty.share = 1;
      await givenUpOn(world, [
        { who: 'maya', route: 'getHome', sending: { key: id() } },
        { who: 'maya', route: 'getSeries', sending: { params, key: id() } },
        { who: 'ravi', route: 'listFeedback', sending: { params, key: id() } },
        { who: 'ravi', route: 'findChat', sending: { body, key: id() } },
        { who: 'ravi', route: 'addTopic', sending: add },
        { who: 'ravi', route: 'leaveSeries', sending: { params, key: id() } },
      ]);
      return add;
    },
    async after(world, add) {
      const { status } = await world.send('ravi', 'addTopic', add);
      const { json } = await world.ok('maya', 'getSeries', { params: add.params });
      return { status, topics: json.topics };
    },
  });
  expect(kept).toMatchObject({ status: 201, topics: [{ text: 'once' }] });
});
