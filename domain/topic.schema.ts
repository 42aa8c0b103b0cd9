import * as z from 'zod/mini';
import { role } from './person.schema';
import { instant, line, uuid } from './text.schema';

/** How long a topic may be, in UTF-16 units: a line, not a letter. */
export const TOPIC_LENGTH = 500;

export const topicText = line(TOPIC_LENGTH);

export const topic = z.strictObject({
  id: uuid,
  raisedBy: role,
  text: topicText,
  /** Counts the wordings; an edit names the one it changes. */
  version: z.int().check(z.positive()),
  at: instant,
  editedAt: z.nullable(instant),
});

/** What stays of a removed topic: its place, so that what others placed after it stays there. No words. */
export const removedTopic = z.strictObject({
  id: uuid,
  raisedBy: role,
  version: z.int().check(z.positive()),
  removed: z.literal(true),
});

export const topicEntry = z.union([topic, removedTopic]);

export type Topic = z.infer<typeof topic>;
export type RemovedTopic = z.infer<typeof removedTopic>;
export type TopicEntry = z.infer<typeof topicEntry>;

export const addTopicInput = z.strictObject({ id: uuid, text: topicText });
export const editTopicInput = z.strictObject({
  text: topicText,
  version: z.int().check(z.positive()),
});
export const removeTopicInput = z.strictObject({ version: z.int().check(z.positive()) });
export const restoreTopicInput = z.strictObject({ text: topicText });
export const moveTopicInput = z.strictObject({ after: z.nullable(uuid) });
