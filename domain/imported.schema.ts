import * as z from 'zod/mini';
import { day } from './action.schema';
import { promiseOf } from './importedPromise';
import { IMPORTED_LENGTH, LINES_PER_IMPORTED, MEETINGS_PER_PART } from './limits';
import { role } from './person.schema';
import { instant, line, prose, uuid } from './text.schema';

/** One line of somebody's earlier notes, as they brought it (PRACTICE D11). */
export const importedShape = {
  kind: z.enum(['topic', 'note', 'action']),
  text: prose(IMPORTED_LENGTH).check(z.minLength(1)),
  /** How far it was indented below the line before. */
  depth: z.int().check(z.nonnegative(), z.maximum(8)),
  /** Of a promise: whether its box was ticked, whose it is, and until when, as the notes say. */
  done: z.optional(z.boolean()),
  owner: z.optional(role),
  due: z.optional(z.nullable(day)),
};

export const importedLine = z
  .strictObject({
    ...importedShape,
    /** Of an open box that goes on the agenda too: the id of its promise. Its owner is said with it. */
    promise: z.optional(uuid),
  })
  .check(
    z.refine((one) => one.promise === undefined || promiseOf(one) !== null, { path: ['promise'] }),
  );

/** As many as one meeting may have. */
export const importedLines = <T extends z.ZodMiniType>(one: T) =>
  z.array(one).check(z.minLength(1), z.maxLength(LINES_PER_IMPORTED));

/** A past meeting out of somebody's notes. Never counted among the meetings held here. */
export const importedMeeting = z.strictObject({
  state: z.literal('imported'),
  /** The day, as whoever brought the notes says; null: they do not say. */
  heldOn: z.nullable(day),
  title: z.nullable(line(200)),
  lines: importedLines(importedLine),
});

const meetings = z.array(importedMeeting).check(z.minLength(1), z.maxLength(MEETINGS_PER_PART));

/** One part of an import: what one write carries. */
export const importedPart = z.strictObject({ meetings });

/** Who brought notes along, when, and how much. */
export const importEntry = z.strictObject({
  id: uuid,
  by: role,
  at: instant,
  /** How many parts it has when all of it is there; missing where nobody said. */
  of: z.optional(z.int()),
  parts: z.array(
    z.strictObject({
      number: z.int(),
      meetings: z.int(),
      lines: z.int(),
      /** In UTF-16 units of JSON; missing of what was brought before it was counted. */
      size: z.optional(z.int()),
      /** How many open boxes went on the agenda; missing: none. */
      promises: z.optional(z.int()),
    }),
  ),
});

/** All imports that the same people read. */
export const importIndex = z.strictObject({ version: z.int(), imports: z.array(importEntry) });

export const addImportInput = z.strictObject({
  part: z.int().check(z.nonnegative(), z.maximum(39)),
  /** How many parts there are in all, said with the first that arrives. */
  of: z.optional(z.int().check(z.positive(), z.maximum(40))),
  meetings,
});

export type ImportedLine = z.infer<typeof importedLine>;
export type ImportedMeeting = z.infer<typeof importedMeeting>;
export type ImportedPart = z.infer<typeof importedPart>;
export type ImportEntry = z.infer<typeof importEntry>;
export type ImportIndex = z.infer<typeof importIndex>;
export type AddImport = z.infer<typeof addImportInput>;
