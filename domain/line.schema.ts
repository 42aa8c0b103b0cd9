import * as z from 'zod/mini';
import { LINE_LENGTH } from './limits';
import { role } from './person.schema';
import { keptShape } from './revision.schema';
import { instant, line as words, uuid } from './text.schema';

export const lineText = words(LINE_LENGTH);

/** What every line that somebody wrote has: topics, notes, actions. */
export const lineShape = {
  id: uuid,
  /** Who wrote it; only they change its words. */
  by: role,
  text: lineText,
  /** Which wording this is: the id of the command that wrote it. An edit names the wording it changes. */
  version: uuid,
  at: instant,
  editedAt: z.nullable(instant),
};

/** Of whatever kind; what both read and what stays also keeps its wordings. */
export const line = z.strictObject({ ...lineShape, ...keptShape });

export type Line = z.infer<typeof line>;

/**
 * What stays of a removed line: its place, so that what stands after it stays there. No words of its author,
 * earlier ones neither; what the other one said about them is theirs.
 */
export type Removed<L extends Line> = Omit<L, 'text' | 'earlier'> & { readonly removed: true };
export type Entry<L extends Line> = L | Removed<L>;
