import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { requireWhole } from './dataFolder';
import { createDocuments } from './documents/sealedDocuments';
import { createPipeline, type Pipeline } from './pipeline';
import type { Clock } from './ports/clock';
import type { Log } from './ports/log';
import type { NudgePort } from './ports/nudge';
import { openKeys } from './sealing/openKeys';
import { openLocalKeyPlaces } from './sealing/keyPlaces';
import type { Services } from './services';
import { readSignInSettings } from './signin/settings';
import { createSignIn } from './signin/verify';
import { openSqliteStorage } from './storage/sqlite';

export interface Composed {
  readonly services: Services;
  readonly pipeline: Pipeline;
  /** Deletes what has expired; for a timer. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

/** What the place decides that the api runs in. */
export interface Adapters {
  readonly clock: Clock;
  readonly nudge: NudgePort;
  readonly log: Log;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Chooses every adapter in one place, from checked settings.
 * @throws Error with one sentence that names the setting at fault
 */
export async function compose(environment: Environment, adapters: Adapters): Promise<Composed> {
  const signIn = createSignIn(readSignInSettings(environment));
  const data = readDataFolder(environment);
  await mkdir(data, { recursive: true, mode: 0o700 });
  await requireWhole(data);
  // Each of these is worth nothing without the one before: in this order an interrupted first start
  // leaves nothing that looks like a loss.
  const places = await openLocalKeyPlaces(data, environment['RAPPORT_ERASURES']);
  const keys = await openKeys(places).catch(async (error: unknown) => {
    await places.close();
    throw error;
  });
  const storage = await openSqliteStorage(join(data, 'rapport.db'), adapters.clock);
  const services: Services = { ...adapters, documents: createDocuments({ storage, keys }) };
  return {
    services,
    pipeline: createPipeline(services, signIn),
    purge: () => storage.purgeExpired(),
    async close() {
      await storage.close();
      await places.close();
    },
  };
}

function readDataFolder(environment: Environment): string {
  const result = z.string().check(z.minLength(1)).safeParse(environment['RAPPORT_DATA']);
  if (!result.success) throw new Error('RAPPORT_DATA has to name the folder the data lies in.');
  return result.data;
}
