import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { startTogether, type Started } from '../../api/support/story';
import { openWorld, type World } from '../../api/support/world';
import { said } from './support/expected';
import { Run } from './support/run';
import { steps, type Step } from './support/steps';
import { comeToRest } from './support/story';
import { holdTimers } from './support/time';

/** One person leads so many series at most; every run takes a new one. */
const RUNS_PER_WORLD = 20;
const RUNS = process.env['RAPPORT_LONG'] ? 1000 : 30;

let world: World;
let runs = 0;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(holdTimers);
afterEach(() => {
  jest.useRealTimers();
});

async function startNewSeries(): Promise<Started> {
  if ((runs += 1) % RUNS_PER_WORLD === 0) {
    await world.close();
    world = await openWorld();
  }
  return startTogether(world);
}

async function checkStory(run: Run, story: readonly Step[]): Promise<void> {
  for (const step of story) {
    await run.take(step);
    expect(run.missing()).toEqual([]);
  }

  run.devices.forEach((_, index) => run.open(index));
  await comeToRest(run.network, run.devices);
  expect(run.missing()).toEqual([]);
  const expected = run.expected();
  for (const [index, { windows }] of run.devices.entries()) {
    const decisions = run.decisions(index);
    expect(decisions.map(({ commandId }) => commandId)).toEqual(run.givenOn(index));
    const refused = decisions.filter(({ status }) => status >= 400);
    expect(windows.length).toBeGreaterThan(0);
    for (const { now, person } of windows) {
      if (now.reading.status !== 'ready') throw new Error(now.reading.status);
      expect(said(now.reading.value.topics)).toEqual(expected.agenda());
      expect(said(now.reading.value.onlyMe.topics)).toEqual(expected.onlyMe(person));
      expect([now.unsent.size, now.offline, now.lasting]).toEqual([0, false, true]);
      expect(now.refused.map(({ commandId }) => commandId)).toEqual(
        refused.map(({ commandId }) => commandId),
      );
    }
  }
}

test('D1, D10: through lost connections, reloads and several windows every command arrives once, in order, or is reported', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const series = await startNewSeries();
      const run = new Run(world, series);
      try {
        await run.start();
        await checkStory(run, story);
      } finally {
        run.windows().forEach((window) => window.close());
        await world.ok('ravi', 'leaveSeries', { params: run.series.params });
      }
    }),
    { numRuns: RUNS },
  );
}, 240_000);
