import { describe, expect, test } from '@jest/globals';
import { systemClock } from '@rapport/api/ports/clock';
import { openCosmosStorage } from '@rapport/api/storage/cosmos';
import { CONTENT_DATABASE, KEYS_DATABASE } from '@rapport/api/storage/cosmosContainers';
import { openCosmosKeyStore } from '@rapport/api/storage/cosmosKeys';
import { openCosmosMovable } from '@rapport/api/storage/cosmosMovable';
import { createStandIn } from '../cosmos/standIn';
import { keyListContract } from './keyListContract';
import { movableContract } from './movableContract';

function openPlaces() {
  const standIn = createStandIn();
  const { endpoint, credential, httpClient } = standIn;
  const place = { endpoint, database: CONTENT_DATABASE, access: { credential }, httpClient };
  return { standIn, place, keysPlace: { ...place, database: KEYS_DATABASE } };
}

const PARTITIONS = [1, 3];

describe.each(PARTITIONS)('over a stand-in with %d physical partitions', (physical) => {
  const { standIn, place, keysPlace } = openPlaces();
  standIn.split(physical);

  describe('Cosmos DB keeps the contract of what can be moved', () => {
    movableContract(async () => ({
      storage: await openCosmosStorage(place, systemClock),
      movable: await openCosmosMovable(place, systemClock),
    }));
  });

  describe('Cosmos DB keeps the contract of a list of keys', () => {
    keyListContract(() => openCosmosKeyStore(keysPlace));
  });
});

test('what is moved there costs one batch for each partition, and what has expired is not shown', async () => {
  const { standIn, place } = openPlaces();
  let now = new Date('2026-03-02T12:00:00.000Z');
  const movable = await openCosmosMovable(place, { now: () => now });
  const documents = ['p', 'q'].flatMap((partition) =>
    ['a', 'b', 'c'].map((id) => ({
      partition,
      id,
      kind: 'k',
      body: 'body',
      tenant: 't',
      keyId: 'key',
      schema: 1,
      revision: 1,
      due: null,
      expires: id === 'a' ? '2026-03-02T13:00:00.000Z' : null,
    })),
  );
  await movable.put('series', documents);
  const batches = standIn.requests.filter(({ headers }) => headers['x-ms-cosmos-is-batch-request']);
  expect(batches).toHaveLength(2);
  const ids = async () => (await movable.all('series', null, 9)).documents.map(({ id }) => id);
  expect(await ids()).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  now = new Date('2026-03-02T13:00:00.000Z');
  expect(await ids()).toEqual(['b', 'c', 'b', 'c']);
  await movable.close();
});
