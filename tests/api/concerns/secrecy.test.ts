import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '@rapport/api/storage/database';
import { join } from 'node:path';
import { mortal } from '../crashes/crash';
import { everythingIn } from '../support/everything';
import { stillClock } from '../support/stillClock';
import { openWorld, type Sending, type World } from '../support/world';
import {
  at,
  FREEZE,
  handedIn,
  leaveIt,
  openTeam,
  params,
  RESULT,
  stateOf,
  type Team,
} from './team';

/** What the manager sees, the store sees and the timer does, in teams that differ in what their reports chose. */
const RAISERS = ['ravi', 'lena', 'tom'];
const DURING = '2026-12-03T10:00:00.000Z';
const LATE = '2026-12-07T11:59:00.000Z';

let base: World;
let team: Team;
let concernId: string;
beforeAll(async () => {
  base = await openWorld({ clock: stillClock() });
  team = await openTeam(base);
  concernId = await handedIn(base, team, RAISERS);
});
afterAll(() => base.close());

const onCopy = async <T>(work: (world: World) => Promise<T>): Promise<T> => {
  const world = await openWorld({ copyOf: base, clock: stillClock() });
  try {
    return await work(world);
  } finally {
    await world.close();
  }
};

const turnOff = (world: World, person: string) =>
  world.ok(person, 'allowCommonConcern', { ...params(team, person), body: { on: false } });

interface Case {
  readonly result: 'enough' | 'notEnough';
  readonly before?: (world: World) => Promise<unknown>;
  readonly during?: (world: World) => Promise<unknown>;
}
const CASES: Readonly<Record<string, Case>> = {
  'all are in it': { result: 'enough' },
  'nobody accepts': {
    result: 'notEnough',
    before: async (world) => {
      for (const person of Object.keys(team.people)) await turnOff(world, person);
    },
  },
  'one raiser does not accept': {
    result: 'notEnough',
    before: (world) => turnOff(world, 'lena'),
  },
  'one of the others does not accept': {
    result: 'notEnough',
    before: (world) => turnOff(world, 'sam'),
  },
  'one leaves': {
    result: 'notEnough',
    during: (world) => leaveIt(world, team, 'tom', concernId),
  },
  'all leave': {
    result: 'notEnough',
    during: async (world) => {
      for (const person of RAISERS) await leaveIt(world, team, person, concernId);
    },
  },
};

/** Everything that the manager can ask about it: the answers, their etags, what they are refused. */
async function hers(world: World): Promise<unknown[]> {
  const asked: [string, Sending][] = [
    ['getHome', {}],
    ['listConcerns', {}],
    ['takeOutConcern', { params: { concernId } }],
    ['removeConcern', { params: { concernId } }],
    ['handInConcern', { params: { concernId } }],
    ...Object.values(team.people).flatMap(({ series }): [string, Sending][] => [
      ['getSeries', series],
      ['listLedger', series],
      ['listConcernNotices', series],
      ['leaveConcern', { params: { ...series.params, lineId: concernId } }],
    ]),
  ];
  const told: unknown[] = [];
  for (const [route, sending] of asked) {
    const reply = await world.send('maya', route, sending);
    const { reference: _, ...json } = reply.json;
    told.push([route, reply.status, reply.headers, json]);
  }
  return told;
}

/** Her partition as the store has it: ids, kinds, times, sizes, revisions. */
async function stored(world: World): Promise<unknown[]> {
  const database = await openDatabase(join(world.data, 'rapport.db'), 'select 1');
  const { tid, oid } = world.issuer.person('maya');
  try {
    return database
      .prepare(
        `select id, kind, due, expires, revision, length(body) as size from documents
         where partition = ? and kind like 'concern%' order by id`,
      )
      .all(`${tid}.${oid}`);
  } finally {
    database.close();
  }
}

interface Transcript {
  readonly seen: unknown[];
  readonly nudges: number;
  readonly writes: number[];
  readonly result: string | undefined;
  readonly notices: unknown[];
}

const transcriptOf = ({ before, during }: Case): Promise<Transcript> =>
  onCopy(async (world) => {
    const seen: unknown[] = [];
    await before?.(world);
    world.nudges.length = 0;
    const life = mortal(world);
    const writes: number[] = [];
    const timer = async (time: string): Promise<void> => {
      const start = life.writes;
      await at(world, time);
      writes.push(life.writes - start);
    };
    for (const time of [FREEZE, DURING, LATE]) {
      await timer(time);
      if (time === DURING) await during?.(world);
      seen.push(await hers(world), await stored(world));
    }
    const notices = (await everythingIn(world))
      .filter(({ kind }) => kind === 'concernNotice')
      .map(({ partition, kind, due, expires }) => ({ partition, kind, due, expires }));
    const { oid } = world.issuer.person('maya');
    const nudges = world.nudges.filter(({ person }) => person.endsWith(oid)).length;
    await timer(RESULT);
    seen.push(await stored(world));
    return { seen, nudges, writes, notices, result: await stateOf(world, concernId) };
  });

describe('C8: until its result, a concern is the same to its manager', () => {
  test('whatever the reports chose: answers, etags, refusals, nudges, store and timer', async () => {
    const whole = await transcriptOf(CASES['all are in it'] ?? { result: 'enough' });
    expect(whole.writes[0]).toBeGreaterThan(5);
    expect(whole.notices).toHaveLength(5);
    const cases = Object.entries(CASES);
    for (const [name, one] of process.env['RAPPORT_LONG'] ? cases : cases.slice(1, 5)) {
      const transcript = await transcriptOf(one);
      expect({ name, ...transcript }).toEqual({ name, ...whole, result: one.result });
    }
  });

  test('and afterwards what it came to is one word, and nothing remembers who', async () => {
    for (const one of Object.values(CASES).slice(0, 2)) {
      await onCopy(async (world) => {
        await one.before?.(world);
        await at(world, FREEZE);
        await at(world, RESULT);
        const { json } = await world.ok('maya', 'listConcerns');
        expect(json.concerns).toEqual([
          expect.objectContaining({ id: concernId, state: one.result }),
        ]);
        const { batch, ...rest } = json.concerns[0];
        expect(Object.keys(batch).toSorted()).toEqual(['freezeAt', 'resultAt']);
        expect(Object.keys(rest).toSorted()).toEqual([
          'audience',
          'id',
          'marks',
          'state',
          'wording',
        ]);
        world.clock.moveTo(new Date('2026-12-10T00:00:00.000Z'));
        await world.composed.purge();
        const kinds = new Set((await everythingIn(world)).map(({ kind }) => kind));
        expect(
          ['concernRoll', 'concernNotice', 'effect'].filter((kind) => kinds.has(kind)),
        ).toEqual([]);
      });
    }
  });
});

describe('the timer ends half-way', () => {
  test('at any of its writes: it goes on where it was, and who left stays out', async () => {
    const every = [0, 1, 2, 3, 4, 5, 6, 7];
    const long = process.env['RAPPORT_LONG'];
    for (const [time, writes] of [
      [FREEZE, long ? every : [1, 4]],
      [RESULT, long ? every : [3, 5, 6]],
    ] as const) {
      for (const may of writes) {
        const outcome = await onCopy(async (world) => {
          if (time === RESULT) {
            await at(world, FREEZE);
            await leaveIt(world, team, 'tom', concernId);
          }
          const { write } = world.composed.services.documents;
          mortal(world, may);
          await at(world, time).catch(() => undefined);
          Object.assign(world.composed.services.documents, { write });
          await at(world, time);
          const shown = await world.ok('lena', 'listConcernNotices', params(team, 'lena'));
          if (time === FREEZE) await leaveIt(world, team, 'tom', concernId);
          if (time === FREEZE) await at(world, RESULT);
          return [shown.json.concerns.length, await stateOf(world, concernId)];
        });
        expect([time, may, outcome]).toEqual([time, may, [time === FREEZE ? 1 : 0, 'notEnough']]);
      }
    }
  });

  test('and comes late: everybody still has their three working days', async () => {
    await onCopy(async (world) => {
      await at(world, '2026-12-03T08:00:00.000Z');
      const { json } = await world.ok('ravi', 'listConcernNotices', params(team, 'ravi'));
      expect(json.concerns).toMatchObject([{ until: '2026-12-09T12:00:00.000Z' }]);
      await at(world, RESULT);
      expect(await stateOf(world, concernId)).toBe('waiting');
      await at(world, '2026-12-09T12:00:00.000Z');
      expect(await stateOf(world, concernId)).toBe('enough');
    });
  });

  test('between the list and the notices, for days: who is late shown it has their time too', async () => {
    await onCopy(async (world) => {
      const { write } = world.composed.services.documents;
      mortal(world, 1);
      await at(world, FREEZE);
      Object.assign(world.composed.services.documents, { write });
      await at(world, '2026-12-04T09:00:00.000Z');
      await at(world, RESULT);
      expect(await stateOf(world, concernId)).toBe('waiting');
      await at(world, '2026-12-10T12:00:00.000Z');
      expect(await stateOf(world, concernId)).toBe('enough');
    });
  });
});

describe('leaving while it is being counted', () => {
  /** Tom leaves right before this write of the timer. @returns what he was answered, and the result */
  const leavingBefore = (write: number): Promise<[number, string | undefined]> =>
    onCopy(async (world) => {
      await at(world, FREEZE);
      const { documents } = world.composed.services;
      const { write: through } = documents;
      let [writes, status] = [0, 0];
      const watched: typeof through = async (...args) => {
        writes += 1;
        if (writes === write) {
          Object.assign(documents, { write: through });
          ({ status } = await leaveIt(world, team, 'tom', concernId));
        }
        return through(...args);
      };
      Object.assign(documents, { write: watched });
      await at(world, RESULT);
      return [status, await stateOf(world, concernId)];
    });

  test('whoever was told that they are not part of it is not counted, and else is told no', async () => {
    const outcomes: [number, string | undefined][] = [];
    for (const write of [1, 2, 3, 4, 5, 6]) outcomes.push(await leavingBefore(write));
    const left = [200, 'notEnough'];
    const tooLate = [404, 'enough'];
    const turn = outcomes.findIndex(([status]) => status === 404);
    expect(outcomes).toEqual([
      ...Array.from({ length: turn }, () => left),
      ...Array.from({ length: 6 - turn }, () => tooLate),
    ]);
    expect([turn > 0, turn < 6]).toEqual([true, true]);
  });

  test('whoever leaves the series takes along what they were shown', async () => {
    await onCopy(async (world) => {
      await at(world, FREEZE);
      await world.ok('tom', 'leaveSeries', params(team, 'tom'));
      const notices = (await everythingIn(world)).filter(({ kind }) => kind === 'concernNotice');
      const { oid } = world.issuer.person('tom');
      expect(notices).toHaveLength(4);
      expect(notices.filter(({ partition }) => partition.endsWith(oid))).toEqual([]);
      await at(world, RESULT);
      expect(await stateOf(world, concernId)).toBe('notEnough');
    });
  });
});
