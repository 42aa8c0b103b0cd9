import { describe, expect, test } from '@jest/globals';
import { openFeed } from '@rapport/api/serve/feed';
import { readHosts } from '@rapport/api/serve/hosts';
import { readServeSettings } from '@rapport/api/serve/settings';
import { readSignInSettings } from '@rapport/api/signin/settings';
import { noFeed } from '@rapport/api/ports/notify';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const APP = 'b7c1a2de-41f3-4c8e-a1d6-5e0f93b8d742';
const TENANT = '5d2f6b1c-9a77-4f0e-8a35-0c7d1b2e3f49';
const TEAMS = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
const enough = {
  TAB_DOMAIN: 'rapport.example.com',
  AAD_APP_CLIENT_ID: APP,
  AAD_APP_TENANT_ID: TENANT,
  RAPPORT_DATA: '/var/lib/rapport/data',
};
const read = (more: Readonly<Record<string, string>> = {}) =>
  readServeSettings({ ...enough, ...more }, [TEAMS]);

describe('the settings of one machine', () => {
  test('are few: sign-in by the Entra app of one tenant, from its hosts and from itself', () => {
    const { port, domain, environment, feed } = read();
    expect([port, domain, feed]).toEqual([3000, 'rapport.example.com', null]);
    expect(readSignInSettings(environment)).toEqual({
      issuer: 'https://login.microsoftonline.com/{tid}/v2.0',
      jwksUri: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
      audience: APP,
      tenants: [TENANT],
      clients: [APP, TEAMS],
    });
    expect(environment['RAPPORT_DATA']).toBe('/var/lib/rapport/data');
  });

  test('what AUTH_… says stands, and what is empty counts as left out', () => {
    const other = '83488a0b-8bee-47dd-af71-2d514c52eed2';
    const { environment } = read({
      AUTH_TENANTS: `${TENANT},${other}`,
      AUTH_CLIENTS: other,
      AUTH_ISSUER: '',
      API_ORIGIN: '',
      KEY_FILE: ' ',
    });
    const signIn = readSignInSettings(environment);
    expect([signIn.tenants, signIn.clients]).toEqual([[TENANT, other], [other]]);
    expect(signIn.issuer).toContain('login.microsoftonline.com');
  });

  test('name the hosts that the cloud lets in too', async () => {
    const hosts = await readHosts(join(__dirname, '../../../infra/clients.json'));
    expect(hosts).toContain(TEAMS);
    expect(hosts.length).toBeGreaterThan(4);
  });

  const wrong: Record<string, Record<string, string>> = {
    TAB_DOMAIN: { TAB_DOMAIN: 'https://rapport.example.com' },
    AAD_APP_CLIENT_ID: { AAD_APP_CLIENT_ID: 'rapport' },
    AAD_APP_TENANT_ID: { AAD_APP_TENANT_ID: '' },
    PORT: { PORT: '3000x' },
    RAPPORT_DATA: { RAPPORT_DATA: '.data' },
    HOST: { HOST: '0.0.0.0' },
    TEAMS_APP_ID: { GRAPH_CERTIFICATE_PATH: '/etc/rapport/graph.pem' },
    // Silently ignored, each of these would put data or keys where nobody looks for them.
    COSMOS_ENDPOINT: { COSMOS_ENDPOINT: 'https://rapport.documents.azure.com' },
    KEY_VAULT_KEY_ID: { KEY_VAULT_KEY_ID: 'https://rapport.vault.azure.net/keys/outermost' },
    KEY_FILE: { KEY_FILE: '/etc/rapport/master.key' },
    WEB_PUBSUB_ENDPOINT: { WEB_PUBSUB_ENDPOINT: 'https://rapport.webpubsub.azure.com' },
    API_ORIGIN: { API_ORIGIN: 'https://api.rapport.example.com' },
  };
  test.each(Object.keys(wrong))('a wrong %s is named in one sentence', (name) => {
    expect(() => read(wrong[name])).toThrow(new RegExp(`^${name} has to (be|name) [^\n]+\\.$`));
  });
});

describe('notifications', () => {
  const log = { write: () => undefined };

  test('are left out where no certificate is named', async () => {
    expect(await openFeed(null, log)).toBe(noFeed);
  });

  test('are sent as the Entra app by its certificate, which has to bring its key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-feed-'));
    const path = join(folder, 'graph.pem');
    const { feed } = read({ GRAPH_CERTIFICATE_PATH: path, TEAMS_APP_ID: TENANT });
    expect(feed).toEqual({ certificate: path, entraApp: APP, teamsApp: TENANT });
    await expect(openFeed(feed, log)).rejects.toThrow('GRAPH_CERTIFICATE_PATH has to name');
    const certificate = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
    await writeFile(path, certificate);
    await expect(openFeed(feed, log)).rejects.toThrow('GRAPH_CERTIFICATE_PATH has to name');
    const key = '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n';
    await writeFile(path, certificate + key);
    expect(await openFeed(feed, log)).not.toBe(noFeed);
    await rm(folder, { recursive: true });
  });
});
