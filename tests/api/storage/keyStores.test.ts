import { describe } from '@jest/globals';
import { KEYS_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { openCosmosKeyStore } from '@rapport/api/storage/cosmosKeys';
import { openSqliteKeyStore } from '@rapport/api/storage/sqliteKeys';
import { createStandIn } from '../cosmos/standIn';
import { folderPerTest } from './folder';
import { keyStoreContract } from './keyStoreContract';

const folder = folderPerTest();

describe('SQLite keeps the contract of the key store port', () => {
  keyStoreContract(() => openSqliteKeyStore(folder.file('keys.db')));
});

describe('Cosmos DB, over the stand-in, keeps the contract of the key store port', () => {
  const { endpoint, credential, httpClient } = createStandIn();
  const place = { endpoint, database: KEYS_DATABASE, access: { credential }, httpClient };
  keyStoreContract(() => openCosmosKeyStore(place));
});
