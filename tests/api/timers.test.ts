import { expect, test } from '@jest/globals';
import { runTimer } from '@rapport/api/timers';
import { openWorld } from './support/world';

test('A1: what stops a timer is written down by its class, without a word of its message', async () => {
  const world = await openWorld();
  const run = () => Promise.reject(new RangeError('zephyr'));
  const thrown: unknown = await runTimer(
    { name: 'sweepEffects', schedule: '', run },
    world.composed,
  ).catch((error: unknown) => error);
  expect(String(thrown)).toBe('Error: sweepEffects goes on later');
  expect(world.log.join()).toContain('"error":"RangeError"');
  expect(`${String(thrown)}${world.log.join()}`).not.toContain('zephyr');
  expect(thrown).not.toHaveProperty('cause');
  await world.close();
});
