import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createHttp, reader } from '../../../tab/src/client/http';
import { ApiRefused, ApiUnreachable } from '../../../tab/src/client/state';
import type { HostAdapter } from '../../../tab/src/hosts/hostAdapter';
import { holdTimers, pass, settle } from './support/time';

const user = {
  tid: '7af98646-af18-488e-a794-068575df9192',
  oid: 'b945fe71-5e35-454a-b61f-4f2bd6b41926',
};
const tokenFor = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
const own = tokenFor({ ...user, name: 'Zoë >>>???' });

const hostWith = (token: () => Promise<string>): Pick<HostAdapter, 'token' | 'context'> => ({
  token,
  context: {
    user,
    place: { kind: 'personal' },
    app: 'teams',
    locale: 'en',
    seriesId: null,
    meeting: null,
  },
});

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}

/** An api that gives these answers one after the other, and remembers what it was asked. */
function apiOf(...answers: (Response | Error | 'silence')[]) {
  const asked: Asked[] = [];
  let tokens = 0;
  const http = createHttp(
    hostWith(() => {
      tokens += 1;
      return Promise.resolve(own);
    }),
    (path, init) => {
      asked.push({ path, init });
      const answer = answers.shift() ?? new Error('asked too often');
      if (answer === 'silence') return new Promise(() => undefined);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  );
  return { http, asked, tokens: () => tokens };
}

const json = (value: unknown, init: ResponseInit = {}): Response => Response.json(value, init);
const headerOf = (one: Asked | undefined, name: string) => new Headers(one?.init.headers).get(name);

describe('E7: nothing is sent under another account', () => {
  test.each([
    ['somebody else', tokenFor({ ...user, oid: 'bce235be-708f-4aaa-b15d-040bc2ed6eb6' })],
    ['another directory', tokenFor({ ...user, tid: '83488a0b-8bee-47dd-af71-2d514c52eed2' })],
    ['nobody', tokenFor({})],
    ['no claims at all', tokenFor([])],
    ['what is no token', 'opaque'],
    ['what is no JSON', 'e30.bm8.c2ln'],
  ])('a token of %s never leaves the page', async (_, token) => {
    const asked: string[] = [];
    const http = createHttp(
      hostWith(() => Promise.resolve(token)),
      (path) => {
        asked.push(path);
        return Promise.resolve(json({}));
      },
    );
    const error = await http.send('POST', '/api/series', {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 401, refusal: { code: 'signIn.required' } });
    expect(asked).toEqual([]);
  });

  test('a directory that spells ids in capitals is the same one', async () => {
    const { oid, tid } = user;
    const token = tokenFor({ oid: oid.toUpperCase(), tid: tid.toUpperCase() });
    const http = createHttp(
      hostWith(() => Promise.resolve(token)),
      () => Promise.resolve(json({ seats: [] })),
    );
    expect(await http.get('/api/home', null)).toEqual({ value: { seats: [] }, etag: null });
  });
});

describe('asking the api', () => {
  test('a read names the etag it knows, and a write its key', async () => {
    const { http, asked } = apiOf(
      json({ a: 1 }, { headers: { etag: '"one"' } }),
      json({ version: 2 }),
    );
    expect(await http.get('/api/home', '"none"')).toEqual({ value: { a: 1 }, etag: '"one"' });
    expect(await http.send('PUT', '/api/home', { b: 'ö' }, 'the-key')).toEqual({ version: 2 });
    expect(headerOf(asked[0], 'if-none-match')).toBe('"none"');
    expect(headerOf(asked[0], 'authorization')).toBe(`Bearer ${own}`);
    expect(headerOf(asked[1], 'idempotency-key')).toBe('the-key');
    expect(asked[1]?.init).toMatchObject({ method: 'PUT', body: '{"b":"ö"}' });
  });

  test('a token that is not taken is asked for anew, once', async () => {
    const again = apiOf(new Response(null, { status: 401 }), json({}));
    await again.http.send('POST', '/api/nudge', {});
    expect(again.tokens()).toBe(2);

    const never = apiOf(new Response(null, { status: 401 }), new Response(null, { status: 401 }));
    await expect(never.http.send('POST', '/api/nudge', {})).rejects.toMatchObject({ status: 401 });
    expect(never.tokens()).toBe(2);
  });

  test.each([
    ['a network that is gone', new TypeError('Failed to fetch')],
    ['a page that is not the api’s', new Response('<!doctype html>')],
    ['an answer cut off', new Response('{"version":')],
    ['an answer without anything in it', new Response('')],
    ...[408, 425, 429, 502, 503, 504].map(
      (status) => [`${status}`, new Response(null, { status })] as const,
    ),
  ])('%s says nothing about the request', async (_, answer) => {
    const { http } = apiOf(answer, answer instanceof Error ? answer : answer.clone());
    await expect(http.send('POST', '/api/x', {})).rejects.toBeInstanceOf(ApiUnreachable);
    await expect(http.get('/api/x', null)).rejects.toBeInstanceOf(ApiUnreachable);
  });

  test('a host that gives no token is like no connection', async () => {
    const http = createHttp(hostWith(() => Promise.reject(new Error('CancelledByUser'))));
    await expect(http.get('/api/home', null)).rejects.toBeInstanceOf(ApiUnreachable);
  });

  test('a refusal carries code, field and reference; what is no problem document has none', async () => {
    const problem = { code: 'input.tooLong', field: 'text', reference: 'r', title: 'x' };
    const { http } = apiOf(
      json(problem, { status: 400 }),
      new Response('<h1>No</h1>', { status: 403 }),
    );
    const said = await http.send('POST', '/x', {}).catch((thrown: unknown) => thrown);
    expect(said).toBeInstanceOf(ApiRefused);
    expect(said).toMatchObject({
      status: 400,
      refusal: { code: 'input.tooLong', field: 'text', reference: 'r' },
    });
    await expect(http.send('POST', '/x', {})).rejects.toMatchObject({
      status: 403,
      refusal: { code: 'unexpected', field: null, reference: null },
    });
  });
});

describe('what never answers', () => {
  beforeEach(holdTimers);
  afterEach(() => {
    jest.useRealTimers();
  });

  test('a connection that died without a word is given up, and the request with it', async () => {
    const { http, asked } = apiOf('silence');
    const ended = http.get('/api/home', null).catch((thrown: unknown) => thrown);
    await settle();
    await pass(19_999);
    expect(asked[0]?.init.signal?.aborted).toBe(false);
    await pass(1);
    expect(await ended).toBeInstanceOf(ApiUnreachable);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  test('so is a host that never says who the person is', async () => {
    const http = createHttp(hostWith(() => new Promise(() => undefined)));
    const ended = http.get('/api/home', null).catch((thrown: unknown) => thrown);
    await pass(20_000);
    expect(await ended).toBeInstanceOf(ApiUnreachable);
  });

  test('an answer in time leaves no timer behind', async () => {
    const { http } = apiOf(json({}));
    await http.get('/api/home', null);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('reading again', () => {
  const etagged = (value: unknown, etag: string) => json(value, { headers: { etag } });

  test('304 is nothing new, and the etag stays known', async () => {
    const { http, asked } = apiOf(
      etagged({ n: 1 }, '"1"'),
      new Response(null, { status: 304 }),
      new Response(null, { status: 304 }),
      etagged({ n: 2 }, '"2"'),
    );
    const read = reader<{ n: number }>(http, '/api/home');
    expect([await read(), await read(), await read(), await read()]).toEqual([
      { n: 1 },
      null,
      null,
      { n: 2 },
    ]);
    expect(asked.map((one) => headerOf(one, 'if-none-match'))).toEqual([null, '"1"', '"1"', '"1"']);
  });

  test('after a refusal everything is read anew', async () => {
    const { http, asked } = apiOf(
      etagged({ n: 1 }, '"1"'),
      json({ code: 'series.notFound' }, { status: 404 }),
      etagged({ n: 1 }, '"1"'),
    );
    const read = reader<{ n: number }>(http, '/api/home');
    await read();
    await expect(read()).rejects.toMatchObject({ status: 404 });
    expect(await read()).toEqual({ n: 1 });
    expect(headerOf(asked[2], 'if-none-match')).toBeNull();
  });
});
