import { expect, test } from '@jest/globals';
import { plainTelling } from '@rapport/api/move/telling';

/** A bar of a hundred, told as text. */
function telling(total = 100) {
  const said: string[] = [];
  let now = 0;
  const tell = plainTelling(
    (text) => void said.push(text),
    () => now,
  );
  return { said, bar: tell.bar('Moving', total), pass: (ms: number) => void (now += ms) };
}

test('where nobody watches, a line is said for each tenth, with what is left', () => {
  const { said, bar, pass } = telling();
  bar.reach(0);
  for (let done = 1; done <= 100; done += 1) {
    pass(1000);
    bar.reach(done);
  }
  bar.stop();
  expect(said).toHaveLength(10);
  expect(said[0]).toBe('Moving 10 %: 10 of 100, about 90 s left\n');
  expect(said[9]).toBe('Moving 100 %: 100 of 100, about 0 s left\n');
});

test('what an earlier run has done makes this one no faster', () => {
  const { said, bar, pass } = telling();
  bar.reach(50);
  pass(10_000);
  bar.reach(60);
  expect(said.at(-1)).toBe('Moving 60 %: 60 of 100, about 40 s left\n');
});

test('nothing to do, and more than was expected, are no trouble', () => {
  const nothing = telling(0);
  nothing.bar.reach(0);
  expect(nothing.said).toEqual(['Moving 100 %: 0 of 0, about 0 s left\n']);
  const more = telling();
  more.bar.reach(0);
  more.bar.reach(130);
  expect(more.said).toEqual(['Moving 100 %: 130 of 100, about 0 s left\n']);
});
