import { isAbsolute } from 'node:path';
import * as z from 'zod/mini';
import { LOOPBACK, readPort } from '../node/listen';
import type { FeedSettings } from './feed';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What `npm run serve` was told. */
export interface ServeSettings {
  readonly port: number;
  /** Where people reach it: `https://` and this. */
  readonly domain: string;
  /** What the api is composed from. */
  readonly environment: Environment;
  /** null: nobody is told anything outside of Rapport. */
  readonly feed: FeedSettings | null;
}

const ENTRA = 'https://login.microsoftonline.com';
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** What would send somebody's data elsewhere, or let anybody in, if it were quietly ignored. */
const REFUSED: Readonly<Record<string, string>> = {
  COSMOS_ENDPOINT: 'one machine keeps its data in RAPPORT_DATA (docs/move.md leads to the cloud)',
  KEY_VAULT_KEY_ID: 'the outermost key of one machine is master.key in RAPPORT_DATA',
  KEY_FILE: 'the outermost key of one machine is master.key in RAPPORT_DATA',
  WEB_PUBSUB_ENDPOINT: 'this server pushes by itself',
  API_ORIGIN: 'the api is on TAB_DOMAIN itself',
};

/**
 * Settings out of the environment; sign-in's own follow from the Entra app where AUTH_… do not say otherwise. An
 * empty one counts as left out, as in a file that names everything.
 * @param hosts client ids of Teams, Outlook and Microsoft 365
 * @throws Error with one sentence that names the setting at fault and what it has to be
 */
export function readServeSettings(given: Environment, hosts: readonly string[]): ServeSettings {
  const settings: Environment = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  for (const [name, why] of Object.entries(REFUSED)) {
    if (settings[name] !== undefined) throw new Error(`${name} has to be left out: ${why}.`);
  }
  if (settings['HOST'] !== undefined && settings['HOST'] !== LOOPBACK) {
    throw new Error(
      `HOST has to be left out or ${LOOPBACK}: a proxy on this machine brings TLS, and nobody gets past it.`,
    );
  }
  const domain = settings['TAB_DOMAIN'] ?? '';
  if (!DOMAIN.test(domain))
    throw new Error('TAB_DOMAIN has to be where people reach it, such as rapport.example.com.');
  const port = readPort(settings['PORT'] ?? '3000');
  const { RAPPORT_DATA, RAPPORT_ERASURES, SUPPORT_RESOURCES } = settings;
  if (RAPPORT_DATA === undefined || !isAbsolute(RAPPORT_DATA))
    throw new Error(
      'RAPPORT_DATA has to name the folder the data lies in, in full, such as /var/lib/rapport/data.',
    );
  const kept = { RAPPORT_DATA, RAPPORT_ERASURES, SUPPORT_RESOURCES };
  const signIn = signInOf(settings, hosts);
  const feed = feedOf(settings, signIn.AUTH_AUDIENCE);
  return { port, domain, environment: { ...signIn, ...kept }, feed };
}

function feedOf(settings: Environment, entraApp: string): FeedSettings | null {
  const certificate = settings['GRAPH_CERTIFICATE_PATH'];
  if (certificate === undefined) return null;
  return { certificate, entraApp, teamsApp: guidIn(settings, 'TEAMS_APP_ID') };
}

/** AUTH_… as api/signin/settings.ts takes them ("OpenID Connect on the Microsoft identity platform"). */
function signInOf(settings: Environment, hosts: readonly string[]) {
  const audience = settings['AUTH_AUDIENCE'] ?? guidIn(settings, 'AAD_APP_CLIENT_ID');
  const tenants = settings['AUTH_TENANTS'] ?? guidIn(settings, 'AAD_APP_TENANT_ID');
  return {
    AUTH_AUDIENCE: audience,
    AUTH_TENANTS: tenants,
    AUTH_ISSUER: settings['AUTH_ISSUER'] ?? `${ENTRA}/{tid}/v2.0`,
    AUTH_JWKS_URI: settings['AUTH_JWKS_URI'] ?? `${ENTRA}/common/discovery/v2.0/keys`,
    AUTH_CLIENTS: settings['AUTH_CLIENTS'] ?? [audience, ...hosts].join(','),
  };
}

function guidIn(settings: Environment, name: string): string {
  const result = z.guid().safeParse(settings[name]?.trim());
  if (result.success) return result.data;
  throw new Error(
    `${name} has to be the GUID that \`teamsapp.local.yml\` writes down for it (docs/serve.md).`,
  );
}
