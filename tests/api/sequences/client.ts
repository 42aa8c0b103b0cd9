import type { Reply, World } from '../support/world';
import type { Asked } from './steps';

/** Answers after which the tab's client asks again, with the same key (tab/src/client/http.ts). */
const TRY_AGAIN = [408, 425, 429, 502, 503, 504];
const TRIES = 40;

/** An answer as it may be compared: a refusal's reference is new each time. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

export const answerOf = ({ status, json }: Reply): Answer =>
  status < 400 ? { status, json } : { status, json: { code: json.code, field: json.field } };

export interface Persistence {
  readonly reply: Reply;
  /** How often it was told to try again. */
  readonly busy: number;
}

/**
 * Asks as the tab does: again, with the same key, until there is an answer.
 * @throws Error where the api answers what no person could make sense of, or is never done
 */
export async function askOn(
  world: World,
  who: string,
  route: string,
  sending: Asked['sending'] | { readonly params?: Record<string, string>; readonly body?: unknown },
): Promise<Persistence> {
  for (let busy = 0; busy < TRIES; busy += 1) {
    const reply = await world.send(who, route, sending);
    requireClear(route, reply);
    if (!TRY_AGAIN.includes(reply.status)) return { reply, busy };
  }
  throw new Error(`${route} was not done after ${TRIES} tries`);
}

/** Nothing is ever broken, or silent: a refusal says why, and when to come back. */
function requireClear(route: string, { status, json, headers, text }: Reply): void {
  const clear =
    status < 400
      ? text !== ''
      : status !== 500 &&
        typeof json.code === 'string' &&
        headers['content-type'] === 'application/problem+json';
  const comeBack = status !== 503 || Number(headers['retry-after']) >= 1;
  if (!clear || !comeBack) throw new Error(`${route} answered ${status}: ${text}`);
}
