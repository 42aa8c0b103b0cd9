import type { Clock } from '../ports/clock';
import { openCosmosStorage } from '../storage/cosmos';
import type { CosmosPlace } from '../storage/cosmosClient';
import { openCosmosKeyStore } from '../storage/cosmosKeys';
import { readCosmosSettings, type CosmosSettings } from './cosmosSettings';
import { openOutermostKey } from './outermostKey';
import type { Environment, Stores } from './stores';

/**
 * Content in one Cosmos DB account, keys in another. Nothing is asked of either before the first request.
 * @throws Error with one sentence that names the setting at fault
 */
export async function openCosmosStores(environment: Environment, clock: Clock): Promise<Stores> {
  const settings = readCosmosSettings(environment);
  const wrap = await openOutermostKey(environment);
  const access = await accessOf(settings);
  const keyStore = await openCosmosKeyStore({ ...settings.keys, access });
  const storage = await openCosmosStorage({ ...settings.content, access }, clock);
  return {
    storage,
    keyStore,
    wrap,
    // The time to live of each document does it.
    purge: () => Promise.resolve(),
    async close() {
      await storage.close();
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
