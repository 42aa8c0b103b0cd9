import type { World } from '../../../api/support/world';
import { serve } from './serve';

/** What becomes of a request on its way there. Only what `arrives` reaches the api. */
export type WayThere = 'arrives' | 'lost' | 503 | 401;
/** What becomes of the answer on its way back. */
export type WayBack = 'arrives' | 'lost' | 'cut' | 'page' | 502;

/** A request that was made and has not been decided on yet. */
export interface Traveller {
  /** Which window sent it. */
  readonly from: string;
  readonly method: string;
  readonly path: string;
  /** The Idempotency-Key of a write. */
  readonly key: string | null;
  /** True once the api has dealt with it and its answer is on the way back. */
  readonly answered: boolean;
  there(way: WayThere): Promise<void>;
  back(way: WayBack): void;
  /** Somebody other than the api answers, or the api out of an older copy of what it has. */
  answer(response: Response): void;
}

/** What the api decided on a write, in the order in which it did. */
export interface Decided {
  readonly from: string;
  readonly key: string;
  readonly status: number;
}

/** The api's answer for what is not there, or not there for whoever asks. */
export const gone = (): Response => Response.json({ code: 'series.notFound' }, { status: 404 });

/** A network where nothing moves by itself: tests say what arrives, when, and what is lost. */
export interface Network {
  readonly travelling: readonly Traveller[];
  readonly decided: readonly Decided[];
  /** The `fetch` of one window. */
  fetchOf(from: string): (path: string, init: RequestInit) => Promise<Response>;
}

export function createNetwork(world: World): Network {
  const travelling = new Set<Traveller>();
  const decided: Decided[] = [];

  function send(from: string, path: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET';
    const key = new Headers(init.headers).get('idempotency-key');
    return new Promise((resolve, reject) => {
      let answer: Response | null = null;
      const end = (outcome: Response | Error): void => {
        travelling.delete(traveller);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const traveller: Traveller = {
        from,
        method,
        path,
        key,
        get answered() {
          return answer !== null;
        },
        async there(way) {
          if (way === 'lost') return end(new TypeError('Failed to fetch'));
          if (way !== 'arrives') return end(new Response(null, { status: way }));
          answer = await serve(world, path, init);
          if (key) decided.push({ from, key, status: answer.status });
        },
        back(way) {
          if (!answer) throw new Error('nothing was answered yet');
          end(way === 'arrives' ? answer : spoilt(way));
        },
        answer: end,
      };
      travelling.add(traveller);
    });
  }

  return {
    get travelling() {
      return [...travelling];
    },
    decided,
    fetchOf: (from) => (path, init) => send(from, path, init),
  };
}

function spoilt(way: Exclude<WayBack, 'arrives'>): Response | Error {
  if (way === 'lost') return new TypeError('Failed to fetch');
  if (way === 'cut') return new Response('{"vers', { status: 200 });
  if (way === 'page') return new Response('<!doctype html><title>Sign in to the Wi-Fi</title>');
  return new Response(null, { status: way });
}
