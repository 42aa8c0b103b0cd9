import type { TokenCredential } from '@azure/identity';
import { WebPubSubServiceClient, type WebPubSubServiceClientOptions } from '@azure/web-pubsub';
import type { PersonId } from '@rapport/domain/person';
import { createHash } from 'node:crypto';
import type { NudgePort } from '../ports/nudge';

/** As infra/modules/pubsub.bicep names it. */
const HUB = 'rapport';
const LIFETIME_MINUTES = 5;
/** A nudge that takes longer is found by polling before. */
const PATIENCE_MS = 2000;

/**
 * Azure Web PubSub: a socket for each open page, told apart by person ("Azure Web PubSub data-plane REST API",
 * send to user). What does not arrive is found by polling, so that nothing here ever fails a write.
 * @param tell is told that the service did not take one, by its status; null: it did not answer
 */
export function openWebPubSub(
  endpoint: string,
  credential: TokenCredential,
  tell: (status: number | null) => void,
  options: Pick<WebPubSubServiceClientOptions, 'httpClient'> = {},
): NudgePort {
  const hub = new WebPubSubServiceClient(endpoint, credential, HUB, {
    ...options,
    retryOptions: { maxRetries: 0 },
  });
  const soon = () => ({ abortSignal: AbortSignal.timeout(PATIENCE_MS) });
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      tell(statusOf(error));
      return null;
    }
  };
  return {
    async send(person, { series, version, page }) {
      // Nobody there is no trouble either: the service takes it and tells nobody.
      await attempt(() => hub.sendToUser(userOf(person), { series, version, page }, soon()));
    },
    async connection(person) {
      const expires = Date.now() + LIFETIME_MINUTES * 60_000;
      const given = await attempt(() =>
        hub.getClientAccessToken({
          userId: userOf(person),
          expirationTimeInMinutes: LIFETIME_MINUTES,
          ...soon(),
        }),
      );
      return given && { url: given.url, expiresAt: new Date(expires).toISOString() };
    },
    async disconnect(person) {
      await attempt(() => hub.closeUserConnections(userOf(person), soon()));
    },
  };
}

/** Whom the service knows: its addresses, tokens and logs have nobody's id. */
const userOf = (person: PersonId): string =>
  createHash('sha256').update(person).digest('base64url');

const statusOf = (error: unknown): number | null => {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : null;
  return typeof status === 'number' ? status : null;
};
