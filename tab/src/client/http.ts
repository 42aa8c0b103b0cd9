import { ApiRefused, ApiUnreachable } from './state';

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
const TRY_AGAIN = new Set([408, 429, 502, 503, 504]);

/** The api over fetch, on its own origin. A token the api no longer takes is asked for anew, once. */
export function createHttp(token: () => Promise<string>): Http {
  async function call(path: string, init: RequestInit, again = true): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await tokenOrUnreachable(token)}`);
    let response: Response;
    try {
      response = await fetch(path, { ...init, headers, cache: 'no-store' });
    } catch {
      throw new ApiUnreachable();
    }
    if (response.status === 401 && again) return call(path, init, false);
    if (TRY_AGAIN.has(response.status)) throw new ApiUnreachable();
    if (!response.ok && response.status !== 304) throw await refused(response);
    return response;
  }

  return {
    async get(path, etag) {
      const response = await call(path, { headers: etag ? { 'if-none-match': etag } : {} });
      if (response.status === 304) return null;
      return { value: await response.json(), etag: response.headers.get('etag') };
    },
    async send(method, path, body, idempotencyKey) {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
      const response = await call(path, { method, headers, body: JSON.stringify(body) });
      return response.json();
    },
  };
}

async function tokenOrUnreachable(token: () => Promise<string>): Promise<string> {
  try {
    return await token();
  } catch {
    throw new ApiUnreachable();
  }
}

async function refused(response: Response): Promise<ApiRefused> {
  const problem: unknown = await response.json().catch(() => null);
  const text = (key: string): string | null => {
    const value: unknown =
      typeof problem === 'object' && problem !== null ? Reflect.get(problem, key) : null;
    return typeof value === 'string' ? value : null;
  };
  return new ApiRefused(response.status, {
    code: text('code') ?? 'unexpected',
    field: text('field'),
    reference: text('reference'),
  });
}
