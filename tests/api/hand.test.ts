import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '@rapport/api/storage/database';
import { join } from 'node:path';
import { addTopic, startTogether, view, type Started } from './support/story';
import { openWorld, type World } from './support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const raise = (person: string, { params }: Started, hand: string, number = 1) =>
  world.ok(person, 'prepareMeeting', { params, body: { number, hand } });
const meets = (route: string, { params }: Started, body: object) =>
  world.ok('maya', route, { params, body: { number: 1, ...body } });
const handsFor = async (person: string, series: Started): Promise<unknown> =>
  (await view(world, person, series)).json.hands;

interface Row {
  readonly container: string;
  readonly kind: string;
  readonly size: number;
  readonly due: string | null;
}

/** What whoever looks at the database sees. */
async function rows(): Promise<Row[]> {
  const database = await openDatabase(join(world.data, 'rapport.db'), 'select 1');
  try {
    return database
      .prepare<Row>('select container, kind, length(body) as size, due from documents')
      .all();
  } finally {
    database.close();
  }
}

describe('B6: raising a hand', () => {
  test('is seen by the other one before and in the meeting, follows a moved one, and is gone after it', async () => {
    const series = await startTogether(world);
    await raise('ravi', series, 'soon');
    const raised = { manager: 'none', report: 'soon' };
    expect(await handsFor('maya', series)).toEqual(raised);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 40 * 24 * 60 * 60 * 1000));
    await meets('startMeeting', series, { endsAt: null });
    expect(await handsFor('maya', series)).toEqual(raised);
    await meets('finishMeeting', series, { nextAt: null });
    for (const person of ['maya', 'ravi']) {
      expect(await handsFor(person, series)).toEqual({ manager: 'none', report: 'none' });
      const { text } = await world.ok(person, 'listMeetings', { params: series.params });
      expect(text).not.toMatch(/hand|soon|wait/);
    }
  });

  test('is lowered without a trace, by whoever raised it alone', async () => {
    const series = await startTogether(world);
    const before = (await view(world, 'maya', series)).json;
    await raise('ravi', series, 'wait');
    await raise('maya', series, 'none');
    expect(await handsFor('maya', series)).toEqual({ manager: 'none', report: 'wait' });
    await raise('ravi', series, 'none');
    const after = (await view(world, 'maya', series)).json;
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
  });

  test('is for the coming meeting: once it runs, and for one that is over, nothing is raised', async () => {
    const series = await startTogether(world);
    await meets('startMeeting', series, { endsAt: null });
    await raise('ravi', series, 'wait');
    expect(await handsFor('maya', series)).toEqual({ manager: 'none', report: 'none' });
    await meets('finishMeeting', series, { nextAt: null });
    await raise('ravi', series, 'wait', 1);
    expect(await handsFor('maya', series)).toEqual({ manager: 'none', report: 'none' });
    await raise('ravi', series, 'wait', 2);
    expect(await handsFor('maya', series)).toEqual({ manager: 'none', report: 'wait' });
  });

  test('leaves with whoever leaves', async () => {
    const series = await startTogether(world);
    await raise('ravi', series, 'wait');
    await world.ok('ravi', 'leaveSeries', { params: series.params });
    expect(await handsFor('maya', series)).toEqual({ manager: 'none', report: 'none' });
  });

  test('notifications and everything that is stored look the same with and without one', async () => {
    const seen = async (hand: string | null) => {
      world.nudges.length = 0;
      const series = await startTogether(world);
      await addTopic(world, 'ravi', series, 'The on-call plan');
      if (hand) await raise('ravi', series, hand);
      const head = (await rows()).filter(({ kind }) => kind === 'series');
      await meets('startMeeting', series, { endsAt: null });
      await meets('finishMeeting', series, { nextAt: null });
      const stored = await rows();
      const looks = (row: Row): string => `${row.container} ${row.kind} ${row.size}`;
      const nudges = world.nudges.map(({ person, nudge }) => [
        person,
        nudge.series !== null,
        Object.keys(nudge).toSorted(),
      ]);
      const kinds = new Set(stored.map(looks));
      await world.close();
      world = await openWorld();
      return {
        head: head.map(looks),
        stored: [...kinds].toSorted(),
        due: stored.filter(({ due }) => due !== null).length,
        nudges: [...new Set(nudges.map((one) => JSON.stringify(one)))].toSorted(),
      };
    };
    const without = await seen(null);
    expect(without.stored.length).toBeGreaterThan(4);
    expect(without.nudges.length).toBeGreaterThan(1);
    for (const hand of ['wait', 'soon']) expect(await seen(hand)).toEqual(without);
  });
});
