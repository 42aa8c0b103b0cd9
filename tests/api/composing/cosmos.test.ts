import { describe, expect, test } from '@jest/globals';
import { readCosmosSettings } from '@rapport/api/composing/cosmosSettings';
import { openStores } from '@rapport/api/composing/openStores';
import { systemClock } from '@rapport/api/ports/clock';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { folderPerTest } from '../storage/folder';

const folder = folderPerTest();
const CLOUD = {
  COSMOS_ENDPOINT: 'https://rapport.documents.azure.com:443/',
  COSMOS_KEYS_ENDPOINT: 'https://rapport-keys.documents.azure.com/',
};
const EMULATOR = {
  COSMOS_ENDPOINT: 'http://127.0.0.1:8081',
  COSMOS_KEYS_ENDPOINT: 'http://127.0.0.1:8081',
  COSMOS_KEY: 'a2V5',
};

describe('settings of Cosmos DB', () => {
  test('have names for the databases, and an identity only where one is named', () => {
    expect(readCosmosSettings(CLOUD)).toEqual({
      content: { endpoint: CLOUD.COSMOS_ENDPOINT, database: 'rapport' },
      keys: { endpoint: CLOUD.COSMOS_KEYS_ENDPOINT, database: 'rapport-keys' },
      erasures: { endpoint: CLOUD.COSMOS_ENDPOINT, database: 'rapport' },
      identity: null,
      emulatorKey: null,
    });
    const client = '11111111-2222-3333-4444-555555555555';
    const named = { AZURE_CLIENT_ID: client, COSMOS_DATABASE: 'a', COSMOS_KEYS_DATABASE: 'b' };
    expect(readCosmosSettings({ ...CLOUD, ...named })).toMatchObject({
      content: { database: 'a' },
      keys: { database: 'b' },
      identity: client,
    });
    expect(readCosmosSettings(EMULATOR).emulatorKey).toBe('a2V5');
  });

  const wrong: [string, Record<string, string | undefined>][] = [
    ['COSMOS_ENDPOINT', { COSMOS_ENDPOINT: 'rapport.documents.azure.com' }],
    ['COSMOS_ENDPOINT', { COSMOS_ENDPOINT: 'http://rapport.documents.azure.com' }],
    ['COSMOS_ENDPOINT', { COSMOS_ENDPOINT: 'https://rapport.documents.azure.com/dbs/a' }],
    ['COSMOS_ENDPOINT', { COSMOS_ENDPOINT: '' }],
    ['COSMOS_KEYS_ENDPOINT', { COSMOS_KEYS_ENDPOINT: undefined }],
    ['COSMOS_KEYS_ENDPOINT', { COSMOS_KEYS_ENDPOINT: 'https://rapport.documents.azure.com' }],
    ['COSMOS_ERASURES_ENDPOINT', { COSMOS_ERASURES_ENDPOINT: CLOUD.COSMOS_KEYS_ENDPOINT }],
    ['COSMOS_DATABASE', { COSMOS_DATABASE: 'a/b' }],
    ['COSMOS_KEYS_DATABASE', { COSMOS_KEYS_DATABASE: '' }],
    ['AZURE_CLIENT_ID', { AZURE_CLIENT_ID: 'rapport' }],
    ['COSMOS_KEY', { COSMOS_KEY: 'a2V5' }],
  ];
  test.each(wrong)('%s that is wrong: one sentence that names it (%j)', (name, parts) => {
    expect(() => readCosmosSettings({ ...CLOUD, ...parts })).toThrow(
      new RegExp(`^${name} has to [^\\n]+\\.$`),
    );
  });
});

describe('stores in Cosmos DB', () => {
  const open = (more: Record<string, string>) => openStores({ ...EMULATOR, ...more }, systemClock);

  test('are not opened without the outermost key, and none is made in its place', async () => {
    await expect(open({})).rejects.toThrow(/^KEY_FILE has to [^\n]+\.$/);
    const path = folder.file('gone.key');
    await expect(open({ KEY_FILE: path })).rejects.toThrow(/^KEY_FILE has to [^\n]+\.$/);
    expect(await folder.names()).toEqual([]);
  });

  test('ask nothing of anybody before they are used', async () => {
    const path = folder.file('outermost.key');
    await writeFile(path, randomBytes(32));
    const stores = await open({ KEY_FILE: path });
    await expect(stores.purge()).resolves.toBeUndefined();
    await stores.close();
  });
});
