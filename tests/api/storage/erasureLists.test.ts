import { describe, expect, test } from '@jest/globals';
import { CONTENT_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { openCosmosErasureList } from '@rapport/api/storage/cosmosErasures';
import { openSqliteErasureList } from '@rapport/api/storage/sqliteErasures';
import { createStandIn } from '../cosmos/standIn';
import { erasureListContract } from './erasureListContract';
import { folderPerTest } from './folder';

const folder = folderPerTest();

describe('SQLite keeps the contract of the erasure list', () => {
  erasureListContract(() => openSqliteErasureList(folder.file('erasures.db'), true));
});

describe('Cosmos DB, over the stand-in, keeps the contract of the erasure list', () => {
  const { endpoint, credential, httpClient } = createStandIn();
  const place = { endpoint, database: CONTENT_DATABASE, access: { credential }, httpClient };
  erasureListContract(() => openCosmosErasureList(place));
});

test('a list that is missing is not made where one was used before', async () => {
  const path = folder.file('erasures.db');
  await expect(openSqliteErasureList(path, false)).rejects.toThrow(
    /^The erasure list erasures\.db is missing, [^\n]+\.$/,
  );
  expect(await folder.names()).toEqual([]);
});
