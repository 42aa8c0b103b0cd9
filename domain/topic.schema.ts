import * as z from 'zod/mini';
import { lineShape, lineText } from './line.schema';
import { instant, uuid } from './text.schema';

/** A question of the bank, e.g. `proud.1`. */
export const bankQuestionId = z.string().check(z.regex(/^[a-z][A-Za-z]{0,30}\.[0-9]{1,3}$/));

/** Which question a topic came from: of the bank, or one that the two wrote for their series. */
export const questionId = z.union([bankQuestionId, uuid]);

/**
 * What a topic is about (PRACTICE C5): how the two and the team work and grow, or one thing to be settled that
 * often fits the chat as well.
 */
export const topicLevel = z.enum(['strategic', 'tactical']);

export const topic = z.strictObject({
  ...lineShape,
  /** When it was ticked off in the current meeting. */
  discussedAt: z.nullable(instant),
  /** How many meetings it was carried over from (PRACTICE D2). */
  carried: z.int().check(z.nonnegative()),
  /** How often it had been carried over when its raiser said that it is still wanted; missing before. */
  kept: z.optional(z.int()),
  question: z.nullable(questionId),
  /** As its author marked it; null: not marked. */
  level: z.nullable(topicLevel),
});

/** What stays of a removed topic: no words. */
export const removedTopic = z.extend(z.omit(topic, { text: true }), { removed: z.literal(true) });

export const topicEntry = z.union([topic, removedTopic]);

export type TopicLevel = z.infer<typeof topicLevel>;
export type Topic = z.infer<typeof topic>;
export type TopicEntry = z.infer<typeof topicEntry>;

export const addTopicInput = z.strictObject({
  id: uuid,
  text: lineText,
  // oxlint-disable-next-line no-underscore-dangle -- zod/mini's name for it
  question: z._default(z.nullable(questionId), null),
});
export const moveTopicInput = z.strictObject({ after: z.nullable(uuid) });
export const keepTopicInput = z.strictObject({ kept: z.boolean() });
export const markTopicInput = z.strictObject({ level: z.nullable(topicLevel) });
export const discussTopicInput = z.strictObject({ discussed: z.boolean() });

/** Inputs that every kind of line shares. */
export const editLineInput = z.strictObject({ text: lineText, version: uuid });
export const removeLineInput = z.strictObject({ version: uuid });
export const restoreTopicInput = z.strictObject({ text: lineText });
