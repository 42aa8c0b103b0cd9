import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { createNestedTokens as create } from '../../../tab/src/hosts/nestedTokens';

/** The real MSAL, over a bridge that answers what a host would. */
const USER = {
  tid: '10000000-0000-4000-8000-000000000000',
  oid: '00000001-0000-4000-8000-000000000000',
};
const CLIENT = '1a1002c5-79ca-469c-bc9c-a768e3d15612';
const TASKS = ['Tasks.ReadWrite'];

interface Request {
  readonly requestId: string;
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  readonly tokenParams?: Readonly<Record<string, unknown>>;
}
type Answer = object | 'late';

/** What the host was asked, in order, and what it answers next. */
let asked: Request[] = [];
let answers: Partial<Record<Request['method'], Answer[]>> = {};
let tokens: ReturnType<typeof create>;
let createNestedTokens: typeof create;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const granted = (token: string, claims: object = USER): object => ({
  success: true,
  token: {
    access_token: token,
    id_token: `${encoded({ alg: 'none' })}.${encoded({ ...claims, sub: 's', iat: 1 })}.`,
    expires_in: 3600,
    scope: TASKS.join(' '),
  },
  account: {
    homeAccountId: `${USER.oid}.${USER.tid}`,
    environment: 'login.microsoftonline.com',
    tenantId: USER.tid,
    localAccountId: USER.oid,
    username: 'maya@example.com',
  },
});
const refused = (status: string, code?: string): object => ({
  success: false,
  error: { status, code, description: 'words about maya@example.com' },
});
const ASK = refused('USER_INTERACTION_REQUIRED', 'consent_required');
const INIT = { success: true, initContext: { sdkName: 'test', sdkVersion: '1' } };

type Listener = (message: string) => void;
const listeners = new Set<Listener>();
const bridge = {
  addEventListener: (_: string, listener: Listener) => listeners.add(listener),
  removeEventListener: (_: string, listener: Listener) => listeners.delete(listener),
  postMessage(message: string) {
    const request = JSON.parse(message) as Request;
    asked.push(request);
    const fallback = request.method === 'GetInitContext' ? INIT : refused('PERSISTENT_ERROR');
    const answer = answers[request.method]?.shift() ?? fallback;
    if (answer === 'late') return;
    const { requestId } = request;
    const said = { messageType: 'NestedAppAuthResponse', requestId, ...answer };
    queueMicrotask(() => listeners.forEach((listener) => listener(JSON.stringify(said))));
  },
};

const Channel = globalThis.BroadcastChannel;
/** MSAL never closes the channel to its other pages, which would keep the process. */
class Idle extends Channel {
  constructor(name: string) {
    super(name);
    Reflect.apply(Reflect.get(this, 'unref') as () => void, this, []);
  }
}

beforeAll(async () => {
  const location = new URL('https://rapport.example.com/tab');
  // MSAL says in the console what it was refused.
  const quiet = { ...console, log() {} };
  const window = { nestedAppAuthBridge: bridge, crypto, location, console: quiet };
  Object.assign(globalThis, { window, document: { cookie: '' }, BroadcastChannel: Idle });
  ({ createNestedTokens } = await import('../../../tab/src/hosts/nestedTokens'));
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'document');
  globalThis.BroadcastChannel = Channel;
});
beforeEach(() => {
  [asked, answers] = [[], {}];
  tokens = createNestedTokens({ clientId: CLIENT, user: USER });
});

const methods = (): string[] => asked.map(({ method }) => method);
const problem = (scopes = TASKS, renew = false): Promise<unknown> =>
  tokens(scopes, renew).then(
    () => 'a token',
    (error: unknown) => Reflect.get(Object(error), 'problem'),
  );

describe('D3: a token for Graph, from the host', () => {
  test('is of this app, in the person’s tenant, for what is needed and no more', async () => {
    answers = { GetToken: [granted('one')] };
    expect(await tokens(TASKS, false)).toBe('one');
    expect(methods()).toEqual(['GetInitContext', 'GetToken']);
    expect(asked[1]?.tokenParams).toMatchObject({ clientId: CLIENT, scope: 'Tasks.ReadWrite' });
  });

  test('is asked for once, and again where it was not taken', async () => {
    answers = { GetToken: [granted('one'), granted('two')] };
    expect([await tokens(TASKS, false), await tokens(TASKS, false)]).toEqual(['one', 'one']);
    expect(await tokens(TASKS, true)).toBe('two');
    expect(methods()).toEqual(['GetInitContext', 'GetToken', 'GetToken']);
    expect(asked[2]?.tokenParams).toMatchObject({ forceRefresh: true });
  });

  test('the person is asked only where the host cannot answer without them', async () => {
    answers = { GetToken: [ASK], GetTokenPopup: [granted('one')] };
    expect(await tokens(TASKS, false)).toBe('one');
    expect(methods()).toEqual(['GetInitContext', 'GetToken', 'GetTokenPopup']);
  });

  test('two presses at once are one question', async () => {
    answers = { GetToken: [ASK], GetTokenPopup: [granted('one')] };
    expect(await Promise.all([tokens(TASKS, false), tokens(TASKS, false)])).toEqual(['one', 'one']);
    expect(methods()).toEqual(['GetInitContext', 'GetToken', 'GetTokenPopup']);
  });

  test.each([
    ['closed', refused('USER_CANCEL')],
    ['closed', refused('PERSISTENT_ERROR', 'access_denied')],
    ['notAllowed', ASK],
    ['offline', refused('NO_NETWORK')],
    ['signIn', refused('PERSISTENT_ERROR', 'invalid_client')],
    ['signIn', refused('SOMETHING_NEW')],
  ])(
    '%s: whoever was asked and gave none is told why, and may press again',
    async (why, answer) => {
      answers = { GetToken: [ASK, granted('one')], GetTokenPopup: [answer] };
      expect(await problem()).toBe(why);
      expect(await tokens(TASKS, false)).toBe('one');
    },
  );

  test.each([
    ['offline', refused('NO_NETWORK')],
    ['signIn', refused('ACCOUNT_UNAVAILABLE')],
    ['signIn', refused('DISABLED')],
    ['signIn', refused('TRANSIENT_ERROR', 'temporarily_unavailable')],
  ])('%s: where asking the person would not help, nobody is asked', async (why, answer) => {
    answers = { GetToken: [answer] };
    expect(await problem()).toBe(why);
    expect(methods()).not.toContain('GetTokenPopup');
  });

  test('A1: what the host says of the person is not in the error', async () => {
    answers = { GetToken: [refused('PERSISTENT_ERROR', 'x')] };
    const error: unknown = await tokens(TASKS, false).catch((thrown: unknown) => thrown);
    expect(String(Reflect.get(Object(error), 'stack'))).not.toContain('maya@');
    expect(JSON.stringify(error)).not.toContain('maya@');
  });
});

describe('E7: somebody else’s account', () => {
  test.each([
    ['another person', { ...USER, oid: '00000002-0000-4000-8000-000000000000' }],
    ['the person’s account elsewhere', { ...USER, tid: '20000000-0000-4000-8000-000000000000' }],
  ])('a token of %s is not used', async (_, claims) => {
    answers = { GetToken: [granted('theirs', claims)] };
    expect(await problem()).toBe('signIn');
  });

  test('however the ids are written', async () => {
    answers = { GetToken: [granted('one', { tid: USER.tid.toUpperCase(), oid: USER.oid })] };
    expect(await tokens(TASKS, false)).toBe('one');
  });
});

describe('a host without a bridge', () => {
  test('that never answers is given up after a while, and asked anew by the next press', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    try {
      answers = { GetInitContext: ['late'], GetToken: ['late', granted('one')] };
      for (const _ of ['opening', 'asking']) {
        const given = problem();
        await jest.advanceTimersByTimeAsync(20_000);
        expect(await given).toBe('offline');
      }
    } finally {
      jest.useRealTimers();
    }
    expect(await tokens(TASKS, false)).toBe('one');
  });

  test('is not signed in by windows of our own; when it has one, it is', async () => {
    answers = { GetInitContext: [refused('DISABLED')], GetToken: [granted('one')] };
    expect(await problem()).toBe('signIn');
    expect(methods()).toEqual(['GetInitContext']);
    expect(await tokens(TASKS, false)).toBe('one');
  });
});
