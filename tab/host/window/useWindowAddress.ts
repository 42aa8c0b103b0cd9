import { useCallback, useEffect, useState } from 'react';
import { writeWindow, type WindowAddress } from '../model/address';
import { tell, useTold } from '../model/windowMessages';

interface Navigation {
  readonly address: WindowAddress;
  readonly draft: string;
  go(to: Partial<WindowAddress>, draft?: string): void;
}

/** Where the window is. The page around it, if there is one, can lead it somewhere, and hears who it is of. */
export function useWindowAddress(start: WindowAddress): Navigation {
  const [{ address, draft }, set] = useState({ address: start, draft: '' });
  const go = useCallback(
    (to: Partial<WindowAddress>, words = '') =>
      set(({ address: before }) => ({
        // A link leads into one place of the app; elsewhere it means nothing.
        address: { ...before, ...('view' in to || 'chat' in to ? { sub: null } : {}), ...to },
        draft: words,
      })),
    [],
  );

  useTold(
    useCallback(
      (told, from) => {
        if (told.kind === 'go' && from === parent) go(told.to);
      },
      [go],
    ),
  );

  const { person } = address;
  useEffect(() => {
    if (parent !== window) tell(parent, { kind: 'person', person });
  }, [person]);

  useEffect(() => {
    history.replaceState(null, '', writeWindow(address));
  }, [address]);
  return { address, draft, go };
}
