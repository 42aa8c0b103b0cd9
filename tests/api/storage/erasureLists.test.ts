import { describe, expect, test } from '@jest/globals';
import { CONTENT_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { openCosmosErasureList } from '@rapport/api/storage/cosmosErasures';
import { createSqliteErasureList } from '@rapport/api/storage/sqliteErasures';
import { createStandIn } from '../cosmos/standIn';
import { erasureListContract } from './erasureListContract';
import { folderPerTest } from './folder';

const folder = folderPerTest();

describe('SQLite keeps the contract of the erasure list', () => {
  erasureListContract(async () => createSqliteErasureList(folder.file('erasures.db')));
});

describe('Cosmos DB, over the stand-in, keeps the contract of the erasure list', () => {
  const { endpoint, credential, httpClient } = createStandIn();
  const place = { endpoint, database: CONTENT_DATABASE, access: { credential }, httpClient };
  erasureListContract(() => openCosmosErasureList(place));
});

test('looking for a list that is missing makes none', async () => {
  const list = createSqliteErasureList(folder.file('erasures.db'));
  expect(await list.last('house')).toBeNull();
  expect(await list.after('house', 0, 1)).toEqual([]);
  await expect(list.append('house', Buffer.from('a'))).rejects.toThrow('no such house');
  await list.close();
  expect(await folder.names()).toEqual([]);
});
