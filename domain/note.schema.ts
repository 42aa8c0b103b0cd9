import * as z from 'zod/mini';
import { lineShape, lineText } from './line.schema';
import { keptShape } from './revision.schema';
import { uuid } from './text.schema';

/** One line of notes: for both, or on its author's own page (PRACTICE C4). */
export const note = z.strictObject({
  ...lineShape,
  ...keptShape,
  /** The topic it belongs to; null: the meeting as a whole. */
  topic: z.nullable(uuid),
  /** On its author's own page: meant for both, once both agreed to the terms (PRACTICE C6). */
  draft: z.optional(z.literal(true)),
});

export const removedNote = z.extend(z.omit(note, { text: true, earlier: true }), {
  removed: z.literal(true),
});
export const noteEntry = z.union([note, removedNote]);

export type Note = z.infer<typeof note>;
export type NoteEntry = z.infer<typeof noteEntry>;

export const restoreNoteInput = z.strictObject({ text: lineText, topic: z.nullable(uuid) });
/** Of a past meeting: its place is known. */
export const restoreKeptNoteInput = z.strictObject({ text: lineText });
export const addNoteInput = z.strictObject({ id: uuid, text: lineText, topic: z.nullable(uuid) });
export const addPrivateNoteInput = z.extend(addNoteInput, { draft: z.optional(z.literal(true)) });
