import { beforeAll, describe, expect, test } from '@jest/globals';
import { directoryRoutes } from '@rapport/api/local/directoryRoutes';
import { createIssuer, GRAPH, type Issuer } from '@rapport/api/local/issuer';
import { localTenant, type people } from '@rapport/api/local/people';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';

const HERE = 'http://localhost:3000';
let issuer: Issuer;
let app: ReturnType<typeof directoryRoutes>;

beforeAll(async () => {
  issuer = await createIssuer();
  app = directoryRoutes(issuer);
});

const ask = (body: string, headers: Record<string, string> = {}) =>
  app.request(`${HERE}/local/token`, { method: 'POST', body, headers });

describe('the local directory', () => {
  test('lists one company: Maya manages five people, Ravi one', async () => {
    const listed: typeof people = await (await app.request(`${HERE}/local/people`)).json();
    expect(listed.map(({ key }) => key).join(' ')).toBe('maya ravi lena tom aiko sam nia');
    expect(new Set(listed.map(({ tid }) => tid))).toEqual(new Set([localTenant]));
    expect(new Set(listed.map(({ oid }) => oid)).size).toBe(listed.length);
    const managed = listed.filter(({ manages }) => manages.length > 0);
    expect(managed.map(({ key, manages }) => [key, manages.join(' ')])).toEqual([
      ['maya', 'ravi lena tom aiko sam'],
      ['ravi', 'nia'],
    ]);
  });

  test('hands out tokens that its published keys verify', async () => {
    const reply = await ask('{"person":"ravi"}', { origin: HERE });
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const { token } = await reply.json();
    const keys = await (await app.request(`${HERE}/local/keys`)).json();
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys));
    expect(payload).toMatchObject({ ver: '2.0', oid: issuer.person('ravi').oid, tid: localTenant });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  });

  test('hands out tokens for what stands in for Graph, which the api would not take', async () => {
    const reply = await ask('{"person":"ravi","scopes":["User.ReadBasic.All"]}', { origin: HERE });
    const { token } = await reply.json();
    expect(decodeJwt(token)).toMatchObject({ aud: GRAPH, scp: 'User.ReadBasic.All' });
    const look = (bearer: string) =>
      app.request(`${HERE}/local/graph/v1.0/users/tom@fabrikam.example`, {
        headers: { authorization: `Bearer ${bearer}` },
      });
    expect(await (await look(token)).json()).toMatchObject({ displayName: 'Tom Gallagher' });
    const another = await issuer.issue('ravi', { aud: GRAPH, scp: 'Tasks.ReadWrite' });
    expect([(await look(another)).status, (await look('none')).status]).toEqual([403, 401]);
  });

  test('publishes no private key', async () => {
    const text = await (await app.request(`${HERE}/local/keys`)).text();
    for (const member of ['"d"', '"p"', '"q"']) expect(text).not.toContain(member);
  });

  test('has somebody of another company, who is not listed', async () => {
    const { token } = await (await ask('{"person":"olga"}')).json();
    expect(decodeJwt(token)['tid']).not.toBe(localTenant);
  });

  for (const person of ['nobody', '', 'Maya', '__proto__', 'constructor']) {
    test(`somebody unknown ("${person}"): a problem that names the field`, async () => {
      const reply = await ask(JSON.stringify({ person }));
      expect(reply.status).toBe(404);
      expect(reply.headers.get('content-type')).toBe('application/problem+json');
      expect(await reply.json()).toMatchObject({ code: 'person.unknown', field: 'person' });
    });
  }

  for (const body of ['', 'null', '{', '[]', '{}', '{"person":7}', '{"person":"maya","x":1}']) {
    test(`a wrong body (${body}): a problem that names the field`, async () => {
      const reply = await ask(body);
      expect(reply.status).toBe(400);
      expect(await reply.json()).toMatchObject({ code: 'input.malformed', field: 'person' });
    });
  }

  test('a body that is far too large is not read', async () => {
    expect((await ask(`{"person":"${'m'.repeat(5000)}"}`)).status).toBe(413);
  });

  for (const origin of [
    'http://127.0.0.1:3000',
    'http://localhost:3001',
    'https://evil.example',
    'null',
  ]) {
    test(`of all pages only the local Teams gets an answer, not one of ${origin}`, async () => {
      const replies = await Promise.all([
        ask('{"person":"maya"}', { origin }),
        app.request(`${HERE}/local/people`, { headers: { origin } }),
        app.request(`${HERE}/local/keys`, { headers: { origin } }),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([403, 403, 403]);
    });
  }

  test('another name for this machine does not make its page the local Teams', async () => {
    const reply = await app.request('http://evil.example:3000/local/people', {
      headers: { origin: 'http://evil.example:3000' },
    });
    expect(reply.status).toBe(403);
  });
});
