import type { HostTheme } from '../model/theme';

/** Where Teams shows an app: a tab, or beside a running meeting. */
export type FrameContext = 'content' | 'sidePanel';

export interface PlaceOfApp {
  readonly frame: FrameContext;
  readonly chat: string | null;
  readonly meeting: { readonly id: string; readonly organizer: DirectoryEntry } | null;
  /** Of the tab in the app's manifest. */
  readonly entityId: string;
  /** From a link into the app. */
  readonly subEntityId: string | null;
}

export interface DirectoryEntry {
  readonly key: string;
  readonly oid: string;
  readonly tid: string;
  readonly name: string;
  readonly email: string;
}

/** Teams' own name for its meetings, made of the chat's id (base64 of `0#…#0`). */
export const meetingContextId = (chat: string): string => btoa(`0#${chat}#0`);

/** Name of a theme in Teams' context and events. */
export const teamsThemeName = (theme: HostTheme): string => (theme === 'light' ? 'default' : theme);

export interface ContextInput {
  readonly me: DirectoryEntry;
  readonly place: PlaceOfApp;
  readonly theme: HostTheme;
  readonly locale: string;
  readonly session: string;
  /** Whether no page frames the window itself. */
  readonly outermost: boolean;
}

/** The flat context that `getContext` answers with; teams-js makes its nested one out of it. */
export function legacyContext(input: ContextInput): Record<string, unknown> {
  const { me, place } = input;
  return {
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    sessionId: input.session,
    appSessionId: input.session,
    locale: input.locale,
    theme: teamsThemeName(input.theme),
    frameContext: place.frame,
    entityId: place.entityId,
    subEntityId: place.subEntityId ?? '',
    userObjectId: me.oid,
    tid: me.tid,
    userDisplayName: me.name,
    userPrincipalName: me.email,
    loginHint: me.email,
    userLicenseType: 'Unknown',
    ...(place.chat === null ? {} : { chatId: place.chat }),
    ...(place.meeting === null || place.chat === null
      ? {}
      : { meetingId: meetingContextId(place.chat) }),
  };
}
