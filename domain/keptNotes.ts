import {
  findLine,
  isLive,
  liveLines,
  newLine,
  removeLine,
  restoreLine,
  type Doing,
  type ListRules,
} from './line';
import type { Removal, Words } from './lineCommand';
import { NOTE_RULES } from './note';
import type { Note, NoteEntry } from './note.schema';

/** One's own notes of a past meeting: of what its author removed, its place alone. */
export type KeptNotes = readonly NoteEntry[];

/**
 * Every place is remembered: so nothing comes to lie with a past meeting that was not there, and what was there may
 * come back, also where a clash of two devices had made more of them than may be written.
 */
const KEPT_RULES: ListRules = { ...NOTE_RULES, limit: Infinity, removed: Infinity };

/** Those that stand. */
export const standingNotes = (kept: KeptNotes): Note[] => liveLines<Note>(kept);

/**
 * Takes one's own words out of a past meeting (PRACTICE D1, C4). What both read of it stays as it was when it was
 * over (E2); these nobody else ever read.
 * @throws DomainError `note.unknown`, `line.changedSince` when it says something newer
 */
export const removeKept = (kept: KeptNotes, input: Removal, doing: Doing): KeptNotes =>
  removeLine<Note>(kept, input, doing, KEPT_RULES);

/**
 * Undoes that: the words come again, to the same place, and as everywhere with a time of their own.
 * @throws DomainError `note.unknown` where none of this id was there
 */
export function restoreKept(kept: KeptNotes, { id, text }: Words, doing: Doing): KeptNotes {
  const { entry } = findLine<Note>(kept, id, 'id', KEPT_RULES);
  if (isLive(entry)) return kept;
  const whole: Note = { ...newLine(id, text, doing), topic: entry.topic };
  return restoreLine<Note>(kept, whole, doing, KEPT_RULES);
}
