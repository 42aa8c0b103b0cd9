import type { DeviceKind } from '@rapport/domain/device';
import type { PickedPerson } from '@rapport/domain/person';
import type { GraphAccess } from './graphAccess';

export type Theme = 'light' | 'dark' | 'contrast';

/** Where in the host Rapport was opened, as the host says; it proposes, it proves nothing. */
export type Place =
  | { readonly kind: 'personal' }
  | { readonly kind: 'chat'; readonly chatId: string }
  | { readonly kind: 'panel'; readonly chatId: string };

export interface HostContext {
  readonly user: { readonly tid: string; readonly oid: string };
  readonly place: Place;
  /** Which of Microsoft's apps it is. */
  readonly app: DeviceKind['app'];
  /** BCP 47, e.g. `de-DE`. */
  readonly locale: string;
  /** The series a link leads to, if it was opened through one. */
  readonly seriesId: string | null;
  /** The past meeting of it that the link leads to. */
  readonly meeting: number | null;
}

/** `guest`: of another organisation, so that signing in to Rapport is not for them. */
export type ResolvedPerson = PickedPerson | 'unknown' | 'guest';

/**
 * One host (Teams, Outlook, a bare browser). What a host cannot do is null: capabilities are asked, never
 * assumed.
 */
export interface HostAdapter {
  readonly context: HostContext;
  /** A token of the person for the api. @throws when the host will not give one */
  token(): Promise<string>;
  readonly theme: Theme;
  onTheme(listener: (theme: Theme) => void): void;
  /** Lets the person pick one colleague; resolves null when they closed the picker. */
  readonly pickPerson: (() => Promise<PickedPerson | null>) | null;
  /** Lets the person pick several, those of `chosen` (object ids) being picked already; null: closed. */
  readonly pickPeople:
    ((chosen: readonly string[]) => Promise<readonly PickedPerson[] | null>) | null;
  /**
   * Finds people by their addresses, in this order, as far as the person themselves may look them up.
   * @throws when the directory does not answer
   */
  readonly resolvePeople:
    ((addresses: readonly string[]) => Promise<readonly ResolvedPerson[]>) | null;
  /**
   * Opens the chat with somebody, with words filled in that are sent by the person themselves.
   * @throws when the host will not
   */
  readonly openChat: ((address: string, words: string) => Promise<void>) | null;
  /** Microsoft Graph in the person's own name; null where the host does not sign in for it. */
  readonly graph: GraphAccess | null;
  /** Offers a link to a part of this page, for somebody who may read it; the host shows and copies it. */
  readonly shareLink: ((part: string, label: string) => void) | null;
  /** When the host's meeting around this page is scheduled to end; null where it does not say. */
  readonly meetingEnd: () => Promise<string | null>;
  /** Tells the host that there is something to see. */
  ready(): void;
}
