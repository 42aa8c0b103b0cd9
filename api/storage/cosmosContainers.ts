/**
 * The containers of Cosmos DB, as data: what creates them, and what checks that they were created so, reads
 * this. Written as the management API has it ("Microsoft.DocumentDB databaseAccounts/sqlDatabases/containers").
 */
export interface CosmosContainer {
  readonly id: string;
  readonly partitionKey: {
    readonly paths: readonly string[];
    readonly kind: 'Hash';
    /** 2: values of up to 2,048 bytes, and a hash over all of them. */
    readonly version: 2;
  };
  readonly indexingPolicy: {
    readonly indexingMode: 'consistent';
    readonly automatic: true;
    readonly includedPaths: readonly { readonly path: string }[];
    readonly excludedPaths: readonly { readonly path: string }[];
  };
  /** -1: only what has a `ttl` of its own expires. */
  readonly defaultTtl: -1;
}

/** The account for content, and that for keys: what their databases are called where no setting says. */
export const CONTENT_DATABASE = 'rapport';
export const KEYS_DATABASE = 'rapport-keys';

/** What both accounts promise ("Consistency levels"); a request may ask for less, never for more. */
export const ACCOUNT_CONSISTENCY = 'Strong';
/**
 * What content is asked for unless somebody wants the latest: it is written over the newest etag, so that an older
 * reading is found out, and reads are half as dear. Keys are few and kept in memory; one that is not seen yet
 * must not be taken for one that was deleted.
 */
export const CONTENT_CONSISTENCY = 'Session';

const container = (id: string, indexed: readonly string[]): CosmosContainer => ({
  id,
  partitionKey: { paths: ['/partition'], kind: 'Hash', version: 2 },
  indexingPolicy: {
    indexingMode: 'consistent',
    automatic: true,
    // The sealed body is most of a document, and nobody ever asks for one by it: each path left out makes
    // every write cheaper.
    includedPaths: indexed.map((path) => ({ path })),
    excludedPaths: [{ path: '/*' }, { path: '/"_etag"/?' }],
  },
  defaultTtl: -1,
});

/**
 * The two orders that documents are asked for in (cosmosDocument.ts), and the partition, which Cosmos DB
 * does not index by itself ("Indexing policies"). One path each, so no composite index.
 */
const ORDERS = ['/partition/?', '/place/?', '/dueAt/?'];

export const CONTENT_CONTAINERS: readonly CosmosContainer[] = [
  'series',
  'people',
  'chats',
  'reminders',
].map((id) => container(id, ORDERS));

/** Keys are read and written by their name alone: nothing is indexed but what Cosmos DB always does. */
export const KEY_CONTAINER: CosmosContainer = container('keys', []);

/** Not in the account of the keys: a backup of theirs must not put back the list with them (docs/keys.md). */
export const ERASURE_CONTAINER: CosmosContainer = container('erasures', []);
