import type { ListRules } from './line';

export type { Note, NoteEntry } from './note.schema';

/** Lines of notes that one meeting may have, for both and again for each alone. */
export const NOTE_RULES: ListRules = { limit: 80, full: 'notes.full', unknown: 'note.unknown' };
