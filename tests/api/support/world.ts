import { compose, type Composed } from '@rapport/api/compose';
import type { MovableClock } from '@rapport/api/local/clock';
import type { Issuer } from '@rapport/api/local/issuer';
import { lineLog } from '@rapport/api/logging';
import { toApiRequest } from '@rapport/api/mount';
import type { NotifyPort } from '@rapport/api/ports/notify';
import { pollingOnly, type Nudge } from '@rapport/api/ports/nudge';
import type { PersonId } from '@rapport/domain/person';
import { routes } from '@rapport/api/routes/table';
import type { Route } from '@rapport/api/route';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireDescribed } from './described';
import { createFeed, type Feed } from './feed';
import { keptInSqlite, type Kept } from './kept';
import { openSignInServer, type SignInServer } from './signInServer';
import { goingClock } from './stillClock';

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

/**
 * The whole api in this process, held to what it says about itself: real sign-in, real sealing, and documents in SQLite in a folder of its own or
 * wherever else they are kept.
 */
export interface World {
  readonly signIn: SignInServer;
  readonly issuer: Issuer;
  readonly clock: MovableClock;
  readonly composed: Composed;
  readonly log: string[];
  readonly nudges: { person: PersonId; nudge: Nudge }[];
  /** Whose sockets were closed. */
  readonly disconnected: PersonId[];
  /** What everybody's activity feed shows, unless another one was given. */
  readonly feed: Feed;
  readonly data: string;
  readonly kept: Kept;
  /** The settings it was composed from. */
  readonly environment: Readonly<Record<string, string>>;
  /** Sends to a route by its name; `person: null` sends no token. */
  send(person: string | null, route: string, sending?: Sending): Promise<Reply>;
  /** The same, refusing anything but success. */
  ok(person: string, route: string, sending?: Sending): Promise<Reply>;
  close(): Promise<void>;
}

export const routeNamed = (name: string): Route => {
  const route = routes.find((candidate) => candidate.name === name);
  if (!route) throw new Error(`no route ${name}`);
  return route;
};

const MEMORY = '/dev/shm';
const ROOM = 40_000_000;

/**
 * Memory, also where it has less room than jest.config.mjs asks for, as in most containers: what a disk survives is
 * not asked here. What is there of it is for all worlds together.
 */
async function temporary(): Promise<string> {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= ROOM ? MEMORY : tmpdir();
}

/** A new world has nothing stored; one option each for what is other than usual. */
export interface WorldOptions {
  /** Tenants besides the local one that sign-in lets in: the matrix wants strangers who are signed in. */
  readonly tenants?: readonly string[];
  readonly wrap?: (composed: Composed) => Composed;
  /** One that begins on a Monday morning and goes on by itself otherwise. */
  readonly clock?: MovableClock;
  /** `feed` otherwise. */
  readonly notify?: NotifyPort;
  /** SQLite in its folder otherwise. */
  readonly kept?: Kept;
  /** Of its own otherwise. */
  readonly signIn?: SignInServer;
  /** What that world has stored so far is there too: what a new process finds after the old one ended. */
  readonly copyOf?: World;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { tenants = [], wrap = (composed: Composed) => composed, copyOf } = options;
  const kept = options.kept ?? copyOf?.kept ?? keptInSqlite;
  const shared = options.signIn ?? copyOf?.signIn;
  const signIn = shared ?? (await openSignInServer());
  const data = await mkdtemp(join(await temporary(), 'rapport-api-'));
  if (copyOf) await cp(copyOf.data, data, { recursive: true });
  const clock = options.clock ?? goingClock();
  const log: string[] = [];
  const nudges: World['nudges'] = [];
  const disconnected: PersonId[] = [];
  const feed = createFeed();
  const allowed = [signIn.environment['AUTH_TENANTS'], ...tenants].join(',');
  const environment = {
    ...signIn.environment,
    AUTH_TENANTS: allowed,
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
          ...pollingOnly,
          send: (person, nudge) => {
            nudges.push({ person, nudge });
            return Promise.resolve();
          },
          disconnect: (person) => {
            disconnected.push(person);
            return Promise.resolve();
          },
        },
        notify: options.notify ?? feed,
      },
      kept.open,
    ).catch(async (error: unknown) => {
      if (!shared) await signIn.close();
      throw error;
    }),
  );

  async function send(person: string | null, name: string, sending: Sending = {}): Promise<Reply> {
    const route = routeNamed(name);
    const headers = new Headers();
    if (person) headers.set('authorization', `Bearer ${await signIn.tokenOf(person)}`);
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
    requireDescribed(route, answer.status, text);
    return { ...answer, text, json: text ? JSON.parse(text) : null };
  }

  return {
    signIn,
    issuer: signIn.issuer,
    clock,
    composed,
    log,
    nudges,
    disconnected,
    feed,
    data,
    kept,
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
      if (!shared) await signIn.close();
      await rm(data, { recursive: true });
    },
  };
}
