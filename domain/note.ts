import type { ListRules } from './line';

export type { Note, NoteEntry } from './note.schema';

/** Lines of notes that one meeting may have, for both and again for each alone. */
export const NOTE_RULES: ListRules = { limit: 80, full: 'notes.full', unknown: 'note.unknown' };

/** Of those for both: what each said stays. One's own nobody else has read. */
export const SHARED_NOTE_RULES: ListRules = { ...NOTE_RULES, keepsWordings: true };
