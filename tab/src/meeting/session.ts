import type { AgendaCommand } from '@rapport/domain/agenda';
import type { SeriesView } from '@rapport/domain/series';
import type { SeriesStore } from '../client/state';
import type { WordsKey } from '../words/words';

/** What the parts of a meeting work with. */
export interface Session {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
  /** Who reads what both share, e.g. "You and Ravi". */
  readonly both: string;
  /** What "Undo" would take back, or null. */
  readonly undoes: AgendaCommand['type'] | null;
  /** Does something, and says it aloud. */
  readonly send: (command: AgendaCommand, said: WordsKey) => void;
  readonly undo: () => void;
  readonly store: SeriesStore;
  readonly announce: (words: string) => void;
}

/** Whether both agreed to the terms: before, notes are their author's alone (PRACTICE C6). */
export const bothAgreed = ({ terms }: SeriesView): boolean => terms.inForce !== null;
