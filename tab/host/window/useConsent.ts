import { useCallback, useState } from 'react';
import type { InWindow } from './inWindow';

interface Asking {
  readonly scopes: readonly string[];
  answer(yes: boolean): void;
  /** Another question takes its place. */
  readonly drop: () => void;
}

/** What somebody let Rapport do is remembered in this browser, as the directory would remember it. */
const keyOf = (person: string, scope: string): string => `consent/${person}/${scope}`;

/** Whether a person lets an app act for them; asked once, in a window of the host. */
export function useConsent(person: string | null): {
  readonly consent: InWindow['consent'];
  readonly asking: Asking | null;
} {
  const [asking, setAsking] = useState<Asking | null>(null);
  const consent = useCallback(
    async (scopes: readonly string[], ask: boolean) => {
      if (person === null) return false;
      const open = scopes.filter((scope) => localStorage.getItem(keyOf(person, scope)) === null);
      if (open.length === 0) return true;
      if (!ask) return false;
      const agreed = await new Promise<boolean>((resolve) => {
        setAsking((before) => {
          before?.drop();
          return {
            scopes: open,
            answer(yes) {
              setAsking(null);
              resolve(yes);
            },
            drop: () => resolve(false),
          };
        });
      });
      if (agreed) for (const scope of open) localStorage.setItem(keyOf(person, scope), 'yes');
      return agreed;
    },
    [person],
  );
  return { consent, asking };
}
