import type { AgendaCommand } from '@rapport/domain/agenda';
import type { CheckIn, RevealedCheckIn } from '@rapport/domain/checkIn';
import type { RapportExport } from '@rapport/domain/export';
import type { FeedbackView } from '@rapport/domain/feedback';
import type { Device } from '@rapport/domain/device';
import type { MeetingRecord } from '@rapport/domain/meeting';
import type { Note } from '@rapport/domain/note';
import type { InvitationView, Minutes, Rhythm, Seat, SeriesView } from '@rapport/domain/series';
import type { PickedPerson } from '@rapport/domain/person';
import type { Format, Labels } from '@rapport/domain/shape';
import type { SupportResources } from '@rapport/domain/support';

/** Why the api said no: its stable code, and the field at fault where there is one. */
export interface Refusal {
  readonly code: string;
  readonly field: string | null;
  /** For somebody who asks for help; leads to the line in the log, says nothing itself. */
  readonly reference: string | null;
}

/** The host's token is not taken, or is somebody else's: it says nothing about what was asked. */
export const signInRequired: Refusal = { code: 'signIn.required', field: null, reference: null };

/** Something read from the api: not there yet, there, there for somebody else only, or out of reach. */
export type Reading<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'gone' }
  | { readonly status: 'failed'; readonly refusal: Refusal };

/** A command that the api refused for good: said once, with the words that would otherwise be lost. */
export interface RefusedCommand {
  readonly commandId: string;
  readonly command: AgendaCommand;
  readonly refusal: Refusal;
}

export interface SeriesState {
  readonly reading: Reading<SeriesView>;
  /** Topics with a change on this device that the api has not confirmed yet. */
  readonly unsent: ReadonlySet<string>;
  /** True while the api cannot be reached: what is typed is kept here. */
  readonly offline: boolean;
  /** Whether what is kept here outlives the page; some browsers let a framed page keep nothing. */
  readonly lasting: boolean;
  readonly refused: readonly RefusedCommand[];
  /** What "Undo" would take back, or null. */
  readonly undo: AgendaCommand['type'] | null;
}

/** The live agenda of one series on this device. One shape for React's useSyncExternalStore. */
export interface SeriesStore {
  subscribe(listener: () => void): () => void;
  getSnapshot(): SeriesState;
  /** Shows the change at once and sends it as soon as possible, in order, once. Several are one press to undo. */
  send(...commands: readonly AgendaCommand[]): void;
  /** Takes back the last thing done on this page. */
  undo(): void;
  dismiss(commandId: string): void;
  /** Reads again now; with the version that a write was answered, only where that is not known yet. */
  refresh(version?: number): Promise<void>;
}

export interface Home {
  readonly seats: readonly Seat[];
  /** The introduction written last, to be reused for the next series. */
  readonly introduction: string;
  /** Where the person opened Rapport (PRACTICE E7). */
  readonly devices: readonly Device[];
}

/** A value that follows the api: read on subscription, again on a nudge and by polling. */
export interface Live<T> {
  subscribe(listener: () => void): () => void;
  getSnapshot(): Reading<T>;
  refresh(): Promise<void>;
}

export type ChatState =
  | { readonly state: 'series' | 'invitation'; readonly series: string }
  | { readonly state: 'asked' }
  | { readonly state: 'none' };

export interface NewSeriesInput {
  readonly report: PickedPerson | null;
  readonly rhythm: Rhythm;
  readonly minutes: Minutes;
  /** As this report will read it; their name may still be a placeholder. */
  readonly introduction: string;
  readonly format: Format;
  readonly labels: Labels;
  readonly agree: boolean;
  /** Where somebody asked the person to lead these 1:1s. */
  readonly naming?: string;
}

/** A page of past meetings, the latest first. */
export interface PastMeetings {
  readonly meetings: readonly MeetingRecord[];
  readonly continuation: string | null;
}

/** One's own answer on a meeting, and both once both gave one in time. */
export interface KeptCheckIn {
  readonly mine: CheckIn | null;
  readonly both: RevealedCheckIn | null;
}

/** One past meeting, with the person's own notes of it. */
export interface PastMeeting {
  readonly meeting: MeetingRecord;
  readonly onlyMe: readonly Note[];
  readonly checkIn: RevealedCheckIn | null;
}

/**
 * Everything the screens ask of the api. The promises reject with `ApiRefused` (a refusal with its code) or
 * `ApiUnreachable`.
 */
export interface RapportClient {
  /** The product's time in milliseconds; the local server can move it. */
  now(): number;
  readonly home: Live<Home>;
  /** What the host's chat is to this person; follows nudges, so an answer arrives by itself. */
  chat(chatId: string): Live<ChatState>;
  series(seriesId: string): SeriesStore;
  invitation(seriesId: string): Live<InvitationView>;
  bindChat(seriesId: string, chatId: string): Promise<void>;
  askToJoin(chatId: string): Promise<void>;
  /** Where the organisation says one can turn to, by language. */
  support(): Promise<SupportResources>;
  /** Feedback that is not closed, either way, the latest first; what was not opened comes without its words. */
  feedback(seriesId: string): Live<readonly FeedbackView[]>;
  /** One write that waits for its answer, by its whole address. @returns the version it was answered with */
  keep(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: object,
    key?: string,
  ): Promise<number | undefined>;
  /** What the person keeps for themselves across their series, by its address below their home. */
  followMine<T>(path: string): Live<T>;
  /** All that one may read of a series; a manager's copy appears in the ledger (PRACTICE D11). */
  takeCopy(seriesId: string, includePrivate: boolean): Promise<RapportExport>;
  /** For what is loaded when it is opened: one write below the address of a series. */
  writeTo(
    seriesId: string,
    path: string,
    body: object,
    method?: 'POST' | 'PUT' | 'PATCH',
  ): Promise<void>;
  /** … of what both share: answered with its version. */
  writeShared(seriesId: string, path: string, body: object): Promise<void>;
  /** … reading one address of it once, in full: what is past does not change. */
  readOnce<T>(seriesId: string, path: string): Promise<T>;
  /** … and reading one address of it, following nudges; `calm`: without them, a minute late is early enough. */
  follow<T>(seriesId: string, path: string, calm?: boolean): Live<T>;
}

export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.code);
  }
}

export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
  /** @param wait seconds that the api asked to wait before the next try */
  constructor(readonly wait = 0) {
    super();
  }
}

/** Whether an error is one of the two that the api and the way to it give; anything else is a bug. */
export const isFromApi = (error: unknown): error is ApiRefused | ApiUnreachable =>
  error instanceof ApiRefused || error instanceof ApiUnreachable;
