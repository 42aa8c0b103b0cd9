import { useEffect } from 'react';
import type { WindowAddress } from './address';

/** What the page with both windows and its windows tell each other. All are of one origin. */
type Told =
  | { readonly kind: 'go'; readonly to: Partial<WindowAddress> }
  | { readonly kind: 'person'; readonly person: string };

const MARK = 'local-teams-window';

export function tell(to: Window, told: Told): void {
  to.postMessage({ [MARK]: told }, location.origin);
}

/** Listens to the windows of this page's own origin; who exactly spoke is for the listener to check. */
export function useTold(listen: (told: Told, from: MessageEventSource | null) => void): void {
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.origin !== location.origin) return;
      const data = event.data as { readonly [MARK]?: Told } | null;
      if (data?.[MARK]) listen(data[MARK], event.source);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [listen]);
}
