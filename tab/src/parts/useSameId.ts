import { useState } from 'react';

export interface SameIds {
  /** @param what somebody is about to send, in full: other words are another thing */
  readonly idFor: (what: string) => string;
  /** It has arrived: the same words again are meant. */
  readonly sent: (what: string) => void;
}

/** Ids for what is sent without an outbox: pressed again after a lost answer it is one thing, not two. */
export function createSameIds(): SameIds {
  const ids = new Map<string, string>();
  return {
    idFor(what) {
      const id = ids.get(what) ?? crypto.randomUUID();
      ids.set(what, id);
      return id;
    },
    sent: (what) => void ids.delete(what),
  };
}

/** The ids of one form, for as long as it is there. */
export const useSameId = (): SameIds => useState(createSameIds)[0];
