import type { HostAdapter } from '../hosts/hostAdapter';
import { ApiRefused, ApiUnreachable, signInRequired } from './state';
import { namesUser } from './token';

export interface Http {
  /**
   * Reads; with the etag of an earlier answer, null when nothing changed.
   * @throws ApiRefused, ApiUnreachable
   */
  get<T>(path: string, etag: string | null): Promise<{ value: T; etag: string | null } | null>;
  /** Asks or writes. Writes name their Idempotency-Key. @throws ApiRefused, ApiUnreachable */
  send<T>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: unknown,
    idempotencyKey?: string,
  ): Promise<T>;
  /** The product's time in milliseconds, as far as the api has told it: both people's panels agree on it. */
  now(): number;
}

/**
 * A reader of one address that remembers the etag: null while nothing changed. After a refusal it starts
 * anew, so that what comes back later is read in full.
 */
export function reader<T>(http: Http, path: string): () => Promise<T | null> {
  let etag: string | null = null;
  return async () => {
    const known = etag;
    etag = null;
    const answer = await http.get<T>(path, known);
    etag = answer ? answer.etag : known;
    return answer?.value ?? null;
  };
}

/** Answers that say nothing about the request: it may be sent again as it is. */
const TRY_AGAIN = new Set([408, 425, 429, 502, 503, 504]);

/** A connection that died without a word (a laptop that slept) would otherwise be waited on for minutes. */
const PATIENCE_MS = 20_000;

interface Reply {
  readonly status: number;
  readonly etag: string | null;
  /** What the api asked to wait, in seconds; 0 where it said nothing. */
  readonly wait: number;
  /** Undefined where it is no JSON: then it is not the api that answered, or not to the end. */
  readonly body: unknown;
}

/** Where the api is, if it has an origin of its own: said in the page by whoever deploys it. */
const apiOrigin = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="rapport-api"]')?.content ?? '';

/**
 * The api over fetch. A token the api no longer takes is asked for anew, once; a token of
 * somebody else than this page was opened for is never sent (PRACTICE E7).
 */
export function createHttp(
  host: Pick<HostAdapter, 'token' | 'context'>,
  ask: (path: string, init: RequestInit) => Promise<Response> = (path, init) =>
    fetch(apiOrigin() + path, init),
): Http {
  let ahead = 0;

  async function call(path: string, init: RequestInit, again = true): Promise<Reply> {
    const token = await inTime(() => host.token());
    if (!namesUser(token, host.context.user)) throw new ApiRefused(401, signInRequired);
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    const reply = await inTime(async (signal): Promise<Reply> => {
      const response = await ask(path, { ...init, headers, cache: 'no-store', signal });
      const time = Date.parse(response.headers.get('rapport-time') ?? '');
      if (!Number.isNaN(time)) ahead = time - Date.now();
      const body = parsed(await response.text());
      const wait = Number(response.headers.get('retry-after')) || 0;
      return { status: response.status, etag: response.headers.get('etag'), wait, body };
    });
    const { status, body } = reply;
    if (status === 304) return reply;
    if (status === 401 && again) return call(path, init, false);
    if (TRY_AGAIN.has(status)) throw new ApiUnreachable(reply.wait);
    if (status >= 300) throw refused(status, body);
    if (body === undefined) throw new ApiUnreachable();
    return reply;
  }

  return {
    now: () => Date.now() + ahead,
    async get<T>(path: string, known: string | null) {
      const headers: Record<string, string> = known ? { 'if-none-match': known } : {};
      const { status, body, etag } = await call(path, { headers });
      return status === 304 ? null : { value: body as T, etag };
    },
    async send<T>(method: string, path: string, body: unknown, idempotencyKey?: string) {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
      const reply = await call(path, { method, headers, body: JSON.stringify(body) });
      return reply.body as T;
    },
  };
}

/** Whatever the host or the network does wrong, or does not do in time. @throws ApiUnreachable */
async function inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE_MS);
  try {
    return await Promise.race([
      work(late.signal),
      new Promise<never>((_, reject) => late.signal.addEventListener('abort', reject)),
    ]);
  } catch {
    throw new ApiUnreachable();
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(status: number, problem: unknown): ApiRefused {
  const text = (key: string): string | null => {
    const value: unknown =
      typeof problem === 'object' && problem !== null ? Reflect.get(problem, key) : null;
    return typeof value === 'string' ? value : null;
  };
  return new ApiRefused(status, {
    code: text('code') ?? 'unexpected',
    field: text('field'),
    reference: text('reference'),
  });
}
