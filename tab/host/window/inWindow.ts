import { createContext, useContext } from 'react';
import type { WindowAddress } from '../model/address';
import type { LocalPerson, TeamsView } from '../model/server';
import type { HostServices } from '../protocol/services';

/** What every part of one window knows. */
export interface InWindow {
  readonly me: LocalPerson;
  readonly people: readonly LocalPerson[];
  readonly view: TeamsView;
  readonly address: WindowAddress;
  /** The window has room for one column only. */
  readonly narrow: boolean;
  /** Words another app put into the chat's box, for the chat that is open. */
  readonly draft: string;
  go(to: Partial<WindowAddress>, draft?: string): void;
  addApp(chat: string): Promise<void>;
  send(chat: string, text: string): Promise<void>;
  pickPeople: HostServices['selectPeople'];
  /** Whether the person lets Rapport do this in their name; `ask`: they may be asked. */
  consent(scopes: readonly string[], ask: boolean): Promise<boolean>;
  openLink: HostServices['open'];
  shareLink: HostServices['shareLink'];
  /** Notes for the guided path that something was done. */
  done(mark: string): void;
}

const Context = createContext<InWindow | null>(null);

export const InWindowProvider = Context.Provider;

export function useWindow(): InWindow {
  const value = useContext(Context);
  if (!value) throw new Error('useWindow outside of a window');
  return value;
}
