import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCloud } from './cosmos/cloud';
import { ALL_FAULTS, withFaults, type Fault, type Faulty } from './cosmos/faults';
import { stillClock } from './crashes/crash';
import { endOf, playAgain, playFromScreens, type Said, type Sequence } from './sequences/play';
import { step, type Who } from './sequences/steps';
import { openSignInServer, type SignInServer } from './support/signInServer';
import { openWorld, type World } from './support/world';

const LONG = Boolean(process.env['RAPPORT_LONG']);

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
  const clock = stillClock();
  let faulty: Faulty | undefined;
  const cloud = createCloud(clock, (carrier) => {
    faulty = withFaults(carrier, faults.seed, faults.of);
    return faulty.httpClient;
  });
  return inWorld({ clock, kept: cloud }, async (world) => {
    if (!faulty) throw new Error('nothing lies between');
    faulty.share = faults.share;
    const answers = await playAgain(world, said);
    const end = await endOf(world, said);
    const bugs = world.log.filter((line) => line.includes('"event":"bug"'));
    return { answers, end, bugs, met: faulty.met };
  });
}

const expectedAnswers = (said: readonly Said[]) =>
  said.map(({ answer, again }) => (again ? [answer, answer] : [answer]));

describe('D10: the same commands come to the same, wherever they are kept', () => {
  test('on Cosmos DB as on SQLite: every answer, every document, all that the two are told', async () => {
    await fc.assert(
      fc.asyncProperty(sequences(40), async (sequence) => {
        const { said, end } = await played(sequence);
        const there = await playedInCloud(said, { seed: 0, share: 0 });
        expect(there.bugs).toEqual([]);
        expect(there.answers).toEqual(expectedAnswers(said));
        expect(there.end).toEqual(end);
      }),
      { numRuns: LONG ? 300 : 3, endOnFailure: true },
    );
  });

  test('with 30 % of all requests going wrong in some way', async () => {
    await fc.assert(
      fc.asyncProperty(sequences(40), seed, async (sequence, chosen) => {
        const { said, end } = await played(sequence);
        const there = await playedInCloud(said, { seed: chosen, share: 0.3 });
        expect(there.bugs).toEqual([]);
        expect(there.answers).toEqual(expectedAnswers(said));
        expect(there.end).toEqual(end);
      }),
      { numRuns: LONG ? 300 : 3, endOnFailure: true },
    );
  });

  test.each(ALL_FAULTS)('with every third request met by: %s', async (fault) => {
    await fc.assert(
      fc.asyncProperty(sequences(12), seed, async (sequence, chosen) => {
        const { said, end } = await played(sequence);
        const there = await playedInCloud(said, { seed: chosen, share: 0.33, of: [fault] });
        expect(there.met.get(fault)).toBeGreaterThan(0);
        expect(there.bugs).toEqual([]);
        expect(there.answers).toEqual(expectedAnswers(said));
        expect(there.end).toEqual(end);
      }),
      { numRuns: LONG ? 60 : 1, endOnFailure: true },
    );
  });
});
