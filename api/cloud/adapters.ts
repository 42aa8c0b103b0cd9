import type { TokenCredential } from '@azure/identity';
import * as z from 'zod/mini';
import { createBudget } from '../budget';
import type { Adapters } from '../compose';
import { stderrLog } from '../logging';
import { systemClock } from '../ports/clock';
import type { Log } from '../ports/log';
import { noFeed, type NotifyPort } from '../ports/notify';
import { pollingOnly, type NudgePort } from '../ports/nudge';

type Environment = Readonly<Record<string, string | undefined>>;

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).origin === text;

/** Of one person, by one instance: five a second, for a minute. */
const WRITES_PER_MINUTE = 300;

const variables = z.object({
  AZURE_CLIENT_ID: z.optional(z.guid()),
  AUTH_AUDIENCE: z.optional(z.guid()),
  TEAMS_APP_ID: z.optional(z.guid()),
  WEB_PUBSUB_ENDPOINT: z.optional(z.string().check(z.refine(isOrigin))),
  TELEMETRY_CONNECTION_STRING: z.optional(z.string().check(z.regex(/InstrumentationKey=[\w-]+/))),
});

const EXPECTED: Readonly<Record<string, string>> = {
  AZURE_CLIENT_ID: 'the client id of the managed identity, a GUID',
  AUTH_AUDIENCE: 'the client id of the Entra app of Rapport, a GUID',
  TEAMS_APP_ID: 'the id of the Teams app, a GUID',
  WEB_PUBSUB_ENDPOINT: 'the https origin of the Web PubSub service',
  TELEMETRY_CONNECTION_STRING: 'the connection string of Application Insights',
} satisfies Record<keyof z.infer<typeof variables>, string>;

/**
 * What the cloud gives the api besides its stores; each only where a setting names it, so that the same bundle
 * runs without.
 * @throws Error with one sentence that names the setting at fault
 */
export async function openCloudAdapters(environment: Environment): Promise<Adapters> {
  const result = variables.safeParse(environment);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw new Error(`${name} has to be ${EXPECTED[name]}.`);
  }
  const {
    WEB_PUBSUB_ENDPOINT: push,
    TELEMETRY_CONNECTION_STRING: telemetry,
    TEAMS_APP_ID: teamsApp,
    AUTH_AUDIENCE: entraApp,
  } = result.data;
  const nothing = [push, telemetry, teamsApp].every((setting) => setting === undefined);
  const credential = nothing ? null : await identityOf(result.data.AZURE_CLIENT_ID);
  const log = telemetry && credential ? await openLog(telemetry, credential) : stderrLog;
  const nudge = push && credential ? await openNudge(push, credential, log) : pollingOnly;
  const notify =
    teamsApp && entraApp && credential
      ? await openFeed(teamsApp, entraApp, credential, log)
      : noFeed;
  const budget = createBudget(WRITES_PER_MINUTE);
  return { clock: systemClock, nudge, notify, log, budget };
}

// Each is loaded only where it is asked for: a start without it is that much quicker.

async function identityOf(clientId: string | undefined): Promise<TokenCredential> {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  return clientId ? new ManagedIdentityCredential({ clientId }) : new ManagedIdentityCredential();
}

async function openLog(connectionString: string, credential: TokenCredential): Promise<Log> {
  const { openTelemetry } = await import('./telemetry');
  const told = openTelemetry(connectionString, credential);
  return {
    write(line) {
      stderrLog.write(line);
      told.write(line);
    },
  };
}

async function openNudge(
  endpoint: string,
  credential: TokenCredential,
  log: Log,
): Promise<NudgePort> {
  const { openWebPubSub } = await import('./webPubSub');
  return openWebPubSub(endpoint, credential, (status) =>
    log.write({ event: 'nudge', outcome: 'not taken', status: String(status ?? 'silent') }),
  );
}

/** What a managed identity asks for to stand in for a secret ("Configure an application to trust a managed identity"). */
const EXCHANGE = 'api://AzureADTokenExchange/.default';

async function openFeed(
  teamsApp: string,
  entraApp: string,
  identity: TokenCredential,
  log: Log,
): Promise<NotifyPort> {
  const [{ ClientAssertionCredential }, { openActivityFeed }] = await Promise.all([
    import('@azure/identity'),
    import('./activityFeed'),
  ]);
  const assertion = async (): Promise<string> => {
    const token = await identity.getToken(EXCHANGE);
    if (!token) throw new Error('the identity gave no token');
    return token.token;
  };
  return openActivityFeed(
    teamsApp,
    (tenant) => new ClientAssertionCredential(tenant, entraApp, assertion),
    (status) => log.write({ event: 'notify', outcome: 'not taken', status: String(status) }),
  );
}
