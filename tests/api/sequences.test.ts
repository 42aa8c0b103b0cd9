import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCloudWithFaults } from './cosmos/cloud';
import { ALL_FAULTS, type Fault } from './cosmos/faults';
import { endOf, playAgain, playFromScreens, type Said, type Sequence } from './sequences/play';
import { step, type Who } from './sequences/steps';
import { stillClock } from './support/stillClock';
import { openSignInServer, type SignInServer } from './support/signInServer';
import { openWorld, type World } from './support/world';

const LONG = Boolean(process.env['RAPPORT_LONG']);
const PATIENCE_MS = LONG ? 1_200_000 : 180_000;

let signIn: SignInServer;
beforeAll(async () => {
  signIn = await openSignInServer();
});
afterAll(() => signIn.close());

const sequences = (maxLength: number): fc.Arbitrary<Sequence> =>
  fc.record({
    byName: fc.boolean(),
    steps: fc.array(step, { minLength: maxLength / 2, maxLength, size: 'max' }),
    leaves: fc.constantFrom<Who | null>(null, null, 'maya', 'ravi'),
  });
const seed = fc.integer();

async function inWorld<T>(
  options: Parameters<typeof openWorld>[0],
  work: (world: World) => Promise<T>,
): Promise<T> {
  const world = await openWorld({ signIn, clock: stillClock(), ...options });
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

/** What was said and what stands in the end, on SQLite, where nothing goes wrong. */
const played = (sequence: Sequence) =>
  inWorld({}, async (world) => {
    const said = await playFromScreens(world, sequence);
    return { said, end: await endOf(world, said) };
  });

/** The same on the stand-in of Cosmos DB, where this may go wrong. */
async function playedInCloud(
  said: readonly Said[],
  faults: { readonly seed: number; readonly share: number; readonly of?: readonly Fault[] },
) {
  const { faulty, ...options } = openCloudWithFaults(faults.seed, faults.of);
  return inWorld(options, async (world) => {
    faulty.share = faults.share;
    const came = await playAgain(world, said, faulty);
    const end = await endOf(world, said);
    const bugs = world.log.filter((line) => line.includes('"event":"bug"'));
    const answers = came.map((one) => one.answers);
    return { answers, requests: came.map((one) => one.requests), end, bugs, met: faulty.met };
  });
}

const expectedAnswers = (said: readonly Said[]) =>
  said.map(({ answer, again }) => (again ? [answer, answer] : [answer]));

/** Most requests that a command may take with faults, for what it takes without. */
const bound = (calm: number): number => 4 * calm + 20;

describe('D10: the same commands come to the same, wherever they are kept', () => {
  test(
    'on Cosmos DB as on SQLite, also with 30 % of all requests going wrong in some way',
    async () => {
      await fc.assert(
        fc.asyncProperty(sequences(30), seed, async (sequence, chosen) => {
          const { said, end } = await played(sequence);
          const calm = await playedInCloud(said, { seed: chosen, share: 0 });
          expect(calm.answers).toEqual(expectedAnswers(said));
          expect(calm.end).toEqual(end);
          const storm = await playedInCloud(said, { seed: chosen, share: 0.3 });
          expect(storm.bugs).toEqual([]);
          expect(storm.answers).toEqual(expectedAnswers(said));
          expect(storm.end).toEqual(end);
          const tooMany = storm.requests.filter((n, at) => n > bound(calm.requests[at] ?? 0));
          expect(tooMany).toEqual([]);
        }),
        { numRuns: LONG ? 120 : 2, endOnFailure: true },
      );
    },
    PATIENCE_MS,
  );

  test.each(ALL_FAULTS)(
    'with every third request met by: %s',
    async (fault) => {
      await fc.assert(
        fc.asyncProperty(sequences(12), seed, async (sequence, chosen) => {
          const { said, end } = await played(sequence);
          const there = await playedInCloud(said, { seed: chosen, share: 0.33, of: [fault] });
          expect(there.met.get(fault)).toBeGreaterThan(0);
          expect(there.bugs).toEqual([]);
          expect(there.answers).toEqual(expectedAnswers(said));
          expect(there.end).toEqual(end);
        }),
        { numRuns: LONG ? 20 : 1, endOnFailure: true },
      );
    },
    PATIENCE_MS,
  );
});
