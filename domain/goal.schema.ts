import * as z from 'zod/mini';
import { day } from './action.schema';
import { lineShape, lineText } from './line.schema';
import { role } from './person.schema';
import { keptShape } from './revision.schema';
import { instant, uuid } from './text.schema';

/** What a line of a goal is about: the goal itself, one of its parts in words, or how it goes. */
export const goalPart = z.enum([
  'sentence',
  'specific',
  'measurable',
  'achievable',
  'relevant',
  'progress',
]);

/** Suggested by one, agreed by the other one; then it is worked on, until it is reached or let go. */
export const goalState = z.enum(['suggested', 'agreed', 'onTheWay', 'reached', 'letGo']);

/** One line that one of the two wrote; only they change its words (PRACTICE E2). */
export const goalLine = z.strictObject({ ...lineShape, ...keptShape, part: goalPart });
const removedGoalLine = z.extend(z.omit(goalLine, { text: true, earlier: true }), {
  removed: z.literal(true),
});

/** Who of the two changed what about a goal besides its words, and when; what is missing stayed. */
export const goalChange = z.strictObject({
  by: role,
  at: instant,
  state: z.optional(goalState),
  owner: z.optional(role),
  due: z.optional(z.nullable(day)),
});

/** A goal of the two (PRACTICE C2): a document of its own. */
export const goal = z.strictObject({
  id: uuid,
  /** Who suggested it. */
  by: role,
  at: instant,
  /** Whose goal it is. */
  owner: role,
  state: goalState,
  /** The day it is bound to; null: not said yet. */
  due: z.nullable(day),
  lines: z.array(z.union([goalLine, removedGoalLine])),
  /** The oldest first. */
  changes: z.array(goalChange),
});

/** What a goal still lacks to be specific, measurable, achievable, relevant and time-bound. */
export const missingPart = z.enum([
  'specific',
  'measurable',
  'achievable',
  'relevant',
  'timeBound',
]);

/** A goal as both read it. */
export const goalView = z.extend(goal, {
  lines: z.array(goalLine),
  missing: z.array(missingPart),
});

/** What the list says of a goal. */
export const goalSummary = z.strictObject({
  id: uuid,
  by: role,
  owner: role,
  state: goalState,
  due: z.nullable(day),
  /** null where whoever wrote the sentence took it back. */
  sentence: z.nullable(z.string()),
  /** Which wording of it this is. */
  version: z.nullable(uuid),
  missing: z.array(missingPart),
  /** When one of the two last wrote how it goes. */
  progressAt: z.nullable(instant),
});

export type GoalPart = z.infer<typeof goalPart>;
export type GoalState = z.infer<typeof goalState>;
export type GoalLine = z.infer<typeof goalLine>;
export type GoalChange = z.infer<typeof goalChange>;
export type Goal = z.infer<typeof goal>;
export type MissingPart = z.infer<typeof missingPart>;
export type GoalView = z.infer<typeof goalView>;
export type GoalSummary = z.infer<typeof goalSummary>;

/** Its sentence has the goal's own id. */
export const addGoalInput = z.strictObject({ id: uuid, owner: role, text: lineText });
/** What is left out stays. */
export const changeGoalInput = z.strictObject({
  state: z.optional(goalState),
  owner: z.optional(role),
  due: z.optional(z.nullable(day)),
});
export const addGoalLineInput = z.strictObject({ id: uuid, part: goalPart, text: lineText });
export const restoreGoalLineInput = z.strictObject({ part: goalPart, text: lineText });
