import type { ApiResponse } from './pipeline';

type Environment = Readonly<Record<string, string | undefined>>;

/** What another origin than the api's own may send and read ("Fetch", CORS protocol). */
export interface Cors {
  /** Headers to add to an answer, for whoever asked from there. */
  headers(requestOrigin: string | null): Readonly<Record<string, string>>;
  /** The answer to a browser that asks before it sends. */
  preflight(requestOrigin: string | null): ApiResponse;
}

/** Chromium asks again after two hours, whatever is said. */
const ASK_AGAIN_AFTER_S = 7200;
const SENT = 'authorization, content-type, idempotency-key, if-match, if-none-match';
const READ = 'etag, rapport-time, retry-after';

/**
 * Where the tab is served from another origin than the api: the one origin that TAB_ORIGIN names. Tokens travel
 * in a header that a page has to set, so no credentials of the browser are let in.
 * @throws Error with one sentence where TAB_ORIGIN is no origin
 */
export function createCors({ TAB_ORIGIN: tab }: Environment): Cors {
  if (tab !== undefined && !isOrigin(tab)) {
    throw new Error(
      'TAB_ORIGIN has to be where the tab is served, such as https://rapport.example.com.',
    );
  }
  const headers: Cors['headers'] = (asking) => {
    if (tab === undefined) return {};
    if (asking !== tab) return { vary: 'origin' };
    return {
      vary: 'origin',
      'access-control-allow-origin': tab,
      'access-control-expose-headers': READ,
    };
  };
  return {
    headers,
    preflight: (asking) => ({
      status: 204,
      headers: {
        ...headers(asking),
        ...(tab !== undefined && asking === tab
          ? {
              'access-control-allow-methods': 'GET, PATCH, POST, PUT',
              'access-control-allow-headers': SENT,
              'access-control-max-age': String(ASK_AGAIN_AFTER_S),
            }
          : {}),
      },
      body: null,
    }),
  };
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).origin === text;
