import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Entry } from '../../../tab/src/client/outbox';
import { createSender } from '../../../tab/src/client/sender';
import { ApiRefused, ApiUnreachable, type Refusal } from '../../../tab/src/client/state';
import { holdTimers, pass, settle } from './support/time';

beforeEach(holdTimers);
afterEach(() => {
  jest.useRealTimers();
});

const entry = (commandId: string): Entry => ({
  commandId,
  at: '2026-03-02T09:00:00.000Z',
  command: { type: 'addTopic', page: 'shared', id: commandId, text: 'words' },
});
const refusal: Refusal = { code: 'agenda.full', field: null, reference: 'r' };

/** An outbox and an api that answers as `answer` says. */
function sendingOf(
  answer: (commandId: string) => Promise<number>,
  names = ['a', 'b'],
  alone: (work: () => Promise<void>) => Promise<void> = (work) => work(),
) {
  const waiting = names.map(entry);
  const sent: string[] = [];
  const taken: string[] = [];
  const refused: [string, Refusal][] = [];
  let atOnce = 0;
  let most = 0;
  const take = ({ commandId }: Entry): void => {
    waiting.splice(
      waiting.findIndex((one) => one.commandId === commandId),
      1,
    );
  };
  const sender = createSender({
    next: () => waiting[0],
    alone,
    async send({ commandId }) {
      sent.push(commandId);
      most = Math.max(most, (atOnce += 1));
      try {
        return await answer(commandId);
      } finally {
        atOnce -= 1;
      }
    },
    taken(one) {
      take(one);
      taken.push(one.commandId);
    },
    refused(one, why) {
      take(one);
      refused.push([one.commandId, why]);
    },
    ended: () => undefined,
  });
  return { sender, sent, taken, refused, waiting, most: () => most };
}

const unreachable = (): Promise<number> => Promise.reject(new ApiUnreachable());

describe('D10: sending what waits', () => {
  test('one after the other, in order, however often it is asked for', async () => {
    const { sender, sent, taken, most } = sendingOf(() => Promise.resolve(1), ['a', 'b', 'c']);
    await Promise.all([sender.flush(), sender.flush(), sender.flush()]);
    expect([sent, taken, most()]).toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], 1]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('what is given while a run ends is sent in the next', async () => {
    const ends: (() => void)[] = [];
    const { sender, taken, waiting } = sendingOf(
      () => Promise.resolve(1),
      ['a'],
      // The browser takes its time to give the lock back.
      (work) => work().then(() => new Promise((end) => ends.push(end))),
    );
    const running = sender.flush();
    await settle();
    waiting.push(entry('late'));
    void sender.flush();
    expect([taken, ends.length]).toEqual([['a'], 1]);
    ends[0]?.();
    await settle();
    ends[1]?.();
    await running;
    expect(taken).toEqual(['a', 'late']);
  });

  test('tries again by itself, less and less often, with one timer however much is typed meanwhile', async () => {
    let reachable = false;
    const { sender, sent, taken, waiting } = sendingOf(() =>
      reachable ? Promise.resolve(1) : unreachable(),
    );
    for (let typed = 0; typed < 5; typed += 1) {
      waiting.push(entry(`typed ${typed}`));
      await sender.flush();
    }
    expect(jest.getTimerCount()).toBe(1);
    const before = sent.length;
    // A timer is set only once the one before it has led nowhere.
    for (let second = 0; second < 300; second += 1) await pass(1000);
    expect(sender.unreachable).toBe(true);
    // Every 30 seconds in the end.
    expect(sent.length - before).toBeLessThanOrEqual(12);
    expect(sent.length - before).toBeGreaterThanOrEqual(5);
    reachable = true;
    await pass(30_000);
    expect(taken).toEqual(['a', 'b', ...[0, 1, 2, 3, 4].map((typed) => `typed ${typed}`)]);
    expect([sender.unreachable, jest.getTimerCount()]).toEqual([false, 0]);
  });

  test('after it got through once, a first new try comes soon again', async () => {
    let reachable = false;
    const { sender, sent, waiting } = sendingOf(
      () => (reachable ? Promise.resolve(1) : unreachable()),
      ['a'],
    );
    await sender.flush();
    await pass(1000);
    await pass(2000);
    reachable = true;
    await pass(4000);
    expect(waiting).toEqual([]);
    reachable = false;
    waiting.push(entry('b'));
    await sender.flush();
    const before = sent.length;
    await pass(1000);
    expect(sent.length).toBe(before + 1);
  });

  test('a refusal is reported, and the next one goes on', async () => {
    const { sender, taken, refused } = sendingOf((id) =>
      id === 'a' ? Promise.reject(new ApiRefused(409, refusal)) : Promise.resolve(1),
    );
    await sender.flush();
    expect([taken, refused]).toEqual([['b'], [['a', refusal]]]);
  });

  test('a sign-in that is not taken says nothing about what was typed: it waits, for as long as that lasts', async () => {
    let signedIn = false;
    const { sender, taken, refused } = sendingOf(() =>
      signedIn ? Promise.resolve(1) : Promise.reject(new ApiRefused(401, refusal)),
    );
    await sender.flush();
    for (let times = 0; times < 6; times += 1) await pass(30_000);
    expect([taken, refused, sender.unreachable]).toEqual([[], [], true]);
    signedIn = true;
    await pass(30_000);
    expect(taken).toEqual(['a', 'b']);
  });

  test('a bug of the api is tried three times, then reported, and keeps nothing waiting behind it', async () => {
    const { sender, sent, taken, refused } = sendingOf((id) =>
      id === 'a' ? Promise.reject(new ApiRefused(500, refusal)) : Promise.resolve(1),
    );
    await sender.flush();
    expect([sent, refused]).toEqual([['a'], []]);
    await pass(1000);
    await pass(2000);
    expect([sent, taken, refused]).toEqual([['a', 'a', 'a', 'b'], ['b'], [['a', refusal]]]);
  });

  test('a bug of our own is thrown to be seen, and what was typed is tried again and then reported', async () => {
    const bugs: unknown[] = [];
    const { sender, taken, refused } = sendingOf((id) =>
      id === 'a' ? Promise.reject(new TypeError('bug')) : Promise.resolve(1),
    );
    for (let tries = 0; tries < 3; tries += 1) {
      await sender.flush().catch((error: unknown) => bugs.push(error));
      expect(jest.getTimerCount()).toBe(tries < 2 ? 1 : 0);
    }
    await settle();
    expect(bugs).toEqual([new TypeError('bug'), new TypeError('bug')]);
    expect(taken).toEqual(['b']);
    expect(refused).toEqual([['a', { code: 'unexpected', field: null, reference: null }]]);
  });
});
