import { describe, expect, test } from '@jest/globals';
import { NoGraphToken } from '../../../tab/src/hosts/graphAccess';
import { createGraphToDo } from '../../../tab/src/todo/graph';
import type { ToDoTask } from '../../../tab/src/todo/toDo';

const BASE = 'https://graph.test/v1.0';
const TASK: ToDoTask = { key: 'the-promise', title: 'Send the rota', due: '2026-12-04' };

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly token: string | null;
  readonly body: unknown;
}
type Reply = Response | 'offline';
/** What Graph answers, in turn, to what begins so. */
type Script = Record<string, readonly (() => Reply)[]>;

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });
const error = (status: number, code: string, headers?: Record<string, string>) => () =>
  json(status, { error: { code, message: 'words of Graph' } }, headers);
const lists = () =>
  json(200, {
    value: [
      { id: 'flagged', wellknownListName: 'flaggedEmails' },
      { id: 'AAMk=/+', wellknownListName: 'defaultList' },
    ],
  });
const TASKS = '/me/todo/lists/AAMk%3D%2F%2B/tasks';
const added = () => json(201, { id: 'new' });
const LISTS = 'GET /me/todo/lists';
const OK: Script = { [LISTS]: [lists], [`POST ${TASKS}`]: [added] };

/** Graph in this process: whatever is not in the script fails the test. */
function graphOf(script: Script, zone = 'Europe/Vienna', tokens = ['first', 'second']) {
  const sent: Sent[] = [];
  const asked: { scopes: readonly string[]; renew: boolean }[] = [];
  const turns = new Map<string, number>();
  const toDo = createGraphToDo(
    {
      base: BASE,
      token(scopes, renew) {
        asked.push({ scopes, renew });
        const token = tokens[renew ? 1 : 0];
        return token === undefined ? Promise.reject(new Error('no')) : Promise.resolve(token);
      },
    },
    zone,
    (url, init) => {
      const method = init.method ?? 'GET';
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : null;
      sent.push({ method, url, token: new Headers(init.headers).get('authorization'), body });
      const name = `${method} ${url.replace(BASE, '')}`;
      const turn = turns.get(name) ?? 0;
      turns.set(name, turn + 1);
      const replies = script[name];
      const reply = (replies?.[turn] ?? replies?.at(-1))?.();
      if (reply === undefined) throw new Error(`nothing was to be asked of ${name}`);
      return reply === 'offline' ? Promise.reject(new TypeError('fetch')) : Promise.resolve(reply);
    },
  );
  return { toDo, sent, asked };
}

async function refusal(script: Script, maybeThere = false, tokens?: string[]) {
  const { toDo } = graphOf(script, undefined, tokens);
  try {
    await toDo.copy(TASK, maybeThere);
  } catch (thrown) {
    const { problem, maybeAdded, retryAfter } = thrown as Record<string, unknown>;
    return [problem, maybeAdded, retryAfter];
  }
  return 'copied';
}

describe('D3: a promise in Microsoft To Do', () => {
  test('goes to the default list, in one request, with its day in the person’s zone', async () => {
    const { toDo, sent, asked } = graphOf(OK);
    await toDo.copy(TASK, false);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${BASE}/me/todo/lists`,
      `POST ${BASE}${TASKS}`,
    ]);
    expect(sent[1]?.body).toEqual({
      title: 'Send the rota',
      dueDateTime: { dateTime: '2026-12-04T00:00:00', timeZone: 'W. Europe Standard Time' },
      linkedResources: [
        { applicationName: 'Rapport', displayName: 'Rapport', externalId: 'the-promise' },
      ],
    });
    expect(new Set(sent.map(({ token }) => token))).toEqual(new Set(['Bearer first']));
    expect(asked).toEqual(asked.map(() => ({ scopes: ['Tasks.ReadWrite'], renew: false })));
  });

  test.each([
    ['America/New_York', 'Eastern Standard Time'],
    ['Asia/Kolkata', 'India Standard Time'],
    ['Etc/UTC', 'UTC'],
    ['Mars/Olympus', 'UTC'],
  ])('means the day in %s', async (zone, named) => {
    const { toDo, sent } = graphOf(OK, zone);
    await toDo.copy(TASK, false);
    expect(sent[1]?.body).toMatchObject({ dueDateTime: { timeZone: named } });
  });

  test('has no day where the promise has none', async () => {
    const { toDo, sent } = graphOf(OK);
    await toDo.copy({ ...TASK, due: null }, false);
    expect(sent[1]?.body).not.toHaveProperty('dueDateTime');
  });

  test('A1: of the promise, nothing stands in an address', async () => {
    const { toDo, sent } = graphOf({
      ...OK,
      [`GET ${TASKS}?$expand=linkedResources&$top=100`]: [() => json(200, { value: [] })],
    });
    await toDo.copy(TASK, true);
    for (const { url } of sent) expect(url).not.toMatch(/rota|promise/i);
  });

  test('is looked for first where an earlier try may have gone through, on every page', async () => {
    const first = `GET ${TASKS}?$expand=linkedResources&$top=100`;
    const task = (externalId: string) => ({ linkedResources: [{ externalId }] });
    const script = (known: string): Script => ({
      ...OK,
      [first]: [
        () =>
          json(200, {
            value: [{}, task('another')],
            '@odata.nextLink': `${BASE}${TASKS}?$skip=100`,
          }),
      ],
      [`GET ${TASKS}?$skip=100`]: [() => json(200, { value: [task(known)] })],
    });
    const there = graphOf(script('the-promise'));
    await there.toDo.copy(TASK, true);
    expect(there.sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
    const missing = graphOf(script('a third'));
    await missing.toDo.copy(TASK, true);
    expect(missing.sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'POST']);
  });

  test('E7: a next page elsewhere is not asked for with somebody’s token', async () => {
    const away = { value: [], '@odata.nextLink': 'https://graph.test.evil.example/v1.0/me' };
    const { toDo, sent } = graphOf({ [LISTS]: [() => json(200, away)] });
    await expect(toDo.copy(TASK, false)).rejects.toMatchObject({ problem: 'noMailbox' });
    expect(sent).toHaveLength(1);
  });

  test('takes a new token where the first has ended, once', async () => {
    const ended = error(401, 'InvalidAuthenticationToken');
    const { toDo, sent, asked } = graphOf({ ...OK, [LISTS]: [ended, lists] });
    await toDo.copy(TASK, false);
    expect(sent.map(({ token }) => token)).toEqual([
      'Bearer first',
      'Bearer second',
      'Bearer first',
    ]);
    expect(asked.map(({ renew }) => renew)).toEqual([false, true, false]);
    expect(await refusal({ [LISTS]: [ended] })).toEqual(['signIn', false, null]);
    expect(await refusal(OK, false, [])).toEqual(['signIn', false, null]);
  });

  test.each(['closed', 'notAllowed', 'offline', 'signIn'] as const)(
    'says why there is no token: %s; nothing is asked of Graph',
    async (problem) => {
      const toDo = createGraphToDo(
        { base: BASE, token: () => Promise.reject(new NoGraphToken(problem)) },
        'UTC',
        () => Promise.reject(new Error('nothing was to be asked')),
      );
      const refused = { problem, maybeAdded: false };
      await expect(toDo.copy(TASK, false)).rejects.toMatchObject(refused);
    },
  );

  test('says why not: what Graph refuses, and whether it may be there all the same', async () => {
    const adding = (reply: () => Reply) => refusal({ ...OK, [`POST ${TASKS}`]: [reply] });
    expect(await refusal({ [LISTS]: [error(404, 'MailboxNotEnabledForRESTAPI')] })).toEqual([
      'noMailbox',
      false,
      null,
    ]);
    expect(await refusal({ [LISTS]: [error(403, 'ErrorNonExistentMailbox')] })).toEqual([
      'noMailbox',
      false,
      null,
    ]);
    expect(await refusal({ [LISTS]: [error(403, 'ErrorAccessDenied')] })).toEqual([
      'notAllowed',
      false,
      null,
    ]);
    const throttled = error(429, 'activityLimitReached', { 'retry-after': '17' });
    expect(await adding(throttled)).toEqual(['busy', false, 17]);
    expect(await adding(error(429, 'UnknownError'))).toEqual(['busy', false, null]);
    expect(await adding(error(503, 'serviceNotAvailable'))).toEqual(['busy', true, null]);
    expect(await adding(error(500, 'generalException'))).toEqual(['refused', true, null]);
    expect(await adding(error(400, 'invalidRequest'))).toEqual(['refused', false, null]);
    expect(await adding(() => 'offline')).toEqual(['offline', true, null]);
    expect(await refusal({ [LISTS]: [() => 'offline'] })).toEqual(['offline', false, null]);
  });

  test('waits as a date says, too', async () => {
    const date = new Date(Date.now() + 30_000).toUTCString();
    const [, , seconds] = (await refusal({
      [LISTS]: [error(429, 'UnknownError', { 'retry-after': date })],
    })) as [string, boolean, number];
    expect(seconds).toBeGreaterThan(20);
    expect(seconds).toBeLessThanOrEqual(31);
  });
});
