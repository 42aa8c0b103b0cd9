import type { TokenCredential } from '@azure/identity';
import * as z from 'zod/mini';
import { createBudget } from '../budget';
import type { Adapters } from '../compose';
import { stderrLog } from '../logging';
import { systemClock } from '../ports/clock';
import type { Log } from '../ports/log';
import { noFeed } from '../ports/notify';
import { pollingOnly, type NudgePort } from '../ports/nudge';

type Environment = Readonly<Record<string, string | undefined>>;

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).origin === text;

/** Of one person, by one instance: five a second, for a minute. */
const WRITES_PER_MINUTE = 300;

const variables = z.object({
  AZURE_CLIENT_ID: z.optional(z.guid()),
  WEB_PUBSUB_ENDPOINT: z.optional(z.string().check(z.refine(isOrigin))),
  TELEMETRY_CONNECTION_STRING: z.optional(z.string().check(z.regex(/InstrumentationKey=[\w-]+/))),
});

const EXPECTED: Readonly<Record<string, string>> = {
  AZURE_CLIENT_ID: 'the client id of the managed identity, a GUID',
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
  const { WEB_PUBSUB_ENDPOINT: push, TELEMETRY_CONNECTION_STRING: telemetry } = result.data;
  const credential =
    push === undefined && telemetry === undefined
      ? null
      : await identityOf(result.data.AZURE_CLIENT_ID);
  const log = telemetry && credential ? await openLog(telemetry, credential) : stderrLog;
  const nudge = push && credential ? await openNudge(push, credential, log) : pollingOnly;
  const budget = createBudget(WRITES_PER_MINUTE);
  return { clock: systemClock, nudge, notify: noFeed, log, budget };
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
