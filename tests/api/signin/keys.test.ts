import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createIssuer, type Issuer } from '@rapport/api/local/issuer';
import { createSignIn, SignInUnavailable, type SignIn } from '@rapport/api/signin/verify';
import { openKeyServer, type KeyServer } from './keyServer';
import { payloadOf } from './parts';

/** Only what tells the time is held still; sockets and timers run on. */
const RUNNING = [
  'hrtime',
  'nextTick',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
const SECOND = 1000;

let issuer: Issuer;
let server: KeyServer;
let signIn: SignIn;

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: [...RUNNING], now: Date.now() });
  issuer = await createIssuer();
  server = await openKeyServer(issuer);
  signIn = createSignIn(server.settings);
});
afterEach(async () => {
  jest.useRealTimers();
  await server.close();
});

const verify = async (by: Issuer, person = 'maya'): Promise<string> =>
  signIn.verify(`Bearer ${await by.issue(person)}`).then(
    ({ oid }) => oid,
    (error: unknown) =>
      error instanceof SignInUnavailable
        ? 'unavailable'
        : error instanceof Error
          ? error.message
          : 'odd',
  );

async function withUnknownKey(n: number): Promise<string> {
  const token = await issuer.sign(payloadOf(await issuer.issue('maya')), { kid: `unknown-${n}` });
  return signIn.verify(`Bearer ${token}`).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Error ? error.message : 'odd'),
  );
}

const times = <T>(count: number, act: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => act(n)));

describe("the issuer's keys", () => {
  test('are asked for once, however many call', async () => {
    const { oid } = issuer.person('maya');
    expect(new Set(await times(20, () => verify(issuer)))).toEqual(new Set([oid]));
    expect(await verify(issuer)).toBe(oid);
    expect(server.asked).toBe(1);
  });

  test('are not asked for by a token that is wrong before its key matters', async () => {
    await expect(signIn.verify('Bearer a.b.c')).rejects.toThrow('token.malformed');
    const jku = await issuer.sign('{}', { jku: server.settings.jwksUri });
    await expect(signIn.verify(`Bearer ${jku}`)).rejects.toThrow('token.header');
    expect(server.asked).toBe(0);
  });

  test('unknown names do not hammer them', async () => {
    await verify(issuer);
    expect(new Set(await times(50, withUnknownKey))).toEqual(new Set(['token.key']));
    expect(server.asked).toBe(1);
    jest.advanceTimersByTime(31 * SECOND);
    for (const round of [await times(50, withUnknownKey), await times(50, withUnknownKey)]) {
      expect(new Set(round)).toEqual(new Set(['token.key']));
    }
    expect(server.asked).toBe(2);
  });

  test('a new one is picked up, beside the old and without it', async () => {
    const next = await createIssuer();
    await verify(issuer);
    server.publish(issuer, next);
    expect(await verify(next)).toBe('token.key');
    jest.advanceTimersByTime(31 * SECOND);
    expect(await verify(next)).toBe(next.person('maya').oid);
    expect(await verify(issuer)).toBe(issuer.person('maya').oid);
    server.publish(next);
    jest.advanceTimersByTime(11 * 60 * SECOND);
    expect(await verify(issuer)).toBe('token.key');
    expect(await verify(next)).toBe(next.person('maya').oid);
  });

  test('held ones serve on while the issuer is down', async () => {
    await verify(issuer);
    await server.close();
    jest.advanceTimersByTime(60 * SECOND);
    expect(await verify(issuer)).toBe(issuer.person('maya').oid);
    server = await openKeyServer(issuer);
  });
});

describe('an issuer whose keys cannot be read', () => {
  test('is no verdict on the token', async () => {
    await server.close();
    expect(await verify(issuer)).toBe('unavailable');
    server = await openKeyServer(issuer);
  });

  const answers = [
    ['an error', { status: 500, text: '{"keys":[]}' }],
    ['nothing there', { status: 404, text: '{"keys":[]}' }],
    ['somewhere else', { status: 302, text: '' }],
    ['a page', { status: 200, text: '<html></html>' }],
    ['no keys', { status: 200, text: '{"error":"busy"}' }],
  ] as const;
  for (const [title, answer] of answers) {
    test(`${title}: is left alone for a second, then asked again`, async () => {
      server.fail(answer);
      const atOnce = await times(20, () => verify(issuer));
      const afterwards = await times(20, () => verify(issuer));
      expect(new Set([...atOnce, ...afterwards])).toEqual(new Set(['unavailable']));
      expect(server.asked).toBe(1);
      server.fail(null);
      jest.advanceTimersByTime(0.6 * SECOND);
      expect(await verify(issuer)).toBe('unavailable');
      jest.advanceTimersByTime(0.6 * SECOND);
      expect(await verify(issuer)).toBe(issuer.person('maya').oid);
      expect(server.asked).toBe(2);
    });
  }
});
