import { openCosmosStores } from './cosmos';
import { openSqliteStores } from './sqlite';
import type { OpenStores } from './stores';

/**
 * Cosmos DB where COSMOS_ENDPOINT names an account, SQLite in RAPPORT_DATA everywhere else.
 * @throws Error with one sentence that names the setting at fault
 */
export const openStores: OpenStores = (environment, clock) =>
  environment['COSMOS_ENDPOINT'] === undefined
    ? openSqliteStores(environment, clock)
    : openCosmosStores(environment, clock);
