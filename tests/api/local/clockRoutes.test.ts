import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { clockRoutes, openClock } from '@rapport/api/local/clockRoutes';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-clock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const move = (at: unknown) => {
  const time = openClock(folder);
  const answer = clockRoutes(time, () => Promise.resolve()).request('/local/clock', {
    method: 'POST',
    body: JSON.stringify({ at }),
  });
  return { time, answer };
};

test('the clock moves, and is where it was after a restart', async () => {
  const { answer } = move('2031-05-06T07:08:09+02:00');
  expect((await answer).status).toBe(200);
  expect(openClock(folder).clock.now().toISOString().slice(0, 16)).toBe('2031-05-06T05:08');
});

for (const at of [
  '9999-12-31T23:59:59-23:59',
  '9999-12-30T00:00:00Z',
  '0000-01-01T00:00:00+23:59',
  '3000-01-01T00:00:00Z',
  '1969-12-31T23:59:59Z',
  'yesterday',
]) {
  test(`the clock does not move to ${at}: instants stay four-digit years`, async () => {
    const { time, answer } = move(at);
    expect((await answer).status).toBe(400);
    expect(time.clock.offset).toBe(0);
  });
}
