import { createContext, useContext } from 'react';
import type { RapportClient } from '../client/state';
import type { HostAdapter } from '../hosts/hostAdapter';

export interface App {
  readonly host: HostAdapter;
  readonly client: RapportClient;
}

export const AppContext = createContext<App | null>(null);

/** Host and client of this page. @throws outside of the page's frame */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp outside of AppContext');
  return app;
}
