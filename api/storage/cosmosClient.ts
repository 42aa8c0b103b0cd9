import type { TokenCredential } from '@azure/identity';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { Database } from '@azure/cosmos';
import { persistently, type Patience, type Persistently } from './cosmosPatience';
import { listenTo, listenToCredential } from './cosmosTransport';

/** Where an account is, and how to get in. */
export interface CosmosPlace {
  /** `https://<account>.documents.azure.com` */
  readonly endpoint: string;
  readonly database: string;
  /** A managed identity; or a key, which only an emulator takes. */
  readonly access: { readonly credential: TokenCredential } | { readonly key: string };
  /** What carries the requests instead of HTTPS. */
  readonly httpClient?: HttpClient;
  readonly patience?: Partial<Patience>;
}

export interface CosmosConnection {
  readonly database: Database;
  /** Asks until there is an answer, within bounds (cosmosPatience.ts). */
  readonly ask: Persistently;
  close(): void;
}

/** One request's time, in ms: a second attempt has to fit into the patience there is. */
const REQUEST_MS = 2000;

/**
 * A client of one account. Nothing is sent before the first question. The SDK is loaded here and nowhere
 * else: whoever runs on SQLite never pays for it.
 * @param consistency `Session` reads what this very instance has written, at half the price of a strong
 * read: without it here the SDK sends no session tokens at all (ClientContext.applySessionToken). null: as
 * the account has it.
 */
export async function connectCosmos(
  place: CosmosPlace,
  consistency: 'Session' | null,
): Promise<CosmosConnection> {
  const { endpoint, access } = place;
  const [{ CosmosClient }, { createDefaultHttpClient }] = await Promise.all([
    import('@azure/cosmos'),
    import('@azure/core-rest-pipeline'),
  ]);
  const client = new CosmosClient({
    endpoint,
    ...('key' in access
      ? { key: access.key }
      : { aadCredentials: listenToCredential(access.credential) }),
    httpClient: listenTo(place.httpClient ?? createDefaultHttpClient()),
    ...(consistency && { consistencyLevel: consistency }),
    connectionPolicy: {
      requestTimeout: REQUEST_MS,
      // All waiting is done in one place, which knows how much time is left.
      retryOptions: { maxRetryAttemptCount: 0 },
      // One region takes the writes (docs/storage.md); asking where it is now is what survives a failover.
      enableEndpointDiscovery: true,
      useMultipleWriteLocations: false,
      enablePartitionLevelFailover: false,
      enablePartitionLevelCircuitBreaker: false,
    },
  });
  return {
    database: client.database(place.database),
    ask: persistently(place.patience),
    close: () => client.dispose(),
  };
}
