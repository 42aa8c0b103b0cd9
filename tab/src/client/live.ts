import type { Nudge, Nudges } from './nudges';
import {
  ApiRefused,
  ApiUnreachable,
  isFromApi,
  type Live,
  type Reading,
  type Refusal,
} from './state';

export interface Source<T> {
  /** Reads anew; null when nothing changed since the last reading. */
  read(): Promise<T | null>;
  /**
   * How often to look without being nudged, in milliseconds: while nudges arrive, twice as long after each look
   * that found nothing, up to `idle`; `alone` while they do not arrive.
   */
  readonly every: { readonly nudged: number; readonly idle: number; readonly alone: number };
  /** Whether a nudge asks for a reading, as far as is known when it is asked. */
  concerns(nudge: Nudge): boolean;
  /** Told of every change before anybody else, also while nobody follows. */
  changed?(): void;
}

export interface Follower<T> extends Live<T> {
  /** True while the last reading could not reach the api. */
  readonly offline: boolean;
  /** Whether somebody looks. */
  readonly followed: boolean;
  /** It is known to be up to date just now: polling begins anew. */
  seen(): void;
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
  let heard: Nudge[] = [];
  /** Looks in a row that found nothing. */
  let quiet = 0;

  function publish(next: Reading<T>, unreachable: boolean): void {
    if (next === reading && unreachable === offline) return;
    reading = next;
    offline = unreachable;
    source.changed?.();
    for (const listener of listeners) listener();
  }

  async function readOnce(): Promise<void> {
    try {
      const value = await source.read();
      if (value !== null) quiet = 0;
      publish(value === null ? reading : { status: 'ready', value }, false);
    } catch (error) {
      const gone = error instanceof ApiRefused && (error.status === 404 || error.status === 410);
      if (gone) publish({ status: 'gone' }, false);
      else publish(reading.status === 'ready' ? reading : failed(error), true);
      // A bug is seen where bugs are seen; the next reading is tried all the same.
      if (!isFromApi(error)) throw error;
    }
  }

  function refresh(): Promise<void> {
    quiet = 0;
    return look();
  }

  function look(): Promise<void> {
    // A reading under way may have begun before what the caller wants to see: one more follows it.
    again = true;
    running ??= readUntilNew();
    return running;
  }

  async function readUntilNew(): Promise<void> {
    clearTimeout(timer);
    try {
      while (again) {
        again = false;
        await readOnce();
        // What was nudged about meanwhile may be in what was read.
        again ||= heard.some((nudge) => source.concerns(nudge));
        heard = [];
      }
    } finally {
      running = null;
      schedule();
    }
  }

  function schedule(): void {
    clearTimeout(timer);
    if (listeners.size === 0) return;
    // A socket that seems open says nothing while the api cannot be reached: it may have died in a sleep.
    const { nudged, idle, alone } = source.every;
    const wait = nudges.connected() && !offline ? Math.min(nudged * 2 ** quiet, idle) : alone;
    timer = setTimeout(poll, wait);
  }

  function poll(): void {
    // Whoever comes back to the page wakes it.
    if (nudges.hidden()) return;
    quiet += 1;
    void look();
  }

  function wake(nudge: Nudge | null): void {
    if (nudges.hidden()) return;
    if (nudge && running) heard.push(nudge);
    else if (!nudge || source.concerns(nudge)) void refresh();
  }
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
    seen() {
      if (!running) schedule();
    },
    get offline() {
      return offline;
    },
    get followed() {
      return listeners.size > 0;
    },
  };
}

/** There is nothing to show yet, and why. */
function failed(error: unknown): { readonly status: 'failed'; readonly refusal: Refusal } {
  if (error instanceof ApiRefused) return { status: 'failed', refusal: error.refusal };
  const code = error instanceof ApiUnreachable ? 'unreachable' : 'unexpected';
  return { status: 'failed', refusal: { code, field: null, reference: null } };
}
