import { createDocuments } from '@rapport/api/documents/sealedDocuments';
import { createMovableClock, type MovableClock } from '@rapport/api/local/clock';
import { createIssuer } from '@rapport/api/local/issuer';
import { toApiRequest } from '@rapport/api/mount';
import { createPipeline } from '@rapport/api/pipeline';
import type { Log } from '@rapport/api/ports/log';
import { pollingOnly, type Nudge } from '@rapport/api/ports/nudge';
import type { Storage } from '@rapport/api/ports/storage';
import { createReadiness } from '@rapport/api/readiness';
import { routes } from '@rapport/api/routes/table';
import { openKeyFile } from '@rapport/api/sealing/keyFile';
import { createErasures } from '@rapport/api/sealing/erasures';
import { createKeyRing } from '@rapport/api/sealing/keyRing';
import type { Services } from '@rapport/api/services';
import { readSignInSettings } from '@rapport/api/signin/settings';
import { createSignIn } from '@rapport/api/signin/verify';
import { openSqliteStorage } from '@rapport/api/storage/sqlite';
import { createMarks } from '@rapport/api/sealing/marks';
import { createSqliteErasureList } from '@rapport/api/storage/sqliteErasures';
import { openSqliteKeyStore } from '@rapport/api/storage/sqliteKeys';
import { readSupportResources } from '@rapport/api/support';
import { personIdOf, type PersonId } from '@rapport/domain/person';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meteredKeys } from '../meter/meteredKeys';
import { meteredStorage } from '../meter/meteredStorage';
import { createTally, type Tally } from '../meter/tally';

export interface Asking {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly etag?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly json: Readonly<Record<string, unknown>>;
}

/** The whole api in this process, as it is deployed but on SQLite, with what Cosmos DB would charge. */
export interface House {
  readonly tally: Tally;
  readonly clock: MovableClock;
  readonly services: Services;
  /** What lies below the meter: for measuring what the rest adds to it. */
  readonly storage: Storage;
  personOf(person: string): PersonId;
  oidOf(person: string): string;
  /** How many requests were asked so far. */
  asked(): number;
  /** Asks a route by its name. @throws Error for anything but success */
  ask(person: string, route: string, asking?: Asking): Promise<Answer>;
  /** From now on the api knows no keys: as a process that has just started, or after ten minutes. */
  forgetKeys(): void;
  /** Told of every nudge, as an open panel would be. */
  onNudge(listener: (person: PersonId, nudge: Nudge) => void): void;
  /** Told of the answer to every write. */
  onWritten(listener: (answer: Answer['json']) => void): void;
  close(): Promise<void>;
}

/** @param metered false where time is measured: the meter reads what is about to be replaced */
export async function openHouse(metered = true): Promise<House> {
  const issuer = await createIssuer();
  const keysPage = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(issuer.keys()));
  });
  await new Promise<void>((ready) => keysPage.listen(0, '127.0.0.1', ready));
  const { port } = keysPage.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  const clock = createMovableClock();
  const tally = createTally();
  const written: ((answer: Answer['json']) => void)[] = [];
  const listeners: ((person: PersonId, nudge: Nudge) => void)[] = [];
  const storage = await openSqliteStorage(join(folder, 'rapport.db'), clock);
  const store = await openSqliteKeyStore(join(folder, 'keys.db'));
  let sinceStart = 0;
  const outer = {
    wrap: await openKeyFile(join(folder, 'master.key')),
    store: metered ? meteredKeys(store, tally) : store,
    now: () => sinceStart,
  };
  const marks = createMarks(outer);
  const list = createSqliteErasureList(join(folder, 'erasures.db'));
  const erasures = createErasures({ ...outer, list, marks });
  const documents = createDocuments({
    storage: metered ? meteredStorage(storage, tally) : storage,
    keys: createKeyRing({ ...outer, marks, erasures }),
  });
  const log: Log = { write: () => undefined };
  const services: Services = {
    documents,
    clock,
    log,
    support: await readSupportResources(undefined),
    readiness: createReadiness({ storage, keyStore: store, wrap: outer.wrap }, log, outer.now),
    nudge: {
      ...pollingOnly,
      async send(person, nudge) {
        for (const listener of listeners) listener(person, nudge);
      },
    },
    notify: { send: () => Promise.resolve({ outcome: 'sent' }) },
  };
  const settings = readSignInSettings(issuer.environment(`http://127.0.0.1:${port}/keys`));
  const pipeline = createPipeline(services, createSignIn(settings));
  const tokens = new Map<string, string>();
  let asked = 0;

  async function tokenOf(person: string): Promise<string> {
    const token = tokens.get(person) ?? (await issuer.issue(person));
    tokens.set(person, token);
    return token;
  }

  return {
    tally,
    clock,
    services,
    storage,
    oidOf: (person) => issuer.person(person).oid,
    personOf(person) {
      const { tid, oid } = issuer.person(person);
      return personIdOf(tid, oid);
    },
    asked: () => asked,
    async ask(person, name, { params = {}, body = {}, etag = null } = {}) {
      const route = routes.find((candidate) => candidate.name === name);
      if (!route) throw new Error(`no route ${name}`);
      asked += 1;
      const headers = new Headers({ authorization: `Bearer ${await tokenOf(person)}` });
      if (route.body) headers.set('content-type', 'application/json');
      if (route.kind === 'write') headers.set('idempotency-key', randomUUID());
      if (etag) headers.set('if-none-match', etag);
      const sent = route.body ? new Blob([JSON.stringify(body)]).stream() : null;
      const answer = await pipeline.answer(
        route,
        toApiRequest({ headers, body: sent }, params, {}),
      );
      if (answer.status >= 400) throw new Error(`${name} as ${person}: ${answer.body ?? ''}`);
      const json = JSON.parse(answer.body ?? '{}') as Answer['json'];
      if (route.kind === 'write') written.forEach((listener) => listener(json));
      return { status: answer.status, etag: answer.headers['etag'] ?? null, json };
    },
    forgetKeys: () => void (sinceStart += ELEVEN_MINUTES),
    onNudge: (listener) => void listeners.push(listener),
    onWritten: (listener) => void written.push(listener),
    async close() {
      await storage.close();
      await store.close();
      await new Promise((done) => keysPage.close(done));
      await rm(folder, { recursive: true });
    },
  };
}

/** Longer than keys stay in memory (sealing/keyCache.ts). */
const ELEVEN_MINUTES = 11 * 60_000;
