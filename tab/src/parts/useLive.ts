import { useCallback, useSyncExternalStore } from 'react';

interface Source<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => T;
}

/** The present value of something the client keeps, rendered again whenever it changes. */
export function useLive<T>(source: Source<T>): T {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  const read = useCallback(() => source.getSnapshot(), [source]);
  return useSyncExternalStore(subscribe, read);
}
