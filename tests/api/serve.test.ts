import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { openSignInServer, type SignInServer } from './support/signInServer';

/** `npm run serve` as it was built, with pages of its own: whoever runs the tests may have a real one here. */
const root = join(__dirname, '../..');
const folder = join(root, '.build/serve-test');
const site = join(folder, 'site');
const DOMAIN = 'rapport.example.com';

interface Configuration {
  readonly globalHeaders: Readonly<Record<string, string>>;
  readonly routes: readonly {
    readonly route: string;
    readonly headers?: Readonly<Record<string, string>>;
  }[];
}

let signIn: SignInServer;
let configuration: Configuration;
let home: string;
let script: string;
let settings: Readonly<Record<string, string>>;
let server: Serving;

beforeAll(async () => {
  signIn = await openSignInServer();
  home = await mkdtemp(join(tmpdir(), 'rapport-serve-'));
  await mkdir(folder, { recursive: true });
  await copyFile(join(root, '.build/serve/main.mjs'), join(folder, 'main.mjs'));
  const sources = [join(root, 'scripts/site.mjs'), '--env', 'example', '--out', site];
  await promisify(execFile)(process.execPath, sources, {
    env: { ...process.env, npm_execpath: '', API_ORIGIN: '', PUSH_ORIGIN: '' },
  });
  configuration = JSON.parse(
    await readFile(join(site, 'staticwebapp.config.json'), 'utf8'),
  ) as Configuration;
  script = (await readdir(join(site, 'assets'))).find((name) => name.endsWith('.js')) ?? '';
  const { AUTH_ISSUER = '', AUTH_JWKS_URI = '', AUTH_AUDIENCE, AUTH_TENANTS } = signIn.environment;
  // As `teamsapp.local.yml` writes them down; what a real tenant's would be is read in serve/settings.test.ts.
  settings = {
    AAD_APP_CLIENT_ID: AUTH_AUDIENCE ?? '',
    AAD_APP_TENANT_ID: AUTH_TENANTS ?? '',
    AUTH_ISSUER,
    AUTH_JWKS_URI,
    TAB_DOMAIN: DOMAIN,
    PORT: '0',
    RAPPORT_DATA: join(home, 'data'),
  };
  server = await start(settings);
});
afterAll(async () => {
  await server.stop();
  await signIn.close();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
});

interface Serving {
  readonly port: string;
  stop(): Promise<number | null>;
}

/** Its exit code comes with what it said to a person. */
function run(environment: Readonly<Record<string, string>>) {
  const { PATH = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, [join(folder, 'main.mjs')], {
    env: { PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', error: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output.out += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (output.error += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, output, ended };
}

async function start(environment: Readonly<Record<string, string>>): Promise<Serving> {
  const { child, output, ended } = run(environment);
  const ready =
    /^Rapport is ready: https:\/\/rapport\.example\.com, from http:\/\/127\.0\.0\.1:(\d+)$/m;
  while (!ready.test(output.out)) {
    if (child.exitCode !== null || !child.stdout) throw new Error(output.error);
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
  return {
    port: ready.exec(output.out)?.[1] ?? '',
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** As the proxy asks: on loopback, with the name that the browser asked for. */
async function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: object; body?: string } = {},
): Promise<Answer> {
  const asking = request({
    host: '127.0.0.1',
    port: server.port,
    path,
    method,
    headers: { host: DOMAIN, ...headers },
  });
  asking.end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks),
  };
}

const bearer = async (person: string) => ({
  authorization: `Bearer ${await signIn.tokenOf(person)}`,
});
const jsonOf = ({ body }: Answer) => JSON.parse(body.toString('utf8')) as Record<string, unknown>;

/** The socket of a page, by the address that it is given, the proxy left out. */
async function openSocket(): Promise<WebSocket> {
  const headers = { ...(await bearer('maya')), 'content-type': 'application/json' };
  const answer = jsonOf(await ask('/api/nudge', { method: 'POST', headers, body: '{}' }));
  const { url } = answer['connection'] as { url: string };
  expect(url.startsWith(`wss://${DOMAIN}/nudge?`)).toBe(true);
  const socket = new WebSocket(url.replace(`wss://${DOMAIN}`, `ws://127.0.0.1:${server.port}`));
  await once(socket, 'open');
  return socket;
}

/** What the configuration says of an address, by names in lower case. */
function headersFor(route: string): Record<string, string> {
  const own = configuration.routes.find((one) => one.route === route)?.headers ?? {};
  const all = Object.entries({ ...configuration.globalHeaders, ...own });
  return Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value]));
}

describe('pages', () => {
  test.each(['/tab', '/panel', '/about', '/privacy', '/terms'])(
    '%s comes with the headers that a static host would send',
    async (path) => {
      const page = await ask(path);
      expect([page.status, page.headers['content-type']]).toEqual([
        200,
        'text/html; charset=UTF-8',
      ]);
      expect(page.headers).toMatchObject(headersFor(path));
      expect(page.body.toString('utf8')).toBe(await readFile(join(site, `${path}.html`), 'utf8'));
      expect(page.body.toString('utf8')).not.toContain('rapport-api');
      const known = await ask(path, { headers: { 'if-none-match': page.headers.etag } });
      expect([known.status, known.body.length]).toEqual([304, 0]);
    },
  );

  test('the app may ask this server, its socket and Graph, and nobody else', async () => {
    const policy = String((await ask('/tab')).headers['content-security-policy']);
    expect(policy).toContain(`connect-src 'self' wss://${DOMAIN} https://graph.microsoft.com;`);
  });

  test('/ leads to what Rapport is', async () => {
    const { status, headers } = await ask('/');
    expect([status, headers.location]).toEqual([302, '/about']);
  });

  test('assets are kept for good, and sent as they were compressed to whoever takes that', async () => {
    const path = `/assets/${script}`;
    const plain = await ask(path);
    expect(plain.headers).toMatchObject(headersFor('/assets/*'));
    expect(plain.headers['cache-control']).toContain('immutable');
    await writeFile(join(site, `${path}.br`), brotliCompressSync(plain.body));
    const packed = await ask(path, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers).toMatchObject({ ...headersFor('/assets/*'), 'content-encoding': 'br' });
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  });

  test.each([
    '/local/people',
    '/local/token',
    '/local/clock',
    '/local/keys',
    '/local/teams',
    '/staticwebapp.config.json',
    '/assets/../staticwebapp.config.json',
    '/assets/..%2fstaticwebapp.config.json',
    '/assets/nothing.js',
  ])('there is nothing at %s', async (path) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(404);
    expect(headers).toMatchObject(headersFor('/nothing'));
  });

  test('is asked by its own name only, and by no page of another site', async () => {
    expect((await ask('/tab', { headers: { host: 'rapport.evil.example' } })).status).toBe(421);
    const from = (origin: string) => ask('/api/health', { headers: { origin } });
    expect((await from('https://rapport.evil.example')).status).toBe(403);
    const own = await from(`https://${DOMAIN}`);
    expect([own.status, own.headers['access-control-allow-origin']]).toEqual([200, undefined]);
  });
});

describe('the api', () => {
  test('answers whoever signed in with the host’s app or with ours, and nobody else', async () => {
    expect((await ask('/api/home')).status).toBe(401);
    const mine = await ask('/api/home', { headers: await bearer('maya') });
    expect(mine.status).toBe(200);
    const other = await signIn.issuer.issue('maya', {
      azp: '11111111-1111-4111-8111-111111111111',
    });
    const refused = await ask('/api/home', { headers: { authorization: `Bearer ${other}` } });
    expect(refused.status).toBe(401);
  });

  test('is ready when its health is asked for by the machine itself', async () => {
    const headers = { host: `127.0.0.1:${server.port}` };
    expect(jsonOf(await ask('/api/ready', { headers }))).toEqual({ status: 'ready' });
    expect(jsonOf(await ask('/api/nothing'))).toMatchObject({ code: 'route.notFound' });
  });

  test('D1: opens a socket on its own origin', async () => {
    const socket = await openSocket();
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });
});

test('a stop ends with 0 while a page listens, and what was written is there after the next start', async () => {
  const body = JSON.stringify({
    id: randomUUID(),
    report: { oid: signIn.issuer.person('ravi').oid, name: 'Ravi' },
    rhythm: 'biweekly',
    minutes: 30,
    introduction: 'I am glad that we do this.',
    agree: true,
  });
  const headers = { ...(await bearer('maya')), 'content-type': 'application/json' };
  const written = await ask('/api/series', {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': randomUUID() },
    body,
  });
  expect(written.status).toBe(201);
  const socket = await openSocket();
  const closed = once(socket, 'close');
  expect(await server.stop()).toBe(0);
  await closed;
  server = await start(settings);
  const seen = await ask('/api/home', { headers: await bearer('maya') });
  expect(jsonOf(seen)['seats']).toHaveLength(1);
});

describe('does not start', () => {
  let wrong: Record<string, string>;
  beforeEach(() => {
    wrong = { ...settings };
  });

  test.each([
    ['TAB_DOMAIN', 'TAB_DOMAIN has to be where people reach it'],
    ['AAD_APP_CLIENT_ID', 'AAD_APP_CLIENT_ID has to be the GUID'],
    ['RAPPORT_DATA', 'RAPPORT_DATA has to name the folder'],
  ])('without %s, and says so in one sentence', async (name, sentence) => {
    delete wrong[name];
    const { ended, output } = run(wrong);
    expect(await ended).toBe(1);
    expect(output.error).toContain(sentence);
    expect(output.error.trim().split('\n')).toHaveLength(1);
  });

  test('with pages that were built for another domain', async () => {
    const { ended, output } = run({ ...wrong, TAB_DOMAIN: 'other.example.com' });
    expect(await ended).toBe(1);
    expect(output.error).toBe(
      'The pages were built for another domain than TAB_DOMAIN: run `npm run serve -- --build-only` with the same settings.\n',
    );
  });
});
