import { KeysUnavailable } from '../ports/keyWrap';

/** How long nobody asks after a failed attempt; doubled with every further one, up to the longest. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;

/** Runs `work`, or refuses at once while whoever it asks is known to be away. */
export type Calm = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Keeps a crowd from something that is just away (a "circuit breaker", Microsoft's page of that name): after
 * a failure nobody asks for a second, then one asks for all, and the others wait for what becomes of it.
 * @param now milliseconds of a clock that never goes back
 */
export function createCalm(now: () => number): Calm {
  let away: KeysUnavailable | null = null;
  let pause = 0;
  let until = 0;
  let probe: Promise<unknown> | null = null;

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      away = null;
      return result;
    } catch (error) {
      if (error instanceof KeysUnavailable) {
        // Many that had begun together fail together: that is one failure.
        if (!away || now() >= until) {
          pause = away ? Math.min(pause * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
          until = now() + pause;
        }
        away = error;
      } else {
        // It has answered, if only to refuse.
        away = null;
      }
      throw error;
    }
  }

  return async function calm<T>(work: () => Promise<T>): Promise<T> {
    if (!away) return attempt(work);
    if (now() < until) throw new KeysUnavailable(away.reason);
    if (probe) {
      await probe;
      return calm(work);
    }
    const mine = attempt(work);
    probe = mine.then(
      () => (probe = null),
      () => (probe = null),
    );
    return mine;
  };
}
