import { useCallback, useEffect, useRef, useState } from 'react';

const EVERY_MS = 900;
/** Tells the other windows of this browser that there is something newer than their last reading. */
const CHANNEL = 'local-teams';

export interface Polled<T> {
  /** The last reading of the current question; null before the first. */
  readonly value: T | null;
  /** The server does not answer at the moment. */
  readonly lost: boolean;
  /** Reads again now, in every window. */
  refresh(): void;
}

/**
 * Reads again and again, less than a second apart. `read` has to be stable while the question is the same;
 * the last answer stays on screen until the next, unless it is about somebody else (`about`).
 */
export function usePolled<T>(read: () => Promise<T>, about = ''): Polled<T> {
  const [state, setState] = useState<{ about: string; value: T | null; lost: boolean }>({
    about,
    value: null,
    lost: false,
  });
  const wake = useRef<() => void>(() => undefined);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    async function round(): Promise<void> {
      clearTimeout(timer);
      const mine = ++turn;
      const value = await read().catch(() => null);
      if (stopped || mine !== turn) return;
      setState((before) => ({
        about,
        value: value ?? (before.about === about ? before.value : null),
        lost: value === null,
      }));
      timer = setTimeout(() => void round(), EVERY_MS);
    }
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => void round();
    wake.current = () => {
      channel.postMessage('changed');
      void round();
    };
    void round();
    return () => {
      stopped = true;
      clearTimeout(timer);
      channel.close();
    };
  }, [about, read]);

  const refresh = useCallback(() => wake.current(), []);
  return { value: state.about === about ? state.value : null, lost: state.lost, refresh };
}
