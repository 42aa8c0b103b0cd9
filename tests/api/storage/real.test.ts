import { describe, test } from '@jest/globals';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import { openCosmosKeyStore } from '@rapport/api/storage/cosmosKeys';
import { makeContainers, realAccount } from '../cosmos/real';
import { storageContract } from './contract';
import { keyStoreContract } from './keyStoreContract';

const account = realAccount(process.env);

if (account) {
  const made = makeContainers(account);
  describe('Cosmos DB itself keeps the contracts', () => {
    storageContract(async (clock) => openCosmosStorage({ ...account, ...(await made) }, clock));
    keyStoreContract(async () => openCosmosKeyStore({ ...account, ...(await made) }));
  });
} else {
  test.todo('the contracts against Cosmos DB itself: set COSMOS_ENDPOINT (docs/storage.md)');
  process.stderr.write('Not run against a real Cosmos DB: COSMOS_ENDPOINT is not set.\n');
}
