import type { Budget } from './budget';
import { openStores } from './composing/openStores';
import type { Environment, OpenStores } from './composing/stores';
import { createDocuments } from './documents/sealedDocuments';
import { createPipeline, type Pipeline } from './pipeline';
import type { Clock } from './ports/clock';
import type { Log } from './ports/log';
import type { NotifyPort } from './ports/notify';
import type { NudgePort } from './ports/nudge';
import { createReadiness } from './readiness';
import { openKeys } from './sealing/openKeys';
import type { Services } from './services';
import { readSupportResources } from './support';
import { readSignInSettings } from './signin/settings';
import { createSignIn } from './signin/verify';

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
  readonly notify: NotifyPort;
  readonly log: Log;
  /** How much each person may write; missing: as much as they like. */
  readonly budget?: Budget;
}

/**
 * Chooses every adapter in one place, from checked settings.
 * @param open where everything is kept, other than the settings say
 * @throws Error with one sentence that names the setting at fault
 */
export async function compose(
  environment: Environment,
  adapters: Adapters,
  open: OpenStores = openStores,
): Promise<Composed> {
  const signIn = createSignIn(readSignInSettings(environment));
  const support = await readSupportResources(environment['SUPPORT_RESOURCES']);
  const stores = await open(environment, adapters.clock);
  const { storage } = stores;
  const keys = await openKeys(stores).catch(async (error: unknown) => {
    await stores.close();
    throw error;
  });
  const documents = createDocuments({ storage, keys });
  const readiness = createReadiness(stores, adapters.log, () => performance.now());
  const services: Services = { ...adapters, documents, support, readiness };
  return {
    services,
    pipeline: createPipeline(services, signIn, adapters.budget),
    purge: () => stores.purge(),
    close: () => stores.close(),
  };
}
