import type { TokenCredential } from '@azure/identity';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { AsyncLocalStorage } from 'node:async_hooks';

/** What went wrong among the requests of a question. */
export interface Heard {
  /**
   * The last request that had no good answer; null where all had one. The SDK asks several things at once (a
   * query and its plan), so that another one's good answer may come after it.
   */
  failed: { readonly status: number | null; readonly substatus: number } | null;
  /** What the service asked for last. */
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
      const heard = hearing.getStore();
      const response = await carrier.sendRequest(request).catch((error: unknown) => {
        noteSilence(heard);
        throw isBroken(error) ? new Error('The connection broke.', { cause: error }) : error;
      });
      const { status, headers } = response;
      const substatus = numberIn(headers.get('x-ms-substatus')) ?? 0;
      if (heard) {
        heard.retryAfterMs = numberIn(headers.get('x-ms-retry-after-ms')) ?? heard.retryAfterMs;
        if (status >= 400) heard.failed = { status, substatus };
      }
      if (isGone(status, substatus)) headers.delete('x-ms-substatus');
      return response;
    },
  };
}

/**
 * A physical partition that was split or merged away. The SDK means to go on with what took its place, and
 * never comes back: it keeps the process busy, so that not even a timer gets its turn (run: 4.9.3, a query
 * across partitions). Without the reason it is an error like others; the question is asked anew, and the list
 * of partitions with it.
 */
const isGone = (status: number, substatus: number): boolean => status === 410 && substatus === 1002;

/**
 * After these the SDK waits a whole second before it reads again; a new connection is there at once, so they
 * are hidden from it (defaultRetryPolicy). What tells it of a region that is gone is not.
 */
const BROKEN = ['ECONNRESET', 'EPIPE'];
const isBroken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && BROKEN.includes(String(error.code));

/** Tokens come from a service of their own, which may not answer either. */
export const listenToCredential = (credential: TokenCredential): TokenCredential => ({
  async getToken(...wanted) {
    try {
      return await credential.getToken(...wanted);
    } catch (error) {
      noteSilence(hearing.getStore());
      throw error;
    }
  },
});

function noteSilence(heard: Heard | undefined): void {
  if (heard) heard.failed = { status: null, substatus: 0 };
}

/** @returns what the question comes to, and beside it what went wrong on the way */
export async function hear<T>(
  question: () => Promise<T>,
): Promise<{ readonly heard: Heard } & ({ readonly answer: T } | { readonly error: unknown })> {
  const heard: Heard = { failed: null, retryAfterMs: null };
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
