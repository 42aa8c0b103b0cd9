import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createSocketNudge, type SocketNudge } from '@rapport/api/node/nudge';
import { SignJWT } from 'jose';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { WebSocket } from 'ws';

const MAYA = '7af98646-af18-488e-a794-068575df9192.bce235be-708f-4aaa-b15d-040bc2ed6eb6';
const RAVI = '7af98646-af18-488e-a794-068575df9192.b945fe71-5e35-454a-b61f-4f2bd6b41926';
const NUDGE = { series: '0b31a1ae-1d23-4b10-a2c5-0ff60b1e35f1', version: 7, page: 0 };

/** All that can be faked besides `Date`. */
const TIMERS = [
  'nextTick',
  'queueMicrotask',
  'performance',
  'hrtime',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
] as const;

let server: Server;
let nudge: SocketNudge;
let port: number;
beforeEach(async () => {
  nudge = createSocketNudge(() => `ws://127.0.0.1:${port}`);
  server = createServer((_, response) => void response.end('alive'));
  server.on('upgrade', (request, socket, head) => nudge.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  nudge.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

async function addressFor(person: string, from = nudge): Promise<string> {
  const connection = await from.connection(person);
  if (!connection) throw new Error('the server always pushes');
  return connection.url;
}

interface Panel {
  readonly socket: WebSocket;
  readonly heard: string[];
  /** Everything that was sent before this has been heard after it: frames arrive in order. */
  caughtUp(): Promise<void>;
}

async function openPanel(person: string): Promise<Panel> {
  const socket = new WebSocket(await addressFor(person));
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(data.toString('utf8')));
  await once(socket, 'open');
  return {
    socket,
    heard,
    async caughtUp() {
      socket.ping();
      await once(socket, 'pong');
    },
  };
}

/** What a WebSocket at this address is answered instead of being opened. */
function refusalAt(url: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(url);
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      done(response.statusCode);
    });
    socket.on('open', () => {
      socket.terminate();
      fail(new Error('it was opened'));
    });
    socket.on('error', fail);
  });
}

describe('D1: a nudge', () => {
  test('reaches every panel of its person and nobody else', async () => {
    const panels = [await openPanel(MAYA), await openPanel(MAYA), await openPanel(RAVI)];
    await nudge.send(MAYA, NUDGE);
    await Promise.all(panels.map((panel) => panel.caughtUp()));
    expect(panels.map(({ heard }) => heard.length)).toEqual([1, 1, 0]);
    await nudge.send(RAVI, { series: null, version: 0, page: 0 });
    await Promise.all(panels.map((panel) => panel.caughtUp()));
    expect(panels.map(({ heard }) => heard.length)).toEqual([1, 1, 1]);
  });

  test('A1: says which series has which version, and nothing more', async () => {
    const panel = await openPanel(MAYA);
    const sent: object = { ...NUDGE, text: 'words', name: 'Ravi' };
    await nudge.send(MAYA, sent as typeof NUDGE);
    await panel.caughtUp();
    expect(panel.heard.map((text): unknown => JSON.parse(text))).toEqual([NUDGE]);
  });

  test('to nobody who listens is lost without a word', async () => {
    await expect(nudge.send(MAYA, NUDGE)).resolves.toBeUndefined();
  });

  test('what a panel says is heard by nobody', async () => {
    const [maya, ravi] = [await openPanel(MAYA), await openPanel(RAVI)];
    maya.socket.send(JSON.stringify(NUDGE));
    await Promise.all([maya.caughtUp(), ravi.caughtUp()]);
    await ravi.caughtUp();
    expect([maya.heard, ravi.heard]).toEqual([[], []]);
  });
});

describe('the address of a WebSocket', () => {
  const base = (): string => `ws://127.0.0.1:${port}/nudge`;
  const unsigned = (payload: object): string =>
    [{ alg: 'none' }, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.') + '.';

  const wrong: Record<string, () => Promise<string> | string> = {
    'no token': base,
    'an empty token': () => `${base()}?access_token=`,
    'no token at all': () => `${base()}?access_token=maya`,
    'an unsigned token': () => `${base()}?access_token=${unsigned({ sub: MAYA })}`,
    'a token of another server': () =>
      addressFor(
        MAYA,
        createSocketNudge(() => `ws://127.0.0.1:${port}`),
      ),
    'a token signed with an empty secret': async () => {
      const signing = new SignJWT().setProtectedHeader({ alg: 'HS256' }).setSubject(MAYA);
      return `${base()}?access_token=${await signing.sign(new Uint8Array(32))}`;
    },
    'a token cut off': async () => (await addressFor(MAYA)).slice(0, -2),
    "another person's name in one's own token": async () => {
      const [head, , signature] = (await addressFor(MAYA)).split('.').slice(-3);
      const payload = Buffer.from(JSON.stringify({ sub: RAVI, exp: 4e9 })).toString('base64url');
      return `${base()}?${head?.slice(head.indexOf('access_token'))}.${payload}.${signature}`;
    },
    'a token of nobody': () => addressFor(''),
    'another path': async () => (await addressFor(MAYA)).replace('/nudge', '/local/other'),
  };
  test.each(Object.keys(wrong))('with %s is refused with 401', async (name) => {
    const url = (await wrong[name]?.()) ?? '';
    expect(url).toMatch(/^ws:/);
    expect(await refusalAt(url)).toBe(401);
    await nudge.send(MAYA, NUDGE);
    await nudge.send(RAVI, NUDGE);
  });

  test('is good for as long as it says, and no longer', async () => {
    const connection = await nudge.connection(MAYA);
    const expires = Date.parse(connection?.expiresAt ?? '');
    expect(expires - Date.now()).toBeGreaterThan(60_000);
    expect(expires - Date.now()).toBeLessThanOrEqual(300_000);
    // Only what time it is: sockets and their timers go on as they are.
    const at = (now: number) =>
      jest.useFakeTimers({
        now,
        doNotFake: [...TIMERS],
      });
    try {
      at(expires - 1000);
      const socket = new WebSocket(connection?.url ?? '');
      await once(socket, 'open');
      at(expires + 1000);
      expect(await refusalAt(connection?.url ?? '')).toBe(401);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('a flood', () => {
  test('more sockets of one person than they have windows are closed; others are not affected', async () => {
    const panels = await Promise.all(Array.from({ length: 20 }, () => openPanel(MAYA)));
    const tooMany = new WebSocket(await addressFor(MAYA));
    const [code] = (await once(tooMany, 'close')) as [number];
    expect(code).toBe(1013);
    const ravi = await openPanel(RAVI);
    await nudge.send(MAYA, NUDGE);
    await nudge.send(RAVI, NUDGE);
    await Promise.all([...panels, ravi].map((panel) => panel.caughtUp()));
    expect([...panels, ravi].map(({ heard }) => heard.length)).toEqual(Array(21).fill(1));
  });

  test('of which the one sent away answers with what is no frame leaves the server standing', async () => {
    const panels = await Promise.all(Array.from({ length: 20 }, () => openPanel(MAYA)));
    const tooMany = new WebSocket(await addressFor(MAYA));
    tooMany.once('upgrade', (response) => response.socket.write(Buffer.alloc(6, 0xff)));
    tooMany.on('error', () => undefined);
    await once(tooMany, 'close');
    await Promise.all(panels.map((panel) => panel.caughtUp()));
    expect((await openPanel(RAVI)).heard).toEqual([]);
  });

  test('a window that closes makes room for another', async () => {
    const panels = await Promise.all(Array.from({ length: 20 }, () => openPanel(MAYA)));
    const closing = panels[7]?.socket;
    closing?.close();
    if (closing) await once(closing, 'close');
    const next = await openPanel(MAYA);
    await nudge.send(MAYA, NUDGE);
    await next.caughtUp();
    expect(next.heard).toHaveLength(1);
    expect(next.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('a long message ends its own socket, and no other', async () => {
    const [long, other] = [await openPanel(MAYA), await openPanel(MAYA)];
    long.socket.send('x'.repeat(1024));
    await long.caughtUp();
    long.socket.send('x'.repeat(1025));
    const [code] = (await once(long.socket, 'close')) as [number];
    expect(code).toBe(1009);
    await nudge.send(MAYA, NUDGE);
    await other.caughtUp();
    expect(other.heard).toHaveLength(1);
  });

  test('whoever hangs up in the middle of asking does the server no harm', async () => {
    const { pathname, search } = new URL(await addressFor(MAYA));
    for (const path of ['/nudge', `${pathname}${search}`]) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      const upgraded = once(server, 'upgrade');
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
      const [, taken] = (await upgraded) as [unknown, NodeJS.EventEmitter];
      socket.resetAndDestroy();
      // `once` of node would take the reset for its own failure.
      await new Promise((done) => taken.on('close', done));
    }
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('alive');
  });
});

test('closing ends every socket', async () => {
  const panels = [await openPanel(MAYA), await openPanel(RAVI)];
  const closed = panels.map(({ socket }) => once(socket, 'close'));
  nudge.close();
  await Promise.all(closed);
  expect(panels.map(({ socket }) => socket.readyState)).toEqual([
    WebSocket.CLOSED,
    WebSocket.CLOSED,
  ]);
});
