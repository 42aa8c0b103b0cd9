import type { Clock } from '../ports/clock';
import { openCosmosStorage } from '../storage/cosmos';
import type { CosmosPlace } from '../storage/cosmosClient';
import { openCosmosErasureList } from '../storage/cosmosErasures';
import { openCosmosKeyStore } from '../storage/cosmosKeys';
import { readCosmosSettings, type CosmosSettings } from './cosmosSettings';
import { openOutermostKey } from './outermostKey';
import type { Environment, Stores } from './stores';

/**
 * Content in one Cosmos DB account, keys in another, the erasure list not with the keys. Nothing is asked of
 * any of them here.
 * @throws Error with one sentence that names the setting at fault
 */
export async function openCosmosStores(environment: Environment, clock: Clock): Promise<Stores> {
  const settings = readCosmosSettings(environment);
  const access = await accessOf(settings);
  const wrap = await openOutermostKey(
    environment,
    'credential' in access ? access.credential : null,
  );
  const keyStore = await openCosmosKeyStore({ ...settings.keys, access });
  const list = await openCosmosErasureList({ ...settings.erasures, access });
  const storage = await openCosmosStorage({ ...settings.content, access }, clock);
  return {
    storage,
    keyStore,
    wrap,
    list,
    // The time to live of each document does it.
    purge: () => Promise.resolve(),
    async close() {
      await storage.close();
      await list.close();
      await keyStore.close();
    },
  };
}

async function accessOf({ identity, emulatorKey }: CosmosSettings): Promise<CosmosPlace['access']> {
  if (emulatorKey !== null) return { key: emulatorKey };
  // Loaded only here: whoever runs on SQLite never pays for it.
  const { ManagedIdentityCredential } = await import('@azure/identity');
  const credential = identity
    ? new ManagedIdentityCredential({ clientId: identity })
    : new ManagedIdentityCredential();
  return { credential };
}
