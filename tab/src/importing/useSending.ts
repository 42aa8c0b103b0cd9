import { importRoom } from '@rapport/domain/imported';
import type { SeriesView } from '@rapport/domain/series';
import { useRef, useState } from 'react';
import { ApiRefused, type Refusal } from '../client/state';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import type { Imports } from './imports';
import { idOf, partsOf } from './parts';
import type { PlannedMeeting } from './plan';
import { pathOf, sendNotes, type Readers } from './send';

/** How many parts of which import are there. */
interface Sent {
  readonly id: string;
  readonly done: number;
  readonly all: number;
}

export interface Sending {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** null while none of it was sent, or all of it was taken back. */
  readonly sent: Sent | null;
  /** @returns true once all of it is there */
  bring(meetings: readonly PlannedMeeting[], readers: Readers): Promise<boolean>;
  /** Takes back what arrived. @returns true once nothing of it is there */
  giveUp(): Promise<boolean>;
}

interface Begun {
  readonly id: string;
  readonly readers: Readers;
}

/**
 * Brings notes all or not at all: what the api will not take in full is refused before it begins, or taken back; what
 * a lost connection interrupts goes on, or is taken back by whoever changes their mind.
 * @param read reads again what is here already
 */
export function useSending(
  view: SeriesView,
  read: () => Promise<Imports>,
  onPart: (sent: { readonly done: number; readonly all: number }) => void,
): Sending {
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [sent, setSent] = useState<Sent | null>(null);
  // Some of it may be there, and was not before.
  const begun = useRef<Begun | null>(null);

  const takeBack = async (): Promise<void> => {
    if (begun.current) {
      const { id, readers } = begun.current;
      await client.writeTo(view.id, `${pathOf(readers)}/${id}/remove`, {});
      begun.current = null;
      await read();
    }
    setSent(null);
  };

  return {
    busy,
    refusal,
    sent,
    async bring(meetings, readers) {
      let done = false;
      await run(async () => {
        const { parts } = partsOf(meetings);
        const id = await idOf(view.id, readers, parts);
        // Changed since it stopped: these are other notes.
        if (begun.current && begun.current.id !== id) await takeBack();
        const index = (await read())[readers];
        const room = importRoom(index, view.me, id);
        // Something came in meanwhile: the preview says so now.
        if (room.imports === 0 || partsOf(meetings, room.size).left.length > 0) return;
        if (!index.imports.some((entry) => entry.id === id)) begun.current = { id, readers };
        const all = parts.length;
        setSent({ id, done: 0, all });
        try {
          await sendNotes(client, view.id, { id, readers, parts }, (n) => {
            setSent({ id, done: n, all });
            onPart({ done: n, all });
          });
        } catch (error) {
          if (error instanceof ApiRefused && error.status !== 401) await takeBack();
          throw error;
        }
        done = true;
      });
      return done;
    },
    giveUp: () => run(takeBack),
  };
}
