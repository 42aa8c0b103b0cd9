import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCors } from '@rapport/api/cors';
import { EFFECT_KIND, type Effect } from '@rapport/api/effects/effect';
import { personPartition } from '@rapport/api/places';
import { routes } from '@rapport/api/routes/table';
import { timers } from '@rapport/api/timers';
import { openDatabase } from '@rapport/api/storage/database';
import { personIdOf } from '@rapport/domain/person';
import { randomUUID } from 'node:crypto';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { readBuilt, readBuiltFile } from '../tab/built';
import { startFunctionsApp, type FunctionsApp, type Registered } from './support/functionsApp';
import { openWorld, type World } from './support/world';

/** Where the tab of this app is served. */
const TAB = 'https://rapport.example.com';

/** The app as it is deployed, behind a stand-in of its host, on the folder that `world` has open too. */
let world: World;
let app: FunctionsApp;
beforeAll(async () => {
  world = await openWorld();
  app = await startFunctionsApp({ ...world.environment, TAB_ORIGIN: TAB });
});
afterAll(async () => {
  await app.stop();
  await world.close();
});

const triggerOf = ({ bindings }: Registered): Readonly<Record<string, unknown>> => {
  const trigger = Object.values(bindings).find(({ direction }) => direction === 'in');
  if (!trigger) throw new Error('a function without a trigger');
  return trigger;
};
const ofType = (type: string): Registered[] =>
  app.functions.filter((registered) => triggerOf(registered)['type'] === type);
const methodOf = (name: string): string =>
  routes.find((route) => route.name === name)?.method ?? '';

const ask = async (name: string, person?: string, headers: Record<string, string> = {}) =>
  app.http(name, {
    method: methodOf(name),
    headers: {
      ...(person && { authorization: `Bearer ${await world.issuer.issue(person)}` }),
      ...headers,
    },
  });

describe('what the Functions app registers', () => {
  test('every route of the table, for its method, at its address below /api', () => {
    const registered = ofType('httpTrigger')
      .filter(({ name }) => name !== 'preflight')
      .map((one) => {
        const { route, methods, authLevel } = triggerOf(one);
        return {
          name: one.name,
          route,
          methods,
          authLevel,
          returns: one.bindings['$return']?.['type'],
        };
      });
    const expected = routes.map(({ name, path, method }) => ({
      name,
      route: path.slice('/api/'.length),
      methods: [method],
      authLevel: 'anonymous',
      returns: 'http',
    }));
    const byName = <T extends { name: string }>(all: T[]): T[] =>
      all.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
    expect(byName(registered)).toEqual(byName(expected));
    for (const { route } of registered) expect(route).toMatch(/^[a-z{]/);
  });

  test('every timer of the table, one that is asked before others send, and nothing else', () => {
    const registered = ofType('timerTrigger');
    expect(registered.map((one) => [one.name, triggerOf(one)['schedule']])).toEqual(
      timers.map(({ name, schedule }) => [name, schedule]),
    );
    expect(app.functions).toHaveLength(routes.length + timers.length + 1);
  });
});

describe('a tab of another origin', () => {
  const asked = (method: string, origin: string) =>
    app.http(method === 'OPTIONS' ? 'preflight' : 'getHealth', { method, headers: { origin } });

  test('is asked about any address, and may send what the client sends', async () => {
    const preflight = app.functions.find(({ name }) => name === 'preflight');
    expect(preflight && triggerOf(preflight)).toMatchObject({
      methods: ['OPTIONS'],
      route: '{*path}',
    });
    const { status, headers } = await asked('OPTIONS', TAB);
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe(TAB);
    expect(headers['access-control-allow-methods']?.split(', ')).toEqual(
      expect.arrayContaining([...new Set(routes.map(({ method }) => method))]),
    );
    expect(headers['access-control-allow-headers']?.split(', ')).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'if-none-match']),
    );
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('reads answers, with the headers that the client reads', async () => {
    const { headers } = await asked('GET', TAB);
    expect(headers).toMatchObject({ 'access-control-allow-origin': TAB, vary: 'origin' });
    expect(headers['access-control-expose-headers']?.split(', ')).toEqual(
      expect.arrayContaining(['etag', 'rapport-time', 'retry-after']),
    );
  });

  test.each(['GET', 'OPTIONS'])('is nobody else: %s', async (method) => {
    for (const origin of ['https://elsewhere.example.com', `${TAB}.evil.example`, 'null']) {
      const { headers } = await asked(method, origin);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('is named by an origin, or the app does not start', () => {
    expect(() => createCors({ TAB_ORIGIN: `${TAB}/tab` })).toThrow('TAB_ORIGIN has to be');
    expect(createCors({}).headers(TAB)).toEqual({});
  });
});

describe('what the host hands over is answered by the pipeline', () => {
  test('health, to anybody', async () => {
    const answer = await ask('getHealth');
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { status: 'ok' }]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    });
  });

  test('a problem document to whoever has no token', async () => {
    const answer = await ask('getHome');
    expect(answer.status).toBe(401);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'www-authenticate': 'Bearer',
    });
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'signIn.required', status: 401 });
  });

  test('bodies, headers and parameters arrive; what is written stays', async () => {
    const authorization = `Bearer ${await world.issuer.issue('maya')}`;
    const body = { introduction: 'Grüße von mir 🙂' };
    const saved = await app.http('saveIntroduction', {
      method: 'PUT',
      headers: {
        authorization,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body,
    });
    expect([saved.status, JSON.parse(saved.text)]).toEqual([200, body]);
    expect((await world.ok('maya', 'getHome')).json).toMatchObject(body);

    const read = await ask('getHome', 'maya');
    expect(JSON.parse(read.text)).toMatchObject(body);
    const etag = read.headers['etag'] ?? '';
    const again = await ask('getHome', 'maya', { 'if-none-match': etag });
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);

    const strange = await app.http('getSeries', {
      method: 'GET',
      headers: { authorization },
      params: { seriesId: 'strange' },
    });
    expect(JSON.parse(strange.text)).toMatchObject({ status: 400, field: 'seriesId' });
  });

  test('the timer finishes what was interrupted, and deletes what has expired', async () => {
    const { tid, oid } = world.issuer.person('sam');
    const partition = personPartition(personIdOf(tid, oid));
    const effect: Effect = { type: 'seats', series: randomUUID(), people: [] };
    const past = new Date(Date.now() - 60_000).toISOString();
    await world.composed.services.documents.write(partition, [
      {
        change: 'create',
        placing: { id: 'due', kind: EFFECT_KIND, schema: 1, due: past },
        value: effect,
      },
      {
        change: 'create',
        placing: { id: 'expired', kind: 'applied', schema: 1, expires: past },
        value: {},
      },
    ]);
    const database = await openDatabase(join(world.data, 'rapport.db'), 'select 1');
    const ids = database.prepare<{ id: string }>('select id from documents where partition = ?');
    const there = () => ids.all(partition.key).map(({ id }) => id);
    try {
      expect(there().toSorted()).toEqual(['due', 'expired']);
      await app.timer('sweepEffects');
      expect(there()).toEqual([]);
    } finally {
      database.close();
    }
  });

  test('its log has one line a request, and nobody in it', () => {
    const { tid, oid, name } = world.issuer.person('maya');
    expect(app.errors()).toContain('"route":"PUT /api/home/introduction"');
    for (const word of [tid, oid, name, 'Grüße', 'strange', 'Bearer']) {
      expect(app.errors()).not.toContain(word);
    }
  });
});

describe('a setting that is missing', () => {
  test.each([
    'AUTH_ISSUER',
    'AUTH_JWKS_URI',
    'AUTH_AUDIENCE',
    'AUTH_TENANTS',
    'AUTH_CLIENTS',
    'RAPPORT_DATA',
  ])(
    '%s: one clear sentence that names it, and an app that the host can still load',
    async (name) => {
      const { [name]: _, ...rest } = world.environment;
      const wrong = await startFunctionsApp(rest);
      try {
        expect(wrong.functions).toHaveLength(app.functions.length);
        await expect(wrong.http('getHealth', { method: 'GET' })).rejects.toThrow(name);
      } finally {
        await wrong.stop();
      }
      expect(wrong.errors()).toMatch(new RegExp(`^${name} has to [^\\n]+\\.\\n$`));
    },
  );
});

describe('what is deployed', () => {
  test('is one file that brings all it needs but the worker and one native package', async () => {
    const built = await readBuilt('api/dist');
    const code = built.get('functions.js') ?? '';
    const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, id = '']) => id);
    expect(required).toContain('@azure/functions-core');
    expect(required.filter((id) => !isBuiltin(id) && id !== '@azure/functions-core')).toEqual([]);
    const loaded = [...code.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, id]) => id);
    expect(loaded).toEqual(['libsql']);
    const manifest = JSON.parse(built.get('package.json') ?? '{}') as { dependencies: object };
    expect(Object.keys(manifest.dependencies)).toEqual(loaded);
  });

  test('has no native module inside', async () => {
    const built = await readBuilt('api/dist');
    expect(built.get('functions.js')).not.toMatch(/\(["'`][^"'`]*\.node["'`]\)|process\.dlopen/);
    const { inputs } = JSON.parse(await readBuiltFile('.build/api.meta.json')) as {
      inputs: Record<string, unknown>;
    };
    expect(Object.keys(inputs)).toContain('api/functions.ts');
    expect(Object.keys(inputs).filter((file) => !/\.(ts|js|mjs|cjs|json)$/.test(file))).toEqual([]);
  });
});
