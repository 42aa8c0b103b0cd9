import { describe, test } from '@jest/globals';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import { openCosmosErasureList } from '@rapport/api/storage/cosmosErasures';
import { openCosmosKeyStore } from '@rapport/api/storage/cosmosKeys';
import { makeContainers, realAccount } from '../cosmos/real';
import { storageContract } from './contract';
import { erasureListContract } from './erasureListContract';
import { keyStoreContract } from './keyStoreContract';

const account = realAccount(process.env);

if (account) {
  const made = makeContainers(account);
  describe('Cosmos DB itself keeps the contracts', () => {
    storageContract(async (clock) => openCosmosStorage({ ...account, ...(await made) }, clock));
    erasureListContract(async () => openCosmosErasureList({ ...account, ...(await made) }));
    keyStoreContract(async () => openCosmosKeyStore({ ...account, ...(await made) }));
  });
} else {
  test.todo('the contracts against Cosmos DB itself: set COSMOS_ENDPOINT (docs/storage.md)');
  process.stderr.write('Not run against a real Cosmos DB: COSMOS_ENDPOINT is not set.\n');
}
