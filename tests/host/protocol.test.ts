import { describe, expect, test } from '@jest/globals';
import { readLink } from '../../tab/host/protocol/deepLinks';
import type { HostMessage } from '../../tab/host/protocol/messages';
import type { HostServices } from '../../tab/host/protocol/services';
import { APP_ORIGIN, MEETING_CHAT, ravi, testHost } from './support';

const appWindow = { name: 'the app' };

function connect(options: Partial<Parameters<typeof testHost>[0]> = {}) {
  const posted: HostMessage[] = [];
  const host = testHost({ appWindow, post: (message) => posted.push(message), ...options });
  let id = 0;
  return {
    host,
    posted,
    say: (event: object) =>
      host.protocol.receive({ data: null, origin: APP_ORIGIN, source: appWindow, ...event }),
    /** The arguments of the answer, or undefined when there was none. */
    async ask(func: string, ...args: unknown[]): Promise<readonly unknown[] | undefined> {
      const uuidAsString = `uuid-${++id}`;
      const data = { id, uuidAsString, func, args };
      await host.protocol.receive({ data, origin: APP_ORIGIN, source: appWindow });
      const answer = posted.find(
        (one) => 'uuidAsString' in one && one.uuidAsString === uuidAsString,
      );
      return answer?.args;
    },
  };
}

describe('who is heard', () => {
  const data = { id: 1, func: 'getContext', args: [] };

  test.each([
    ['another origin', { origin: 'http://127.0.0.1:3001' }],
    ['the same host with another scheme', { origin: 'https://127.0.0.1:3000' }],
    ['an origin that only begins alike', { origin: 'http://127.0.0.1:3000.example.com' }],
    ['no origin', { origin: 'null' }],
    ['another window of the right origin', { source: { name: 'another' } }],
    ['no window', { source: null }],
  ])('%s gets no answer', async (_, from) => {
    const { posted, say } = connect();
    await say({ data, ...from });
    expect(posted).toEqual([]);
    await say({ data });
    expect(posted).toHaveLength(1);
  });

  test.each([null, 'text', 7, [], {}, { id: '1', func: 'getContext' }, { id: 1, func: 7 }])(
    '%j is no request and gets no answer',
    async (nonsense) => {
      const { posted, say } = connect();
      await say({ data: nonsense });
      expect(posted).toEqual([]);
    },
  );

  test('a request without arguments or uuid, as older versions send it, is answered by its id', async () => {
    const { posted, say } = connect();
    await say({ data: { id: 3, func: 'authentication.getAuthToken' } });
    expect(posted).toEqual([{ id: 3, args: [true, 'a-token'] }]);
  });
});

test('the handshake names the frame, the client, the version and then the runtime', async () => {
  const [frame, client, version, runtime] =
    (await connect({ frame: 'sidePanel' }).ask('initialize', '2.58.0', 4)) ?? [];
  expect([frame, client]).toEqual(['sidePanel', 'web']);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(JSON.parse(String(runtime))).toMatchObject({ apiVersion: 4, isLegacyTeams: false });
});

describe('refusals', () => {
  test('an unknown function gets the SDK’s not-supported error in the shape that it reads', async () => {
    const { ask } = connect();
    expect(await ask('clipboard.read')).toEqual([
      { errorCode: 100, message: expect.stringContaining('clipboard.read') },
    ]);
    for (const func of [
      'call.startCall',
      'calendar.composeMeeting',
      'authentication.authenticate',
    ]) {
      expect(await ask(func)).toEqual([false, expect.stringContaining(func)]);
    }
    expect(await ask('constructor')).toEqual([expect.objectContaining({ errorCode: 100 })]);
  });

  test('people and chats cannot be opened beside a meeting, whatever the page sends', async () => {
    const { ask, host } = connect({ frame: 'sidePanel', chat: MEETING_CHAT });
    expect(await ask('people.selectPeople', {})).toEqual([
      { errorCode: 501, message: expect.stringContaining('"content","task","settings"') },
    ]);
    expect(await ask('chat.openChat', { members: [ravi.oid] })).toEqual([
      false,
      expect.stringContaining('Current context: "sidePanel"'),
    ]);
    expect([host.picks, host.opened]).toEqual([[], []]);
  });

  test('a service that breaks is answered and says nothing of why', async () => {
    const fails = async () => {
      throw new Error('secret');
    };
    const services: Partial<HostServices> = { getToken: fails, selectPeople: fails, open: fails };
    const { ask } = connect({ services });
    const answers = [
      await ask('authentication.getAuthToken'),
      await ask('people.selectPeople', {}),
      await ask('executeDeepLink', 'https://example.com'),
    ];
    expect(answers).toEqual([
      [false, expect.any(String)],
      [expect.objectContaining({ errorCode: 500 })],
      [false, expect.any(String)],
    ]);
    expect(JSON.stringify(answers)).not.toContain('secret');
  });

  test('nonsense as arguments is refused, not thrown', async () => {
    const { ask, host } = connect({ services: { open: async () => false } });
    for (const func of ['chat.openChat', 'executeDeepLink', 'pages.navigateToApp']) {
      for (const argument of [
        undefined,
        null,
        7,
        {},
        [],
        { members: 'x' },
        'javascript:alert(1)',
      ]) {
        expect((await ask(func, argument))?.[0]).toBe(false);
      }
    }
    expect(await ask('people.selectPeople', 'nonsense')).toEqual([null, expect.any(Array)]);
    expect(host.picks).toEqual([{ title: null, single: false, selected: [] }]);
  });
});

describe('events', () => {
  test('a theme is told to those who asked, and no more after the page started again', async () => {
    const { ask, host, posted } = connect();
    host.protocol.themeChanged();
    expect(posted).toEqual([]);
    expect(await ask('registerHandler', 'themeChange')).toBeUndefined();
    host.theme = 'dark';
    host.protocol.themeChanged();
    host.theme = 'light';
    host.protocol.themeChanged();
    expect(posted).toEqual([
      { func: 'themeChange', args: ['dark'] },
      { func: 'themeChange', args: ['default'] },
    ]);
    await ask('initialize', '2.58.0', 4);
    posted.length = 0;
    host.protocol.themeChanged();
    expect(posted).toEqual([]);
  });
});

describe('links', () => {
  test.each([
    [
      'https://teams.microsoft.com/l/chat/0/0?users=a@x.example,b@x.example&message=Hello%20you',
      { to: 'newChat', people: ['a@x.example', 'b@x.example'], words: 'Hello you' },
    ],
    ['https://teams.microsoft.com/l/chat/19:x@thread.v2/0', { to: 'chat', chat: '19:x@thread.v2' }],
    [
      `https://teams.microsoft.com/l/entity/app/tab?context=${encodeURIComponent('{"subEntityId":"s","chatId":"19:x"}')}`,
      { to: 'app', subEntityId: 's', chat: '19:x' },
    ],
    [
      'https://teams.microsoft.com/l/entity/app/tab?context=%7Bbroken',
      { to: 'app', subEntityId: null, chat: null },
    ],
    [
      'https://example.com/l/chat/0/0?users=a',
      { to: 'web', url: 'https://example.com/l/chat/0/0?users=a' },
    ],
    ['https://teams.microsoft.com/l/chat/0/0', null],
    ['https://teams.microsoft.com/l/chat/%E0%A4%A/0', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['/relative', null],
    ['', null],
  ])('%j leads to %j', (link, target) => {
    expect(readLink(link)).toEqual(target);
  });
});
