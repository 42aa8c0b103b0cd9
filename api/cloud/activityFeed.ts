import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  createDefaultHttpClient,
  type HttpClient,
  type Pipeline,
} from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import type { PersonId } from '@rapport/domain/person';
import type { Delivery, NotifyPort, Notification } from '../ports/notify';

const GRAPH = 'https://graph.microsoft.com';
/** The tab that a press opens, by its name in the app package. */
const TAB = 'home';
/** The feed shows a second line, which no language file of the package has: nothing that needs translating. */
const PREVIEW = '1:1';
const PATIENCE_MS = 10_000;
/** Where Graph asks to wait and does not say how long. */
const WAIT_MS = 60_000;

/** Not installed, not allowed, nobody of that number, or installed twice: asking again would not change it. */
const NOWHERE = new Set([403, 404, 409]);
const BUSY = new Set([429, 503]);

/**
 * The activity feed of Microsoft Teams ("userTeamwork: sendActivityNotification"), asked as the Entra app that the
 * app package names: that is who the permission was given to. No repetition here: whoever called comes again, with
 * the same `chainId`.
 * @param appId of the Teams app, for the link behind a notification
 * @param credentialOf the app in a tenant
 * @param tell is told of every answer but success, by its status
 */
export function openActivityFeed(
  appId: string,
  credentialOf: (tenant: string) => TokenCredential,
  tell: (status: number) => void,
  httpClient: HttpClient = createDefaultHttpClient(),
): NotifyPort {
  const pipelines = new Map<string, Pipeline>();
  const pipelineOf = (tenant: string): Pipeline => {
    const known = pipelines.get(tenant);
    if (known) return known;
    const made = createEmptyPipeline();
    const scopes = `${GRAPH}/.default`;
    made.addPolicy(bearerTokenAuthenticationPolicy({ credential: credentialOf(tenant), scopes }));
    pipelines.set(tenant, made);
    return made;
  };

  return {
    async send(person, notification): Promise<Delivery> {
      const [tenant, oid] = partsOf(person);
      const request = createPipelineRequest({
        url: `${GRAPH}/v1.0/users/${oid}/teamwork/sendActivityNotification`,
        method: 'POST',
        headers: createHttpHeaders({ 'content-type': 'application/json' }),
        body: JSON.stringify(bodyOf(appId, notification)),
        timeout: PATIENCE_MS,
      });
      const { status, headers } = await pipelineOf(tenant).sendRequest(httpClient, request);
      if (status >= 200 && status < 300) return { outcome: 'sent' };
      tell(status);
      if (NOWHERE.has(status)) return { outcome: 'noApp' };
      if (!BUSY.has(status)) throw new Error(`the activity feed answered ${status}`);
      const seconds = Number(headers.get('retry-after') ?? '');
      return { outcome: 'later', afterMs: seconds > 0 ? seconds * 1000 : WAIT_MS };
    },
  };
}

function partsOf(person: PersonId): readonly [tenant: string, oid: string] {
  const [tenant = '', oid = ''] = person.split('.');
  return [tenant, oid];
}

function bodyOf(appId: string, { kind, series, chainId }: Notification): object {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: series }));
  return {
    topic: {
      source: 'text',
      value: PREVIEW,
      webUrl: `https://teams.microsoft.com/l/entity/${appId}/${TAB}?context=${context}`,
    },
    activityType: kind,
    previewText: { content: PREVIEW },
    chainId,
  };
}
