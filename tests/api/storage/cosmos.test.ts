import { describe } from '@jest/globals';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import { CONTENT_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { createStandIn } from '../cosmos/standIn';
import { storageContract } from './contract';

describe('Cosmos DB, over the stand-in, keeps the contract of the storage port', () => {
  const { endpoint, credential, httpClient } = createStandIn();
  const place = { endpoint, database: CONTENT_DATABASE, access: { credential }, httpClient };
  storageContract((clock) => openCosmosStorage(place, clock));
});
