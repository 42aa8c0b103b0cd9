import type { DirectoryEntry } from './context';
import type { LinkTarget } from './deepLinks';

/** How the app said it started. */
export type Lifecycle =
  | { readonly phase: 'loaded' | 'success' }
  | { readonly phase: 'failure'; readonly message: string };

export interface PickPeople {
  readonly title: string | null;
  readonly single: boolean;
  /** Object ids chosen from the start. */
  readonly selected: readonly string[];
}

export interface MeetingTimes {
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly joinUrl: string;
}

/** Of nested app authentication: for what was asked, and of who it is. */
export interface NestedTokens {
  readonly access: string;
  readonly id: string;
}

/** What the window around the frame does for the app. */
export interface HostServices {
  /** A token of the signed-in person. @throws when the issuer refuses */
  getToken(): Promise<string>;
  /**
   * Tokens of the signed-in person for Graph; `ask`: they have to be asked first, `closed`: they said no.
   * @param mayAsk whether they may be asked now
   * @throws when the issuer refuses
   */
  getNestedTokens(
    scopes: readonly string[],
    mayAsk: boolean,
  ): Promise<NestedTokens | 'ask' | 'closed'>;
  /** Lets the person pick colleagues; null when they closed the picker. */
  selectPeople(request: PickPeople): Promise<readonly DirectoryEntry[] | null>;
  /** Follows a link; false when it leads nowhere here. */
  open(target: LinkTarget): Promise<boolean>;
  /** The frame's meeting, or null outside of one. */
  meeting(): MeetingTimes | null;
  started(lifecycle: Lifecycle): void;
  /** Where the frame's page lives. */
  contentUrl(): string;
  /** Shows a link to a place in the app, to be copied. */
  shareLink(subEntityId: string, label: string): void;
}
