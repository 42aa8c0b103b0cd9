import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { follow } from '../../../tab/src/client/live';
import type { Nudge, Nudges } from '../../../tab/src/client/nudges';
import { ApiRefused, ApiUnreachable, type Reading } from '../../../tab/src/client/state';
import { holdTimers, pass, settle } from './support/time';

beforeEach(holdTimers);
afterEach(() => {
  jest.useRealTimers();
});

const EVERY = { nudged: 60_000, idle: 200_000, alone: 3000 };
const refused = (status: number) =>
  new ApiRefused(status, { code: 'x', field: null, reference: null });

/** Something to follow: answers what `next` is, as often as it is read. */
function something(connected = false) {
  const woken = new Set<(nudge: Nudge | null) => void>();
  const nudges: Nudges = {
    subscribe(listener) {
      woken.add(listener);
      return () => woken.delete(listener);
    },
    connected: () => connected,
    hidden: () => hidden,
  };
  let next: string | null | Error = 'first';
  let hidden = false;
  let wanted: (nudge: Nudge) => boolean = () => true;
  let reads = 0;
  let held: Promise<void> | null = null;
  const changes: Reading<string>[] = [];
  const live = follow<string>(
    {
      every: EVERY,
      concerns: (nudge) => wanted(nudge),
      async read() {
        reads += 1;
        const answer = next;
        await held;
        if (answer instanceof Error) throw answer;
        return answer;
      },
      changed: () => changes.push(live.getSnapshot()),
    },
    nudges,
  );
  return {
    live,
    changes,
    reads: () => reads,
    listening: () => woken.size,
    answer: (value: string | null | Error) => (next = value),
    hold(until: Promise<void>) {
      held = until;
    },
    want: (only: (nudge: Nudge) => boolean) => (wanted = only),
    hide: (now: boolean) => (hidden = now),
    nudge: (nudge: Nudge | null = null) => woken.forEach((listener) => listener(nudge)),
  };
}
const ready = (value: string): Reading<string> => ({ status: 'ready', value });
const nothing = (): void => undefined;

describe('following what the api has', () => {
  test('goes on by polling alone, without a single nudge', async () => {
    const { live, answer, reads } = something();
    live.subscribe(nothing);
    await settle();
    expect(live.getSnapshot()).toEqual(ready('first'));
    for (const value of ['second', 'third', 'fourth']) {
      answer(value);
      await pass(EVERY.alone);
      expect(live.getSnapshot()).toEqual(ready(value));
    }
    expect(reads()).toBe(4);
  });

  test('looks less often while nudges arrive, and at once on one', async () => {
    const { live, answer, reads, nudge } = something(true);
    live.subscribe(nothing);
    await settle();
    await pass(EVERY.nudged - 1);
    expect(reads()).toBe(1);
    answer('second');
    nudge();
    await settle();
    expect(live.getSnapshot()).toEqual(ready('second'));
    await pass(EVERY.nudged);
    expect(reads()).toBe(3);
  });

  test('a socket that seems open is not believed while the api is out of reach', async () => {
    const { live, answer, reads } = something(true);
    live.subscribe(nothing);
    await settle();
    answer(new ApiUnreachable());
    await pass(EVERY.nudged);
    expect([live.offline, reads()]).toEqual([true, 2]);
    answer('back');
    await pass(EVERY.alone);
    expect([live.offline, live.getSnapshot()]).toEqual([false, ready('back')]);
  });

  test('one who leaves takes nothing from the others; the last one ends it', async () => {
    const { live, answer, reads, listening } = something();
    const heard: string[] = [];
    const first = live.subscribe(() => heard.push('first'));
    const second = live.subscribe(() => heard.push('second'));
    await settle();
    first();
    first();
    answer('second');
    await pass(EVERY.alone);
    expect(heard).toEqual(['first', 'second', 'second']);
    second();
    await pass(10 * EVERY.nudged);
    expect([reads(), listening(), jest.getTimerCount()]).toEqual([2, 0, 0]);
  });

  test('who comes back is told what happened meanwhile', async () => {
    const { live, answer } = something();
    live.subscribe(nothing)();
    await settle();
    answer('second');
    live.subscribe(nothing);
    await settle();
    expect(live.getSnapshot()).toEqual(ready('second'));
    expect(jest.getTimerCount()).toBe(1);
  });

  test('what is asked for while a reading is under way is read after it', async () => {
    const { live, answer, reads, hold } = something();
    let letGo = nothing;
    hold(new Promise((resolve) => (letGo = resolve)));
    live.subscribe(nothing);
    answer('written meanwhile');
    const asked = [live.refresh(), live.refresh()];
    letGo();
    await Promise.all(asked);
    expect([live.getSnapshot(), reads()]).toEqual([ready('written meanwhile'), 2]);
    expect(jest.getTimerCount()).toBe(1);
  });

  test('nothing new is told to nobody', async () => {
    const { live, answer, changes } = something();
    live.subscribe(nothing);
    await settle();
    answer(null);
    const before = live.getSnapshot();
    await pass(EVERY.alone);
    expect(live.getSnapshot()).toBe(before);
    expect(changes).toEqual([ready('first')]);
  });

  test('its owner hears of a change also while nobody follows', async () => {
    const { live, changes } = something();
    await live.refresh();
    expect(changes).toEqual([ready('first')]);
    expect(jest.getTimerCount()).toBe(0);
  });
});

const newer = (version: number): Nudge => ({ series: 'a', version, page: 0 });

describe('what need not be read', () => {
  test('a nudge that is about something else', async () => {
    const { live, reads, nudge, want } = something(true);
    live.subscribe(nothing);
    await settle();
    want(({ version }) => version > 3);
    nudge(newer(3));
    await settle();
    expect(reads()).toBe(1);
    nudge(newer(4));
    await settle();
    expect(reads()).toBe(2);
  });

  test('a nudge during a reading that turns out to contain it; what it does not contain is read', async () => {
    const { live, reads, nudge, want, hold } = something(true);
    let contained = 0;
    want(({ version }) => version > contained);
    live.subscribe(nothing);
    await settle();
    for (const [has, more] of [
      [5, 0],
      [4, 1],
    ] as const) {
      let letGo = nothing;
      hold(new Promise((resolve) => (letGo = resolve)));
      const before = reads();
      const reading = live.refresh();
      contained = 0;
      nudge(newer(5));
      nudge(newer(4));
      contained = has;
      letGo();
      await reading;
      expect(reads() - before).toBe(1 + more);
    }
  });

  test('what is looked for and not found is looked for less and less often, until something moves', async () => {
    const { live, answer, reads, nudge } = something(true);
    live.subscribe(nothing);
    await settle();
    answer(null);
    const waits = [60_000, 120_000, 200_000, 200_000];
    for (const [index, wait] of waits.entries()) {
      await pass(wait - 1);
      expect(reads()).toBe(index + 1);
      await pass(1);
      expect(reads()).toBe(index + 2);
    }
    nudge();
    await settle();
    await pass(60_000);
    expect(reads()).toBe(7);
    await pass(60_000);
    expect(reads()).toBe(7);
    answer('moved');
    await pass(60_000);
    answer(null);
    await pass(60_000);
    expect(reads()).toBe(9);
  });

  test('anything while nobody can see the page; once when somebody can', async () => {
    const { live, answer, reads, hide, nudge } = something();
    live.subscribe(nothing);
    await settle();
    hide(true);
    answer('unseen');
    nudge();
    nudge(newer(2));
    await pass(60 * 60_000);
    expect([reads(), jest.getTimerCount()]).toEqual([1, 0]);
    hide(false);
    nudge();
    await settle();
    expect([reads(), live.getSnapshot()]).toEqual([2, ready('unseen')]);
    await pass(EVERY.alone);
    expect(reads()).toBe(3);
  });

  test('what is opened unseen is read all the same', async () => {
    const { live, hide } = something();
    hide(true);
    live.subscribe(nothing);
    await settle();
    expect(live.getSnapshot()).toEqual(ready('first'));
  });
});

describe('when it does not go well', () => {
  test('what was read stays while the api is out of reach', async () => {
    const { live, answer } = something();
    live.subscribe(nothing);
    await settle();
    for (const error of [new ApiUnreachable(), refused(500), refused(401)]) {
      answer(error);
      await pass(EVERY.alone);
      expect([live.getSnapshot(), live.offline]).toEqual([ready('first'), true]);
    }
    answer(null);
    await pass(EVERY.alone);
    expect([live.getSnapshot(), live.offline]).toEqual([ready('first'), false]);
  });

  test.each([
    [new ApiUnreachable(), 'unreachable'],
    [refused(500), 'x'],
  ])(
    'where there is nothing yet it says why, and comes by itself later (%s)',
    async (error, code) => {
      const { live, answer } = something();
      answer(error);
      live.subscribe(nothing);
      await settle();
      expect(live.getSnapshot()).toEqual({
        status: 'failed',
        refusal: { code, field: null, reference: null },
      });
      answer('there');
      await pass(EVERY.alone);
      expect(live.getSnapshot()).toEqual(ready('there'));
    },
  );

  test.each([404, 410])('what is gone (%d) is gone, and back when it is back', async (status) => {
    const { live, answer } = something();
    live.subscribe(nothing);
    await settle();
    answer(refused(status));
    await pass(EVERY.alone);
    expect([live.getSnapshot(), live.offline]).toEqual([{ status: 'gone' }, false]);
    answer(new ApiUnreachable());
    await pass(EVERY.alone);
    answer('back');
    await pass(EVERY.alone);
    expect(live.getSnapshot()).toEqual(ready('back'));
  });

  test('a bug is thrown to be seen, and the next reading is made all the same', async () => {
    const { live, answer } = something();
    answer(new TypeError('bug'));
    await expect(live.refresh()).rejects.toThrow('bug');
    expect(live.getSnapshot()).toMatchObject({ status: 'failed', refusal: { code: 'unexpected' } });
    answer('well');
    live.subscribe(nothing);
    await settle();
    expect(live.getSnapshot()).toEqual(ready('well'));
  });
});
