import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findPerson } from '@rapport/api/local/people';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openApi, type Api } from './support/api';
import { carryOut, planLane, run, type Lane, type Move, type Step } from './support/lanes';
import { startServer, type Server } from './support/server';

/** Rounds of writing and killing. */
const ROUNDS = process.env['RAPPORT_LONG'] ? 300 : 5;
const PATIENCE_MS = 200_000 + ROUNDS * 20_000;
const PEOPLE = ['maya', 'ravi'] as const;

let server: Server;
let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'rapport-killed-'));
  server = await startServer({ data });
});
afterAll(async () => {
  await server.stop();
  await rm(data, { recursive: true, force: true });
});

const moves = fc.array(fc.constantFrom<Move>('edit', 'edit', 'toggle'), {
  minLength: 4,
  maxLength: 4,
});
const plans = fc.record({
  shared: fc.tuple(moves, moves),
  own: fc.tuple(moves, moves),
  sharedBefore: fc.tuple(fc.nat(3), fc.nat(3)),
  /** The kill comes at this acknowledgement, so many turns of this process's event loop later. */
  at: fc.integer({ min: 1, max: 18 }),
  turns: fc.nat(60),
});
type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;

interface Round {
  /** The series of the two, and its version before the lanes began. */
  readonly series: string;
  readonly version: number;
  /** The version of a series that has only just been started. */
  readonly started: number;
  readonly lanes: readonly Lane[];
}

const startOf = (id: string, oid: string) => ({
  key: randomUUID(),
  body: {
    id,
    report: { oid, name: 'Somebody' },
    rhythm: 'weekly',
    minutes: 30,
    introduction: '',
    agree: true,
  },
});

async function setUp(api: Api, plan: Plan): Promise<Round> {
  const series = randomUUID();
  const ravi = findPerson('ravi')?.oid ?? '';
  const start = await api.ok('maya', 'startSeries', startOf(series, ravi));
  const joined = await api.ok('ravi', 'acceptInvitation', {
    key: randomUUID(),
    params: { seriesId: series },
    body: { terms: 1, agree: true },
  });
  const lanes = PEOPLE.flatMap((person, n) => {
    const common = { person, series };
    const sharedBefore = plan.sharedBefore[n] ?? 0;
    return [
      planLane({ ...common, moves: plan.shared[n] ?? [] }),
      planLane({ ...common, moves: plan.own[n] ?? [], sharedBefore }),
    ];
  });
  return {
    series,
    version: joined.json.version,
    started: start.json.version,
    lanes: [...lanes, anotherSeries()],
  };
}

/** Crosses partitions: a new head, seats and chats of two people, keys for them all. */
function anotherSeries(): Lane {
  const lane = planLane({ person: 'maya', series: randomUUID(), moves: ['edit', 'edit'] });
  const asked = startOf(lane.series, randomUUID());
  const start: Step = {
    person: 'maya',
    route: 'startSeries',
    asked,
    shows: null,
    head: 0,
    page: 0,
  };
  return { ...lane, steps: [start, ...lane.steps] };
}

/** Lets all lanes write at once, and kills the server in the middle of it. */
async function writeAndKill(api: Api, { lanes }: Round, { at, turns }: Plan): Promise<void> {
  let acknowledgements = 0;
  const kills: Promise<void>[] = [];
  const kill = async (): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await setImmediate();
    await server.kill('SIGKILL');
  };
  await Promise.all(
    lanes.map((lane) =>
      run(api, lane, () => {
        acknowledgements += 1;
        if (acknowledgements === at) kills.push(kill());
      }),
    ),
  );
  expect(kills).toHaveLength(1);
  await Promise.all(kills);
}

type Shown = readonly { readonly text: string }[];

/** What there is of a lane's topic; null where there is no series. */
type Found = readonly Step['shows'][] | null;

/** What the lane's owner finds: its topic's words, wherever they stand and under whatever id. */
async function found(api: Api, { person, series, topic }: Lane): Promise<Found> {
  const { status, json } = await api.send(person, 'getSeries', { params: { seriesId: series } });
  if (status === 404) return null;
  return (['topics', 'onlyMe'] as const).flatMap((list) =>
    ((list === 'topics' ? json.topics : json.onlyMe.topics) as Shown)
      .filter(({ text }) => text.startsWith(topic))
      .map(({ text }) => ({ list, text })),
  );
}

function after({ steps }: Lane, count: number): Found {
  if (count === 0 && steps[0]?.route === 'startSeries') return null;
  const shows = steps[count - 1]?.shows ?? null;
  return shows ? [shows] : [];
}

/** What was acknowledged is there; of what was not, it is there whole or not at all. */
async function expectNothingLost(api: Api, lane: Lane): Promise<void> {
  const possible = [after(lane, lane.acknowledged.length), after(lane, lane.sent)];
  expect(possible).toContainEqual(await found(api, lane));
}

/** Every command that was sent, again and from two windows at once; the answers are the first ones. */
async function repeat(api: Api, lane: Lane): Promise<void> {
  const again = async (): Promise<void> => {
    for (const [index, step] of lane.steps.slice(0, lane.sent).entries()) {
      const answer = await carryOut(api, step);
      expect(answer).toEqual(lane.acknowledged[index] ?? answer);
    }
  };
  await Promise.all([again(), again()]);
}

/** Versions count every change, so that one carried out twice shows even where the words do not. */
async function expectOnce(api: Api, { series, version, started, lanes }: Round): Promise<void> {
  const sum = (count: 'head' | 'page', of: readonly Lane[]): number =>
    of
      .flatMap(({ steps, sent }) => steps.slice(0, sent))
      .reduce((all, step) => all + step[count], 0);
  for (const lane of lanes) {
    expect(await found(api, lane)).toEqual(after(lane, lane.sent));
    const { json } = await api.ok(lane.person, 'getSeries', { params: { seriesId: lane.series } });
    const beside = lanes.filter((other) => other.series === lane.series);
    const own = beside.filter((other) => other.person === lane.person);
    expect({ version: json.version, pageVersion: json.pageVersion }).toEqual({
      version: (lane.series === series ? version : started) + sum('head', beside),
      pageVersion: sum('page', own),
    });
    const seats = (await api.ok(lane.person, 'getHome')).json.seats as { series: string }[];
    expect(seats.filter((seat) => seat.series === lane.series)).toHaveLength(1);
  }
  const params = { seriesId: series };
  const [maya, ravi] = await Promise.all(PEOPLE.map((who) => api.ok(who, 'getSeries', { params })));
  expect(maya?.json.topics).toEqual(ravi?.json.topics);
}

/** A home shows two hundred; these are over. */
async function leaveAll(api: Api, lanes: readonly Lane[]): Promise<void> {
  for (const person of PEOPLE) {
    const theirs = lanes.filter((lane) => lane.person === person);
    for (const seriesId of new Set(theirs.map(({ series }) => series)))
      await api.ok(person, 'leaveSeries', { key: randomUUID(), params: { seriesId } });
  }
}

test(
  `D10: killed ${ROUNDS} times while both write, it has all it acknowledged, and each repeat once`,
  async () => {
    let unanswered = 0;
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const before = openApi(server);
        const round = await setUp(before, plan);
        await writeAndKill(before, round, plan);
        server = await startServer({ data });
        const api = openApi(server);
        const { lanes } = round;
        for (const lane of lanes) await expectNothingLost(api, lane);
        await Promise.all(lanes.map((lane) => repeat(api, lane)));
        await expectOnce(api, round);
        unanswered += lanes.filter(({ sent, acknowledged }) => sent > acknowledged.length).length;
        await leaveAll(api, lanes);
      }),
      // The same moment does not come again: a smaller plan would be another story.
      { numRuns: ROUNDS, endOnFailure: true },
    );
    // Otherwise nobody was writing when it was killed.
    expect(unanswered).toBeGreaterThan(ROUNDS);
  },
  PATIENCE_MS,
);
