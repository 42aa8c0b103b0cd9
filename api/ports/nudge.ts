import type { PersonId } from '@rapport/domain/person';

/**
 * What a nudge says: nothing but that there is something newer, and which version it is, so that whoever has
 * it already need not read. Without `series`: the person's home changed, and which chats open what.
 */
export interface Nudge {
  readonly series: string | null;
  /** Of what both share; 0 where it is something else that is newer. */
  readonly version: number;
  /** Of the person's own page; 0 where it is something else that is newer. */
  readonly page: number;
}

/** Tells a person's open panels to read again. May be lost; polling is what makes reading correct. */
export interface NudgePort {
  send(person: PersonId, nudge: Nudge): Promise<void>;
  /** An address for one WebSocket of this person, valid for a few minutes; null: there is only polling. */
  connection(person: PersonId): Promise<Connection | null>;
  /** Closes the person's sockets at once; who may open another is decided anew. */
  disconnect(person: PersonId): Promise<void>;
}

export interface Connection {
  readonly url: string;
  readonly expiresAt: string;
}

/** Where nothing pushes: panels find what is newer by polling. */
export const pollingOnly: NudgePort = {
  send: () => Promise.resolve(),
  connection: () => Promise.resolve(null),
  disconnect: () => Promise.resolve(),
};
