import type { PersonId } from '@rapport/domain/person';
import type { ReminderKind } from '@rapport/domain/reminder';

/**
 * One entry of somebody's activity feed (PRACTICE D8). It says which of four neutral things it is about, and
 * where a press leads; it has no words of anybody, no name, no date, and nothing of who else is told.
 *
 * In Microsoft Teams ("userTeamwork: sendActivityNotification") `kind` is the activity type, whose words the app's
 * manifest has in every language (in English: domain/reminderText.ts), without template parameters; `topic` is
 * `{ source: 'text', value, webUrl }` with a link to the personal tab and the series as its `subEntityId`.
 */
export interface Notification {
  readonly kind: ReminderKind;
  readonly series: string;
  /** A later one with the same number takes the place of the first. Graph's Int64, within what JSON says exactly. */
  readonly chainId: number;
}

export type Delivery =
  | { readonly outcome: 'sent' }
  /** They have not installed the app, or are nobody any more: there is nowhere to show it. */
  | { readonly outcome: 'noApp' }
  /** Refused for now (429, 503), surely not shown; not to be tried again before. */
  | { readonly outcome: 'later'; readonly afterMs: number };

export interface NotifyPort {
  /**
   * Shows it in the person's activity feed. Sent twice with one `chainId` it stands there once.
   * @throws whatever left it open whether it was shown: it will be sent again, with the same `chainId`
   */
  send(person: PersonId, notification: Notification): Promise<Delivery>;
}

/** Where there is no activity feed: nobody has it. */
export const noFeed: NotifyPort = { send: () => Promise.resolve({ outcome: 'noApp' }) };
