import { compose, type Composed } from '@rapport/api/compose';
import { openStores, type OpenStores } from '@rapport/api/composing/stores';
import { createMovableClock, type MovableClock } from '@rapport/api/local/clock';
import { createIssuer, type Issuer } from '@rapport/api/local/issuer';
import { lineLog } from '@rapport/api/logging';
import { toApiRequest } from '@rapport/api/mount';
import type { Nudge } from '@rapport/api/ports/nudge';
import type { PersonId } from '@rapport/domain/person';
import { routes } from '@rapport/api/routes/table';
import type { Route } from '@rapport/api/route';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // oxlint-disable-next-line typescript/no-explicit-any -- what the api answers is what tests look at
  readonly json: any;
  readonly text: string;
}

export interface Sending {
  readonly params?: Record<string, string>;
  readonly body?: unknown;
  /** The body as it is, instead of JSON. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly key?: string;
  readonly headers?: Record<string, string | null>;
}

/** The whole api in this process: real sign-in, real sealing, real SQLite in a folder of its own. */
export interface World {
  readonly issuer: Issuer;
  readonly clock: MovableClock;
  readonly composed: Composed;
  readonly log: string[];
  readonly nudges: { person: PersonId; nudge: Nudge }[];
  readonly data: string;
  /** The settings it was composed from. */
  readonly environment: Readonly<Record<string, string>>;
  /** Sends to a route by its name; `person: null` sends no token. */
  send(person: string | null, route: string, sending?: Sending): Promise<Reply>;
  /** The same, refusing anything but success. */
  ok(person: string, route: string, sending?: Sending): Promise<Reply>;
  /** Everything the database holds, for "nothing was written". */
  close(): Promise<void>;
}

export const routeNamed = (name: string): Route => {
  const route = routes.find((candidate) => candidate.name === name);
  if (!route) throw new Error(`no route ${name}`);
  return route;
};

/** Tenants besides the local one that sign-in lets in: the matrix wants strangers who are signed in. */
export async function openWorld(
  otherTenants: readonly string[] = [],
  wrap: (composed: Composed) => Composed = (composed) => composed,
  /** Where everything is kept, other than SQLite in a folder of its own. */
  open: OpenStores = openStores,
): Promise<World> {
  const issuer = await createIssuer();
  const jwks = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(issuer.keys()));
  });
  await new Promise<void>((ready) => jwks.listen(0, '127.0.0.1', ready));
  const { port } = jwks.address() as AddressInfo;
  const data = await mkdtemp(join(tmpdir(), 'rapport-api-'));
  const clock = createMovableClock();
  const log: string[] = [];
  const nudges: World['nudges'] = [];
  const signIn = issuer.environment(`http://127.0.0.1:${port}/keys`);
  const tenants = [signIn['AUTH_TENANTS'], ...otherTenants].join(',');
  const closeKeys = () => new Promise((done) => jwks.close(done));
  const environment = {
    ...signIn,
    AUTH_TENANTS: tenants,
    RAPPORT_DATA: data,
    RAPPORT_ERASURES: join(data, 'erasures.db'),
  };
  const composed = wrap(
    await compose(
      environment,
      {
        clock,
        log: lineLog((line) => log.push(line)),
        nudge: {
          send: (person, nudge) => {
            nudges.push({ person, nudge });
            return Promise.resolve();
          },
          connection: () => Promise.resolve(null),
        },
      },
      open,
    ).catch(async (error: unknown) => {
      await closeKeys();
      throw error;
    }),
  );
  const tokens = new Map<string, string>();

  async function tokenOf(person: string): Promise<string> {
    const known = tokens.get(person) ?? (await issuer.issue(person));
    tokens.set(person, known);
    return known;
  }

  async function send(person: string | null, name: string, sending: Sending = {}): Promise<Reply> {
    const route = routeNamed(name);
    const headers = new Headers();
    if (person) headers.set('authorization', `Bearer ${await tokenOf(person)}`);
    if (route.body) headers.set('content-type', 'application/json');
    if (route.kind === 'write') headers.set('idempotency-key', sending.key ?? randomUUID());
    for (const [header, value] of Object.entries(sending.headers ?? {})) {
      if (value === null) headers.delete(header);
      else headers.set(header, value);
    }
    const body = sending.raw ?? (route.body ? JSON.stringify(sending.body ?? {}) : null);
    const request = new Request('http://api.test/', { method: 'POST', headers, body });
    const answer = await composed.pipeline.answer(
      route,
      toApiRequest({ headers: request.headers, body: request.body }, sending.params ?? {}, {}),
    );
    const text = answer.body ?? '';
    return { ...answer, text, json: text ? JSON.parse(text) : null };
  }

  return {
    issuer,
    clock,
    composed,
    log,
    nudges,
    data,
    environment,
    send,
    async ok(person, name, sending) {
      const reply = await send(person, name, sending);
      if (reply.status >= 300)
        throw new Error(`${name} as ${person}: ${reply.status} ${reply.text}`);
      return reply;
    },
    async close() {
      await composed.close();
      await closeKeys();
      await rm(data, { recursive: true });
    },
  };
}
