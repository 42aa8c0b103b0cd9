import * as z from 'zod/mini';

/** A day and time in a named zone, as Graph takes it (page "dateTimeTimeZone"). */
const dateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string() });

const linkedResource = z.object({
  applicationName: z.optional(z.string()),
  displayName: z.optional(z.string()),
  externalId: z.optional(z.string()),
  webUrl: z.optional(z.string()),
});

/** The part of a `todoTask` that is taken here; Graph takes more. */
export const taskInput = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(2000)),
  dueDateTime: z.optional(dateTimeTimeZone),
  linkedResources: z.optional(z.array(linkedResource)),
});

export const task = z.extend(taskInput, {
  id: z.string(),
  status: z.literal('notStarted'),
  createdDateTime: z.string(),
  linkedResources: z.array(linkedResource),
});

/** What `todo.json` holds: everybody's tasks, by their object id. */
export const tasksFile = z.record(z.string(), z.array(task));

export type Task = z.infer<typeof task>;
export type TaskInput = z.infer<typeof taskInput>;
