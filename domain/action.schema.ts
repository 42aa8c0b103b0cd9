import * as z from 'zod/mini';
import { lineShape, lineText } from './line.schema';
import { role } from './person.schema';
import { keptShape } from './revision.schema';
import { instant, uuid } from './text.schema';

/** A day without a time, as on a calendar: `2026-03-02`. */
export const day = z.iso.date();

/** Something one of the two promised to do (PRACTICE D3). */
export const action = z.strictObject({
  ...lineShape,
  ...keptShape,
  owner: role,
  due: z.nullable(day),
  doneAt: z.nullable(instant),
  /** Number of the meeting it was promised in. */
  meeting: z.int(),
});

export const removedAction = z.extend(z.omit(action, { text: true, earlier: true }), {
  removed: z.literal(true),
});
export const actionEntry = z.union([action, removedAction]);

export type Action = z.infer<typeof action>;
export type ActionEntry = z.infer<typeof actionEntry>;

const promise = { text: lineText, owner: role, due: z.nullable(day) };
export const addActionInput = z.strictObject({ id: uuid, ...promise });
export const restoreActionInput = z.strictObject(promise);
/** What is left out stays as it is by now: the other one may have handed it over since. */
export const editActionInput = z.strictObject({
  text: lineText,
  owner: z.optional(role),
  due: z.optional(z.nullable(day)),
  version: uuid,
});
export const assignActionInput = z.strictObject({ owner: role });
export const finishActionInput = z.strictObject({ done: z.boolean() });
