import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createIssuer, type Issuer } from '@rapport/api/local/issuer';
import { localTenant, otherTenant } from '@rapport/api/local/people';
import { createSignIn, SignInRefused, type SignIn } from '@rapport/api/signin/verify';
import * as fc from 'fast-check';
import { openKeyServer, type KeyServer } from './keyServer';
import { payloadOf } from './parts';
import { wrongTokens } from './wrongTokens';

let issuer: Issuer;
let server: KeyServer;
let signIn: SignIn;

beforeAll(async () => {
  issuer = await createIssuer();
  server = await openKeyServer(issuer);
  signIn = createSignIn(server.settings);
});
afterAll(() => server.close());

const callerWith = async (claims: Readonly<Record<string, unknown>>) =>
  signIn.verify(`Bearer ${await issuer.issue('maya', claims)}`);

const refusalOf = (authorization: string | null): Promise<unknown> =>
  signIn.verify(authorization).then(
    () => 'accepted',
    (error: unknown) => (error instanceof SignInRefused ? error.reason : error),
  );

describe('tokens that are accepted', () => {
  test('one of Teams on the web says who calls', async () => {
    const { oid } = issuer.person('maya');
    expect(await callerWith({})).toEqual({
      id: `${localTenant}.${oid}`,
      tid: localTenant,
      oid,
      name: 'Maya Adeyemi',
      address: issuer.person('maya').email,
    });
  });

  test('one that Rapport itself asked for (nested app authentication)', async () => {
    const caller = await callerWith({ azp: server.settings.audience });
    expect(caller.oid).toBe(issuer.person('maya').oid);
  });

  test('ids in capitals are the same ids', async () => {
    const { oid } = issuer.person('maya');
    const tid = localTenant.toUpperCase();
    const caller = await callerWith({
      tid,
      oid: oid.toUpperCase(),
      iss: server.settings.issuer.replace('{tid}', tid),
      aud: server.settings.audience.toUpperCase(),
    });
    expect(caller).toEqual({
      id: `${localTenant}.${oid}`,
      tid: localTenant,
      oid,
      name: 'Maya Adeyemi',
      address: issuer.person('maya').email,
    });
  });

  test('C5: a chat is opened under the sign-in name, where the token says one that is an address', async () => {
    const named = await callerWith({ preferred_username: 'maya@contoso.example' });
    expect(named.address).toBe('maya@contoso.example');
    for (const preferred_username of [
      undefined,
      'maya',
      'a b@c.example',
      7,
      '@',
      'x'.repeat(300),
    ]) {
      expect(await callerWith({ preferred_username })).not.toHaveProperty('address');
    }
  });

  const now = () => Math.floor(Date.now() / 1000);
  const harmless: readonly (readonly [string, () => Readonly<Record<string, unknown>>])[] = [
    ['the scope among others', () => ({ scp: 'openid access_as_user profile' })],
    ['a user by idtyp', () => ({ idtyp: 'user' })],
    ['roles besides the scope', () => ({ roles: ['Reader'] })],
    ['a member by acct', () => ({ acct: 0 })],
    ['idp of their own directory', () => ({ idp: `https://sts.windows.net/${localTenant}/` })],
    ['claims nobody knows', () => ({ xms_new: { nested: true } })],
    ['just expired, within the tolerance', () => ({ exp: now() - 5 })],
    ['valid in a moment, within the tolerance', () => ({ nbf: now() + 5 })],
  ];
  for (const [title, claims] of harmless) {
    test(`accepted: ${title}`, async () => {
      expect((await callerWith(claims())).oid).toBe(issuer.person('maya').oid);
    });
  }

  test('the scheme in any case, with any spaces (RFC 9110, 11.1 and 11.4)', async () => {
    const token = await issuer.issue('ravi');
    const headers = [`bearer ${token}`, `BEARER  ${token}`, ` Bearer ${token} `];
    const callers = await Promise.all(headers.map((header) => signIn.verify(header)));
    expect(new Set(callers.map(({ oid }) => oid))).toEqual(new Set([issuer.person('ravi').oid]));
  });

  test('header members that nobody asked for are ignored (RFC 7515, 4)', async () => {
    const payload = payloadOf(await issuer.issue('maya'));
    const token = await issuer.sign(payload, { x5t: 'dGh1bWI', rh: '0.AAA' });
    expect((await signIn.verify(`Bearer ${token}`)).name).toBe('Maya Adeyemi');
  });
});

describe('tokens that are refused', () => {
  test('there are well over forty of them, each of its own', async () => {
    const wrong = await wrongTokens(issuer);
    expect(wrong.length).toBeGreaterThan(100);
    expect(new Set(wrong.map(({ title }) => title)).size).toBe(wrong.length);
    expect(new Set(wrong.map(({ authorization }) => authorization)).size).toBe(wrong.length);
  });

  test('every one, for its own reason', async () => {
    const wrong = await wrongTokens(issuer);
    const reasons = await Promise.all(
      wrong.map(async ({ title, authorization }) => [title, await refusalOf(authorization)]),
    );
    expect(reasons).toEqual(wrong.map(({ title, reason }) => [title, reason]));
  });

  test('no header at all', async () => {
    expect(await refusalOf(null)).toBe('token.missing');
    expect(await refusalOf('  ')).toBe('token.missing');
  });

  test('the refusal carries nothing of the token', async () => {
    const token = await issuer.issue('maya', { exp: 1 });
    const error: unknown = await signIn
      .verify(`Bearer ${token}`)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SignInRefused);
    const said = error instanceof Error ? [error.message, error.stack, String(error.cause)] : [];
    for (const secret of [token, 'Maya', issuer.person('maya').oid]) {
      expect(`${JSON.stringify(error)}${said.join()}`).not.toContain(secret);
    }
    expect(error).not.toHaveProperty('cause');
  });

  test('one allowed tenant cannot speak for another', async () => {
    const both = createSignIn({ ...server.settings, tenants: [localTenant, otherTenant] });
    expect((await both.verify(`Bearer ${await issuer.issue('olga')}`)).tid).toBe(otherTenant);
    const mixed = await issuer.issue('maya', { tid: otherTenant });
    await expect(both.verify(`Bearer ${mixed}`)).rejects.toMatchObject({ reason: 'token.issuer' });
  });

  test('somebody of another company is a stranger', async () => {
    expect(await refusalOf(`Bearer ${await issuer.issue('olga')}`)).toBe('token.tenant');
  });

  test('any text is refused, and nothing else happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect(await refusalOf(`Bearer ${text}`)).toMatch(/^token\./);
      }),
    );
  });

  test('any one changed letter of a good token makes it a wrong one', async () => {
    const token = await issuer.issue('maya');
    const letter = fc.constantFrom(...'ABCXYZabcxyz0189-_.=+/ ~'.split(''));
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), letter, async (at, other) => {
        fc.pre(token[at] !== other);
        const changed = `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
        expect(await refusalOf(`Bearer ${changed}`)).toMatch(/^token\./);
      }),
      { numRuns: 300 },
    );
  });
});
