import * as z from 'zod/mini';
import { goalPart } from './goal.schema';
import { role } from './person.schema';
import { instant, uuid } from './text.schema';

/** What a line of a past meeting is; `seenDifferently`: what the other one said about it. */
export const pastKind = z.enum(['topic', 'note', 'action', 'seenDifferently']);

/** A line of a past meeting, as far as it is looked for. */
export const pastLine = z.strictObject({
  /** The beginning of the line's id: enough to find it in its meeting. */
  id: z.string(),
  kind: pastKind,
  by: role,
  text: z.string(),
});

/** The words of one past meeting that both read (PRACTICE D5). */
export const pastWords = z.strictObject({
  number: z.int(),
  finishedAt: instant,
  lines: z.array(pastLine),
});

/** One's own notes of a past meeting. */
export const ownPastWords = z.strictObject({ number: z.int(), lines: z.array(pastLine) });

/** A line of a goal, as far as it is looked for. */
const goalWordsLine = z.strictObject({
  /** The beginning of the line's id. */
  id: z.string(),
  /** `seenDifferently`: what the other one said about a line of it. */
  part: z.enum([...goalPart.options, 'seenDifferently']),
  by: role,
  text: z.string(),
  at: instant,
});

/** The words of one goal, as they are by now: both read them (PRACTICE C2, D5). */
export const goalWords = z.strictObject({ id: uuid, lines: z.array(goalWordsLine) });

export type PastLine = z.infer<typeof pastLine>;
export type PastWords = z.infer<typeof pastWords>;
export type OwnPastWords = z.infer<typeof ownPastWords>;
export type GoalWords = z.infer<typeof goalWords>;
