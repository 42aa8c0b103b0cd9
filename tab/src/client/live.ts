import type { Nudges } from './nudges';
import { ApiRefused, type Live, type Reading } from './state';

export interface Source<T> {
  /** Reads anew; null when nothing changed since the last reading. */
  read(): Promise<T | null>;
  /** How often to look without being nudged, in milliseconds, while nudges arrive and while they do not. */
  readonly every: { readonly nudged: number; readonly alone: number };
}

export interface Follower<T> extends Live<T> {
  /** True while the last reading could not reach the api. */
  readonly offline: boolean;
}

/**
 * Follows something the api has: reads while somebody looks, again on a nudge, and by polling, which alone
 * makes it right. What was read stays when the api is out of reach.
 */
export function follow<T>(source: Source<T>, nudges: Nudges): Follower<T> {
  const listeners = new Set<() => void>();
  let reading: Reading<T> = { status: 'loading' };
  let offline = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let again = false;

  function publish(next: Reading<T>, unreachable: boolean): void {
    if (next === reading && unreachable === offline) return;
    reading = next;
    offline = unreachable;
    for (const listener of listeners) listener();
  }

  async function readOnce(): Promise<void> {
    try {
      const value = await source.read();
      publish(value === null ? reading : { status: 'ready', value }, false);
    } catch (error) {
      if (!(error instanceof ApiRefused)) publish(reading, true);
      else if (error.status === 404 || error.status === 410) publish({ status: 'gone' }, false);
      else if (reading.status === 'ready') publish(reading, true);
      else publish({ status: 'failed', refusal: error.refusal }, false);
    }
  }

  async function refresh(): Promise<void> {
    // A reading under way may have begun before what the caller wants to see: one more follows it.
    if (running) {
      again = true;
      return running;
    }
    clearTimeout(timer);
    running = (async () => {
      do {
        again = false;
        await readOnce();
      } while (again);
    })();
    await running;
    running = null;
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    if (listeners.size === 0) return;
    const wait = nudges.connected() ? source.every.nudged : source.every.alone;
    timer = setTimeout(() => void refresh(), wait);
  }

  const wake = (): void => void refresh();
  let unsubscribe: (() => void) | null = null;

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        unsubscribe = nudges.subscribe(wake);
        void refresh();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unsubscribe?.();
        clearTimeout(timer);
      };
    },
    getSnapshot: () => reading,
    refresh,
    get offline() {
      return offline;
    },
  };
}
