import type { Clock } from '../ports/clock';
import type { KeyStore } from '../ports/keyStore';
import type { ErasureList } from '../ports/erasureList';
import type { RenewableKeyWrap } from '../ports/keyWrap';
import type { Storage } from '../ports/storage';
import { openCosmosStores } from './cosmos';
import { openSqliteStores } from './sqlite';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where everything is kept: content, the keys to it apart from it, and the key above all keys. */
export interface Stores {
  readonly storage: Storage;
  readonly keyStore: KeyStore;
  readonly wrap: RenewableKeyWrap;
  /** Where neither a backup of the content nor one of the keys reaches. */
  readonly list: ErasureList;
  /** Deletes what has expired, where the store does not by itself. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

export type OpenStores = (environment: Environment, clock: Clock) => Promise<Stores>;

/**
 * Cosmos DB where COSMOS_ENDPOINT names an account, SQLite in RAPPORT_DATA everywhere else.
 * @throws Error with one sentence that names the setting at fault
 */
export const openStores: OpenStores = (environment, clock) =>
  environment['COSMOS_ENDPOINT'] === undefined
    ? openSqliteStores(environment, clock)
    : openCosmosStores(environment, clock);
