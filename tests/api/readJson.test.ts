import { expect, test } from '@jest/globals';
import { BODY_LIMIT, readJson } from '@rapport/api/input';

const MEGABYTE = 1024 * 1024;

/** Blanks, of which JSON may have as many as it likes, around a number. */
function bodyOf(bytes: number): {
  body: ReadableStream<Uint8Array>;
  read(): number;
  hungUp(): boolean;
} {
  const chunk = 64 * 1024;
  let [left, hungUp] = [bytes, false];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const size = Math.min(chunk, left);
      left -= size;
      controller.enqueue(Buffer.alloc(size, left === 0 ? '7' : ' ').fill(' ', 0, size - 1));
      if (left === 0) controller.close();
    },
    cancel() {
      hungUp = true;
    },
  });
  return { body, read: () => bytes - left, hungUp: () => hungUp };
}

const outcome = (body: ReadableStream<Uint8Array>): Promise<unknown> =>
  readJson(body).catch((error: Error) => error.message);

test('a body of exactly the limit is read', async () => {
  expect(await outcome(bodyOf(BODY_LIMIT).body)).toBe(7);
});

test('one byte more is too much', async () => {
  expect(await outcome(bodyOf(BODY_LIMIT + 1).body)).toBe('request.tooLarge');
});

test('whoever sends too much is heard out, so that the answer reaches them', async () => {
  const { body, read, hungUp } = bodyOf(3 * MEGABYTE);
  expect(await outcome(body)).toBe('request.tooLarge');
  expect([read(), hungUp()]).toEqual([3 * MEGABYTE, false]);
});

test('… but not for ever', async () => {
  const { body, read, hungUp } = bodyOf(100 * MEGABYTE);
  expect(await outcome(body)).toBe('request.tooLarge');
  expect(hungUp()).toBe(true);
  expect(read()).toBeLessThan(9 * MEGABYTE);
});
