import * as z from 'zod/mini';
import { TOPIC_LENGTH } from './limits';
import { role } from './person.schema';
import { instant, line, uuid } from './text.schema';

export const topicText = line(TOPIC_LENGTH);

export const topic = z.strictObject({
  id: uuid,
  raisedBy: role,
  text: topicText,
  /** Which wording this is: the id of the command that wrote it. An edit names the wording it changes. */
  version: uuid,
  at: instant,
  editedAt: z.nullable(instant),
});

/** What stays of a removed topic: its place, so that what others placed after it stays there. No words. */
export const removedTopic = z.strictObject({
  id: uuid,
  raisedBy: role,
  removed: z.literal(true),
});

export const topicEntry = z.union([topic, removedTopic]);

export type Topic = z.infer<typeof topic>;
export type RemovedTopic = z.infer<typeof removedTopic>;
export type TopicEntry = z.infer<typeof topicEntry>;

export const addTopicInput = z.strictObject({ id: uuid, text: topicText });
export const editTopicInput = z.strictObject({ text: topicText, version: uuid });
export const removeTopicInput = z.strictObject({ version: uuid });
export const restoreTopicInput = z.strictObject({ text: topicText });
export const moveTopicInput = z.strictObject({ after: z.nullable(uuid) });
