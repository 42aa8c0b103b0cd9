import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Http } from '../../../tab/src/client/http';
import { createNudges, type Nudge } from '../../../tab/src/client/nudges';
import { ApiRefused, ApiUnreachable } from '../../../tab/src/client/state';
import { holdTimers, pass, settle } from './support/time';

/** A WebSocket whose other end is the test. */
class Socket extends EventTarget {
  static readonly OPEN = 1;
  static all: Socket[] = [];
  readyState = 0;
  constructor(readonly url: string) {
    super();
    if (url === 'nonsense') throw new SyntaxError('not an address');
    Socket.all.push(this);
  }
  say(what: 'open' | 'message' | 'close', data = '{}'): void {
    this.readyState = { open: 1, message: 1, close: 3 }[what];
    this.dispatchEvent(Object.assign(new Event(what), { data }));
  }
  /** Half open: the browser waits for the other end before it says that it is closed. */
  close(): void {
    this.readyState = 2;
  }
}

const before = globalThis.WebSocket;
beforeEach(() => {
  holdTimers();
  Socket.all = [];
  globalThis.WebSocket = Socket as unknown as typeof WebSocket;
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  globalThis.WebSocket = before;
});

function pageWith(answer: () => Promise<unknown>) {
  let asked = 0;
  const http = {
    send: () => {
      asked += 1;
      return answer();
    },
  } as unknown as Http;
  const page = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const nudges = createNudges(http, Object.assign(page, { document }) as unknown as Window);
  const heard: (Nudge | null)[] = [];
  const listen = () => nudges.subscribe((nudge) => heard.push(nudge));
  return { nudges, page, document, listen, woken: () => heard.length, heard, asked: () => asked };
}
const address = (url = 'wss://nudge') => Promise.resolve({ connection: { url } });
const FIRST_MS = 30_000;
const LONGEST_MS = 120_000;

test('one socket for everything that listens; any message wakes everything', async () => {
  const { nudges, listen, woken, asked } = pageWith(() => address());
  listen();
  const stop = listen();
  await settle();
  expect([Socket.all.length, asked(), nudges.connected()]).toEqual([1, 1, false]);
  Socket.all[0]?.say('open');
  expect([nudges.connected(), woken()]).toEqual([true, 2]);
  stop();
  Socket.all[0]?.say('message');
  expect(woken()).toBe(3);
});

test('nothing is asked before somebody listens', async () => {
  const { asked } = pageWith(() => address());
  await settle();
  expect(asked()).toBe(0);
});

test('a socket that closes is opened again, one at a time, and what was missed is looked for', async () => {
  const { listen, woken } = pageWith(() => address());
  listen();
  await settle();
  for (let times = 1; times <= 5; times += 1) {
    Socket.all.at(-1)?.say('open');
    expect(woken()).toBe(times);
    Socket.all.at(-1)?.say('close');
    expect(jest.getTimerCount()).toBe(1);
    await pass(FIRST_MS);
    expect(Socket.all).toHaveLength(times + 1);
  }
});

test.each([
  ['the api is out of reach', () => Promise.reject(new ApiUnreachable())],
  [
    'it refuses',
    () => Promise.reject(new ApiRefused(500, { code: 'x', field: null, reference: null })),
  ],
])('while %s it tries less and less often, never twice at once', async (_, answer) => {
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
  const { listen, asked } = pageWith(answer);
  listen();
  await settle();
  const waits = [15_000, 30_000, 60_000, 60_000, 60_000];
  for (const [times, wait] of waits.entries()) {
    expect([jest.getTimerCount(), asked()]).toEqual([1, times + 1]);
    await pass(wait - 1);
    expect(asked()).toBe(times + 1);
    await pass(1);
  }
  expect(asked()).toBe(waits.length + 1);
});

test('where nothing pushes it does not ask again and again', async () => {
  const { nudges, listen, asked } = pageWith(() => Promise.resolve({ connection: null }));
  listen();
  await settle();
  await pass(10 * LONGEST_MS);
  expect([asked(), nudges.connected(), jest.getTimerCount()]).toEqual([1, false, 0]);
});

test('the network coming back wakes at once, and replaces a socket that may hang half open', async () => {
  const { nudges, page, listen, woken } = pageWith(() => address());
  listen();
  await settle();
  Socket.all[0]?.say('open');
  page.dispatchEvent(new Event('online'));
  expect([woken(), nudges.connected()]).toEqual([2, false]);
  Socket.all[0]?.say('close');
  await settle();
  Socket.all[1]?.say('open');
  expect([Socket.all.length, nudges.connected(), jest.getTimerCount()]).toEqual([2, true, 0]);
});

test('the network coming back does not wait for the next try, nor start a second one', async () => {
  let reachable = false;
  const { page, listen, asked } = pageWith(() =>
    reachable ? address() : Promise.reject(new ApiUnreachable()),
  );
  listen();
  for (let times = 0; times < 12; times += 1) await pass(LONGEST_MS);
  const tried = asked();
  reachable = true;
  page.dispatchEvent(new Event('online'));
  page.dispatchEvent(new Event('online'));
  await settle();
  expect([asked(), Socket.all.length, jest.getTimerCount()]).toEqual([tried + 1, 1, 0]);
});

test('the person coming back to the page wakes; leaving it does not', () => {
  const { document, listen, woken } = pageWith(() => address());
  listen();
  document.visibilityState = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(woken()).toBe(0);
  document.visibilityState = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(woken()).toBe(1);
});

test('sockets that are lost at once come back spread evenly over half a minute; the first opens at once', async () => {
  const PAGES = 3000;
  const pages = Array.from({ length: PAGES }, () => pageWith(() => address()));
  pages.forEach(({ listen }) => listen());
  await settle();
  expect(Socket.all).toHaveLength(PAGES);
  const lost = [...Socket.all];
  lost.forEach((socket) => socket.say('open'));
  lost.forEach((socket) => socket.say('close'));
  const seconds: number[] = [];
  for (let second = 0; second < 30; second += 1) {
    const opened = Socket.all.length;
    await pass(1000);
    seconds.push(Socket.all.length - opened);
  }
  expect(Socket.all).toHaveLength(2 * PAGES);
  // A hundred a second, give or take.
  expect(Math.min(...seconds)).toBeGreaterThan(50);
  expect(Math.max(...seconds)).toBeLessThan(170);
});

test('a message says what is newer; one that cannot be read, and a socket that opens, mean anything', async () => {
  const { listen, heard } = pageWith(() => address());
  listen();
  await settle();
  const nudge = { series: 'a', version: 7, page: 0 };
  Socket.all[0]?.say('open');
  Socket.all[0]?.say('message', JSON.stringify(nudge));
  Socket.all[0]?.say('message', 'nonsense');
  expect(heard).toEqual([null, nudge, null]);
});

test('a page knows whether anybody can see it', () => {
  const { nudges, document } = pageWith(() => address());
  expect(nudges.hidden()).toBe(false);
  document.visibilityState = 'hidden';
  expect(nudges.hidden()).toBe(true);
});
