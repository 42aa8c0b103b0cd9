import { CosmosClient, type ContainerDefinition } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import type { CosmosPlace } from '@rapport/api/storage/cosmosClient';
import {
  CONTENT_CONTAINERS,
  ERASURE_CONTAINER,
  KEY_CONTAINER,
} from '@rapport/api/storage/cosmosContainers';

type Account = Pick<CosmosPlace, 'endpoint' | 'access'>;

/** Its own, so that nothing of anybody's is touched. */
const DATABASE = 'rapport-contract';

/**
 * The account or emulator that the environment names: COSMOS_ENDPOINT, with COSMOS_KEY for an emulator and
 * whoever is signed in on this machine otherwise. null: none.
 */
export function realAccount(
  environment: Readonly<Record<string, string | undefined>>,
): Account | null {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } = environment;
  if (!endpoint) return null;
  return { endpoint, access: key ? { key } : { credential: new DefaultAzureCredential() } };
}

/**
 * Creates what is not there yet, as cosmosContainers.ts defines it. With a key, as emulators have one; an
 * identity may not create anything in an account that is set up well, and finds it made by hand.
 */
export async function makeContainers({ endpoint, access }: Account): Promise<{ database: string }> {
  if ('key' in access) {
    const client = new CosmosClient({ endpoint, key: access.key });
    const { database } = await client.databases.createIfNotExists({ id: DATABASE });
    for (const definition of [...CONTENT_CONTAINERS, ERASURE_CONTAINER, KEY_CONTAINER]) {
      // The SDK's types want lists and enums of their own for what is the same JSON.
      await database.containers.createIfNotExists(
        structuredClone(definition) as ContainerDefinition,
      );
    }
    client.dispose();
  }
  return { database: DATABASE };
}
