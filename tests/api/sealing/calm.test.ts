import { expect, test } from '@jest/globals';
import { KeysUnavailable } from '@rapport/api/ports/keyWrap';
import { createCalm } from '@rapport/api/sealing/calm';

/** Something that answers or is away, and counts who asks. */
function place() {
  let now = 0;
  const asked = { times: 0 };
  const calm = createCalm(() => now);
  let answer: () => Promise<string> = () => Promise.resolve('here');
  return {
    asked,
    pass: (ms: number) => void (now += ms),
    say: (next: typeof answer) => void (answer = next),
    ask: () => calm(() => ((asked.times += 1), answer())),
  };
}
const away = () => Promise.reject(new KeysUnavailable('503'));

test('while it answers everybody asks, at once', async () => {
  const { ask, asked } = place();
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['here', 'here', 'here']);
  expect(asked.times).toBe(3);
});

test('after a failure nobody asks for a pause, which doubles up to a quarter of a minute', async () => {
  const { ask, asked, pass, say } = place();
  say(away);
  for (const ms of [1000, 2000, 4000, 8000, 15_000, 15_000]) {
    const before = asked.times;
    await expect(ask()).rejects.toMatchObject({ reason: '503' });
    expect(asked.times).toBe(before + 1);
    pass(ms - 1);
    await expect(ask()).rejects.toThrow(KeysUnavailable);
    expect(asked.times).toBe(before + 1);
    pass(1);
  }
});

test('many that fail together are one failure', async () => {
  const { ask, asked, pass, say } = place();
  say(away);
  await Promise.allSettled(Array.from({ length: 20 }, ask));
  expect(asked.times).toBe(20);
  pass(1000);
  say(() => Promise.resolve('here'));
  expect(await ask()).toBe('here');
});

test('after a pause one asks for all; the others wait, and go on or give up with it', async () => {
  const { ask, asked, pass, say } = place();
  say(away);
  await expect(ask()).rejects.toThrow(KeysUnavailable);
  pass(1000);
  const failed = await Promise.allSettled(Array.from({ length: 20 }, ask));
  expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
  expect(asked.times).toBe(2);

  pass(2000);
  say(() => Promise.resolve('here'));
  expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(Array(20).fill('here'));
});

test('a refusal is an answer: nobody is kept away by it', async () => {
  const { ask, asked, say } = place();
  say(() => Promise.reject(new Error('refused')));
  await expect(ask()).rejects.toThrow('refused');
  await expect(ask()).rejects.toThrow('refused');
  expect(asked.times).toBe(2);
});
