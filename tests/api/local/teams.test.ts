import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LocalPerson } from '@rapport/api/local/teams/person';
import { teamsData, type TeamsView } from '@rapport/api/local/teams/schema';
import { createTeamsState, teamsRoutes } from '@rapport/api/local/teams';
import { oneOnOneChatId, peopleOfChat } from '@rapport/domain/chat';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const person = (number: number, key: string, manages: readonly string[] = []): LocalPerson => ({
  key,
  manages,
  oid: `0000000${number}-0000-4000-8000-000000000000`,
  tid: '10000000-0000-4000-8000-000000000000',
  name: `${key} Example`,
  title: 'Somebody',
  email: `${key}@example.com`,
});
const people = [
  person(1, 'maya', ['ravi', 'lena', 'tom']),
  person(2, 'ravi', ['nia']),
  person(3, 'lena'),
  person(4, 'tom'),
  person(5, 'nia'),
];
const oidOf = (key: string) => people.find((one) => one.key === key)?.oid ?? '';
const chatOf = (a: string, b: string) => oneOnOneChatId(oidOf(a), oidOf(b));

let folder: string;
let now: Date;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teams-'));
  now = new Date(2026, 4, 6, 12, 0);
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => createTeamsState(folder, people, { now: () => now });

function client(state = open()) {
  const routes = teamsRoutes(state);
  return {
    async view(key: string, meeting?: string): Promise<TeamsView> {
      const query = new URLSearchParams({ person: key, ...(meeting && { meeting }) });
      const response = await routes.request(`/local/teams?${query}`);
      expect(response.status).toBe(200);
      return (await response.json()) as TeamsView;
    },
    get: async (path: string) => await routes.request(path),
    post: async (path: string, body: unknown, type = 'application/json') =>
      await routes.request(`/local/teams${path}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

const meetingOf = (view: TeamsView, other: string) => {
  const meeting = view.meetings.find((one) => one.people.includes(other));
  if (!meeting) throw new Error(`no meeting with ${other}`);
  return meeting;
};

describe('a person’s Teams', () => {
  test('starts with chats for everybody they work with and their meetings, Rapport and words in none', async () => {
    const { chats, meetings } = await client().view('ravi');
    expect(meetings.map((one) => one.people)).toEqual([
      ['maya', 'ravi'],
      ['ravi', 'nia'],
    ]);
    expect(chats.filter((one) => one.meeting === null).map((one) => one.id)).toEqual([
      chatOf('maya', 'ravi'),
      chatOf('ravi', 'nia'),
    ]);
    expect(chats.filter((one) => one.meeting !== null).map((one) => one.id)).toEqual(
      meetings.map((one) => one.chat),
    );
    expect(chats.every((one) => one.rapport === null && one.messages.length === 0)).toBe(true);
  });

  test('has what is added and said in a chat for its two people and nobody else', async () => {
    const { post, view } = client();
    const chat = chatOf('maya', 'ravi');
    expect((await post('/apps', { person: 'ravi', chat })).status).toBe(204);
    expect(
      (await post('/messages', { person: 'maya', chat, text: ' Hello \n there ' })).status,
    ).toBe(204);
    for (const key of ['maya', 'ravi']) {
      const found = (await view(key)).chats.find((one) => one.id === chat);
      expect(found?.rapport).toMatchObject({ by: 'ravi', at: now.toISOString() });
      expect(found?.messages).toMatchObject([{ from: 'maya', text: 'Hello \n there' }]);
    }
    expect(JSON.stringify(await view('lena'))).not.toContain('Hello');
  });

  test('adding Rapport again changes nothing, however the chat’s id is spelled', async () => {
    const { post, view } = client();
    const other = `19:${oidOf('ravi')}_${oidOf('maya')}@unq.gbl.spaces`;
    await post('/apps', { person: 'maya', chat: chatOf('maya', 'ravi') });
    now = new Date(now.getTime() + 60_000);
    await post('/apps', { person: 'ravi', chat: other });
    const chats = (await view('maya')).chats.filter((one) => one.rapport);
    expect(chats).toMatchObject([{ id: chatOf('maya', 'ravi'), rapport: { by: 'maya' } }]);
  });

  test('shows a chat with somebody they do not work with once it was used', async () => {
    const { post, view } = client();
    const chat = chatOf('lena', 'tom');
    const ids = async () => (await view('tom')).chats.map((one) => one.id);
    expect(await ids()).not.toContain(chat);
    await post('/messages', { person: 'lena', chat, text: 'Hi' });
    expect(await ids()).toContain(chat);
  });
});

describe('meetings', () => {
  test('C1: have a chat whose id names nobody and is the same after a restart', async () => {
    const before = meetingOf(await client().view('maya'), 'ravi');
    expect(before.chat).toMatch(/^19:meeting_[\w-]+@thread\.v2$/);
    expect(peopleOfChat(before.chat)).toBeNull();
    for (const { key, oid, name } of people) {
      expect(before.chat).not.toContain(key);
      expect(before.chat).not.toContain(oid);
      expect(before.chat).not.toContain(name);
    }
    expect(meetingOf(await client().view('ravi'), 'maya')).toEqual(before);
  });

  test('each have a chat of their own', async () => {
    const { meetings } = await client().view('maya');
    expect(new Set(meetings.map((one) => one.chat)).size).toBe(3);
  });

  test('come weekly at the same local time, and move on when one has ended', async () => {
    const { view } = client();
    const first = meetingOf(await view('maya'), 'ravi').next;
    expect(new Date(first.end).getTime() - new Date(first.start).getTime()).toBe(30 * 60_000);
    expect(new Date(first.end) > now).toBe(true);
    now = new Date(new Date(first.end).getTime() - 1);
    expect(meetingOf(await view('maya'), 'ravi').next).toEqual(first);
    now = new Date(first.end);
    const { next, occurrences } = meetingOf(await view('maya'), 'ravi');
    const [a, b] = [new Date(first.start), new Date(next.start)];
    expect([b.getDay(), b.getHours(), b.getMinutes()]).toEqual([
      a.getDay(),
      a.getHours(),
      a.getMinutes(),
    ]);
    expect(new Date(a.getFullYear(), a.getMonth(), a.getDate() + 7).getDate()).toBe(b.getDate());
    expect(occurrences).toEqual([first, next]);
  });

  test('are on working days and never two at once for one person', async () => {
    const { view } = client();
    for (const { key } of people) {
      const starts = (await view(key)).meetings.map((one) => one.next.start);
      expect(new Set(starts).size).toBe(starts.length);
      for (const start of starts) expect([1, 2, 3, 4, 5]).toContain(new Date(start).getDay());
    }
  });

  test('C1: a third person with the link gets in, and gets no chat by it', async () => {
    const { post, view } = client();
    const { id, chat } = meetingOf(await view('maya'), 'ravi');
    const before = await view('tom', id);
    expect(before.visiting).toMatchObject({ meeting: { id }, rapport: false });
    expect(before.chats.some((one) => one.id === chat)).toBe(false);
    expect((await post('/apps', { person: 'tom', chat })).status).toBe(403);
    await post('/apps', { person: 'maya', chat });
    expect((await view('tom', id)).visiting?.rapport).toBe(true);
    expect((await view('maya', id)).visiting).toBeNull();
  });

  test('know who is in them, until the server stops', async () => {
    const { post, view } = client();
    const { id: meeting } = meetingOf(await view('maya'), 'ravi');
    const here = async () => meetingOf(await view('maya'), 'ravi').here;
    for (const key of ['maya', 'ravi', 'maya']) {
      await post('/attendance', { person: key, meeting, here: true });
    }
    expect((await here()).toSorted()).toEqual(['maya', 'ravi']);
    await post('/attendance', { person: 'maya', meeting, here: false });
    expect(await here()).toEqual(['ravi']);
    expect(meetingOf(await client().view('maya'), 'ravi').here).toEqual([]);
  });
});

describe('what outlasts a restart', () => {
  test('apps, messages and the guided path', async () => {
    const chat = chatOf('maya', 'ravi');
    const { post, view } = client();
    await post('/apps', { person: 'maya', chat });
    await post('/messages', { person: 'ravi', chat, text: 'Still here' });
    await post('/guide', { marks: ['addTopic', 'addTopic'] });
    await post('/guide', { dismissed: true });
    const before = await view('maya');

    const again = client();
    expect(await again.view('maya')).toEqual(before);
    expect(await (await again.get('/local/teams/guide')).json()).toEqual({
      dismissed: true,
      marks: ['addTopic'],
    });
  });

  test('every message of many that were sent at once', async () => {
    const chat = chatOf('maya', 'ravi');
    const { post } = client();
    const sent = Array.from({ length: 30 }, (_, index) => `Message ${index}`);
    await Promise.all(sent.map((text) => post('/messages', { person: 'maya', chat, text })));
    const found = (await client().view('ravi')).chats.find((one) => one.id === chat);
    expect(found?.messages.map((one) => one.text).toSorted()).toEqual(sent.toSorted());
  });

  test('a complete file, not the remains of a write that broke off', async () => {
    const { post } = client();
    await post('/guide', { dismissed: true });
    await writeFile(join(folder, 'teams.json.new'), '{"format":1,"install');
    expect(open().guide.dismissed).toBe(true);
    const json: unknown = JSON.parse(await readFile(join(folder, 'teams.json'), 'utf8'));
    expect(teamsData.safeParse(json).success).toBe(true);
  });

  test.each(['', 'nonsense', '{}', '{"format":2}'])(
    'a file with %j stops the start with a sentence naming it, and stays',
    async (content) => {
      const file = join(folder, 'teams.json');
      await writeFile(file, content);
      expect(open).toThrow(file);
      expect(await readFile(file, 'utf8')).toBe(content);
    },
  );
});

describe('nonsense', () => {
  const chat = chatOf('maya', 'ravi');
  const message = { person: 'maya', chat, text: 'hi' };
  test.each<readonly [string, string, unknown, number]>([
    ['no JSON', '/messages', 'not json', 400],
    ['a list', '/messages', [], 400],
    ['an empty text', '/messages', { ...message, text: '' }, 400],
    ['a blank text', '/messages', { ...message, text: '   ' }, 400],
    ['a long text', '/messages', { ...message, text: 'x'.repeat(4001) }, 400],
    ['a NUL', '/messages', { ...message, text: 'NUL \0' }, 400],
    ['half a pair', '/messages', JSON.stringify({ ...message, text: '\ud800' }), 400],
    ['an unknown field', '/messages', { ...message, extra: 1 }, 400],
    ['a prototype', '/messages', JSON.stringify(message).replace('{', '{"__proto__":{},'), 400],
    ['a huge body', '/messages', { ...message, text: 'x'.repeat(70_000) }, 413],
    ['another’s chat', '/messages', { ...message, person: 'tom' }, 403],
    ['a chat with oneself', '/messages', { ...message, chat: chatOf('maya', 'maya') }, 403],
    ['no meeting’s chat', '/messages', { ...message, chat: '19:meeting_none@thread.v2' }, 403],
    ['nobody', '/messages', { ...message, person: 'nobody' }, 404],
    ['a name of the language', '/messages', { ...message, person: 'constructor' }, 404],
    ['no chat', '/apps', { person: 'maya', chat: 'no chat' }, 400],
    ['another’s chat', '/apps', { person: 'tom', chat }, 403],
    ['no meeting', '/attendance', { person: 'maya', meeting: 'none', here: true }, 404],
    ['a wrong type', '/attendance', { person: 'maya', meeting: 'none', here: 'yes' }, 400],
    ['a mark that is no name', '/guide', { marks: ['not a name'] }, 400],
    ['a wrong type', '/guide', { dismissed: 'yes' }, 400],
  ])('%s for %s changes nothing', async (_, path, body, status) => {
    const { get, post, view } = client();
    const before = [await view('maya'), await view('tom')];
    const response = await post(path, body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect([await view('maya'), await view('tom')]).toEqual(before);
    expect(await (await get('/local/teams/guide')).json()).toEqual({ dismissed: false, marks: [] });
  });

  test('JSON that another site can send without asking is refused', async () => {
    const { post } = client();
    expect((await post('/guide', { dismissed: true }, 'text/plain')).status).toBe(415);
    expect(open().guide.dismissed).toBe(false);
  });

  test.each(['person=nobody', '', 'person=maya&meeting=none'])(
    'reading %j finds nothing',
    async (query) => {
      expect((await client().get(`/local/teams?${query}`)).status).toBe(404);
    },
  );
});
