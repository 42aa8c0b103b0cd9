import type { TokenCredential } from '@azure/identity';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { AsyncLocalStorage } from 'node:async_hooks';

/** How the last request of a question ended. */
export interface Heard {
  /** Whether anybody was asked at all. */
  asked: boolean;
  /** null: no answer came. */
  status: number | null;
  substatus: number;
  retryAfterMs: number | null;
}

const hearing = new AsyncLocalStorage<Heard>();

/**
 * Notes how the requests of a question end. The SDK makes one plain Error of whatever happens to a batch,
 * without the status (Items.batch), so that a busy moment could not be told from a mistake of ours.
 */
export function listenTo(carrier: HttpClient): HttpClient {
  return {
    async sendRequest(request) {
      const heard = hearAnew();
      const response = await carrier.sendRequest(request).catch((error: unknown) => {
        throw isBroken(error) ? new Error('The connection broke.', { cause: error }) : error;
      });
      if (heard) {
        heard.status = response.status;
        heard.substatus = numberIn(response.headers.get('x-ms-substatus')) ?? 0;
        heard.retryAfterMs = numberIn(response.headers.get('x-ms-retry-after-ms'));
      }
      return response;
    },
  };
}

/**
 * After these the SDK waits a whole second before it reads again; a new connection is there at once, so they
 * are hidden from it (defaultRetryPolicy). What tells it of a region that is gone is not.
 */
const BROKEN = ['ECONNRESET', 'EPIPE'];
const isBroken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && BROKEN.includes(String(error.code));

/** Tokens come from a service of their own, which may not answer either. */
export const listenToCredential = (credential: TokenCredential): TokenCredential => ({
  getToken(...wanted) {
    hearAnew();
    return credential.getToken(...wanted);
  },
});

function hearAnew(): Heard | undefined {
  const heard = hearing.getStore();
  if (heard) Object.assign(heard, NOTHING, { asked: true });
  return heard;
}

const NOTHING: Heard = { asked: false, status: null, substatus: 0, retryAfterMs: null };

/** @returns what the question comes to, and beside it how its last request ended */
export async function hear<T>(
  question: () => Promise<T>,
): Promise<{ readonly heard: Heard } & ({ readonly answer: T } | { readonly error: unknown })> {
  const heard: Heard = { ...NOTHING };
  try {
    return { heard, answer: await hearing.run(heard, question) };
  } catch (error) {
    return { heard, error };
  }
}

function numberIn(header: string | undefined): number | null {
  const number = Number(header ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
}
