import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findPerson, people } from '@rapport/api/local/people';
import { routes } from '@rapport/api/routes/table';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApi, tokenFor } from './support/api';
import {
  fieldIn,
  fieldsOf,
  MARK,
  newIds,
  sow,
  spoilt,
  takesWords,
  word,
  type Sown,
} from './support/planting';
import { contentsOf, findings, representations } from './support/search';
import { startServer, type Server } from './support/server';

/**
 * The local Teams' own state: the chats that Teams would keep, in Teams. It stands for another company's
 * product, and Rapport reads nothing of it; words that people send each other there are not Rapport's.
 */
const TEAMS = 'teams.json';

/** What a store may know is ids, kinds, times and sizes: no name, no address, no chat. */
const NAMES = people.flatMap(({ name, email }) => [name, email]);
const CHATS = ['@thread.v2', '@unq.gbl.spaces'];

const withBody = routes.filter(({ body }) => body !== null).map(({ name }) => name);
const ids = newIds();
const story = sow(ids);

let data: string;
let server: Server;
let tokens: string[];
/** All that servers on this data have written. */
let log = '';

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'rapport-planted-'));
  server = await startServer({ data });
  tokens = await Promise.all(['maya', 'ravi', 'tom'].map((person) => tokenFor(server, person)));
});
afterAll(async () => {
  await server.stop();
  await rm(data, { recursive: true, force: true });
});

describe('the planting', () => {
  test('reaches every route that takes a body, and every field of it that takes words', () => {
    expect([...new Set(story.map(({ route }) => route))].toSorted()).toEqual(withBody.toSorted());
    const bare = withBody.flatMap((route) => {
      const sown = story.filter((one) => one.route === route);
      const first = sown[0];
      return fieldsOf(route)
        .filter((path) => first && takesWords(first, path))
        .filter((path) => !sown.some((one) => isPlanted(one, path)))
        .map((path) => `${route}: ${path.join('.')}`);
    });
    expect(bare).toEqual([]);
    // What the schemas say is what is walked: these are some that are known to be there.
    expect(fieldsOf('startSeries').map((path) => path.join('.'))).toEqual(
      expect.arrayContaining(['id', 'introduction', 'report.name', 'report.oid', 'rhythm']),
    );
  });

  const isPlanted = (sown: Sown, path: readonly string[]): boolean =>
    String(fieldIn(sown.asked.body, path)).includes(MARK);
});

describe('the search', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-canary-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('finds a word that is there, in whatever encoding, and none that is not', async () => {
    const sentence = `before ${MARK} after`;
    const written: Record<string, Buffer> = {
      text: Buffer.from(sentence),
      upper: Buffer.from(sentence.toUpperCase()),
      utf16: Buffer.from(sentence, 'utf16le'),
      hex: Buffer.from(Buffer.from(sentence).toString('hex')),
      base64: Buffer.from(Buffer.from(sentence).toString('base64')),
      base64Later: Buffer.from(Buffer.from(` ${sentence}`).toString('base64')),
      base64Last: Buffer.from(Buffer.from(`  ${sentence}`).toString('base64url')),
      'deep.bin': Buffer.concat([Buffer.alloc(5000, 1), Buffer.from(MARK), Buffer.alloc(9)]),
      nothing: Buffer.from(sentence.replace(MARK, MARK.slice(1))),
    };
    for (const [name, content] of Object.entries(written))
      await writeFile(join(folder, name), content);
    const found = findings(await contentsOf(folder), [MARK]);
    expect(found.toSorted()).toEqual(
      Object.keys(written)
        .filter((name) => name !== 'nothing')
        .map((name) => `${name}: ${MARK}`)
        .toSorted(),
    );
    expect(new Set(representations(MARK).map(String)).size).toBe(8);
  });
});

describe('A1: what people write', () => {
  test('is taken by the api where it is right, and refused where it is not', async () => {
    const api = openApi(server);
    for (const { person, route, asked } of story) {
      await api.ok(person, route, route === 'endPause' ? await meantNow(asked) : asked);
    }
    // Every way to spoil each of them in the long run; otherwise every third, in turn.
    const every = process.env['RAPPORT_LONG'] ? 1 : 3;
    for (const [turn, sown] of story.entries()) {
      for (const asked of spoilt(sown).filter((_, way) => (way + turn) % every === 0)) {
        const { status, json } = await api.send(sown.person, sown.route, asked);
        expect([sown.route, status >= 400 && status < 500, json.code]).toEqual([
          sown.route,
          true,
          expect.any(String),
        ]);
      }
    }
    const stale = await api.send('ravi', 'addTopic', {
      params: { seriesId: ids.series },
      key: randomUUID(),
      body: { id: randomUUID(), text: word() },
      headers: { 'if-match': `"${word()}"` },
    });
    expect([stale.status, stale.json.code]).toEqual([412, 'version.stale']);
    const view = await api.ok('ravi', 'getSeries', { params: { seriesId: ids.series } });
    expect(JSON.stringify(view.json)).toContain(MARK);
  });

  /** A pause is named by when it was said, which only the server knows. */
  async function meantNow<T extends { readonly body?: unknown }>(asked: T): Promise<T> {
    const params = { seriesId: ids.series };
    const { json } = await openApi(server).ok('ravi', 'getSeries', { params });
    const [pause] = json.pauses as { readonly at: string }[];
    return { ...asked, body: { at: pause?.at } };
  }

  test('in addresses that nobody serves is answered too', async () => {
    const token = tokens[0];
    const addresses = [
      `/api/${word()}`,
      `/api/series/${word()}/${word()}`,
      `/api/series/${ids.series}?topic=${word()}`,
      `/api/series/%E0%A4%A${word()}`,
      `/local/${word()}`,
      `/${word()}`,
    ];
    const replies = await Promise.all(
      addresses.map((address) =>
        fetch(server.app + address, { headers: { authorization: `Bearer ${token}` } }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 400, 400, 404, 404]);
  });

  test('stands in what Teams keeps itself, which shows that the search reads the folder', async () => {
    const said = word();
    const chat = `19:${[findPerson('maya'), findPerson('ravi')]
      .map((person) => person?.oid ?? '')
      .toSorted()
      .join('_')}@unq.gbl.spaces`;
    const post = (path: string, body: object) =>
      fetch(`${server.app}/local/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await post('teams/messages', { person: 'maya', chat, text: said })).status).toBe(204);
    expect((await post('clock', { at: new Date().toISOString() })).status).toBe(200);
    expect(findings(await contentsOf(data), [said])).toEqual([`${TEAMS}: ${said}`]);
  });

  const moments: [string, () => Promise<void>][] = [
    ['while the server runs', async () => undefined],
    [
      'as a crash leaves them',
      async () => {
        await server.kill('SIGKILL');
      },
    ],
    [
      'after the next start has cleared up',
      async () => {
        log += server.log();
        server = await startServer({ data });
        const api = openApi(server);
        await api.ok('ravi', 'getSeries', { params: { seriesId: ids.series } });
      },
    ],
    ['after a proper end', () => server.kill('SIGINT')],
  ];
  test.each(moments)('is in none of the files, %s', async (_, come) => {
    await come();
    const contents = new Map(await contentsOf(data));
    expect([...contents.keys()]).toEqual(
      expect.arrayContaining(['clock.json', 'keys.db', 'master.key', 'rapport.db', TEAMS]),
    );
    contents.delete(TEAMS);
    // Ids the store does know: whoever finds these would find words too.
    const known = findings(contents, [ids.series, findPerson('ravi')?.oid ?? '']);
    expect(known.join(' ')).toMatch(/rapport\.db(-wal)?: .*rapport\.db(-wal)?: /);
    expect(findings(contents, [MARK, ...NAMES, ...CHATS, ...tokens])).toEqual([]);
  });

  test('is not in the log, nor is anybody, any series or any chat', async () => {
    log += server.log();
    for (const name of withBody) {
      const route = routes.find((one) => one.name === name);
      expect(log).toContain(`"route":"${route?.method} ${route?.path}"`);
    }
    const persons = people.flatMap(({ oid, tid }) => [oid, tid]);
    const secrets = [MARK, ...NAMES, ...CHATS, ...persons, ...Object.values(ids), ...tokens];
    expect(findings(new Map([['log', Buffer.from(log)]]), secrets)).toEqual([]);
    expect(log).not.toMatch(/eyJ/);
  });
});
