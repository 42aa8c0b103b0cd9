import * as z from 'zod/mini';
import { lineShape, lineText } from './line.schema';
import { role } from './person.schema';
import { instant, prose, uuid } from './text.schema';
import { FEEDBACK_LENGTH } from './limits';

/** What it is meant as; it decides what is offered first, not what may be said. */
export const feedbackKind = z.enum(['praise', 'criticism']);

/** What a criticism is about (PRACTICE B3): a piece of work, or how somebody deals with others. */
export const feedbackAbout = z.enum(['task', 'behaviour']);

export const feedbackText = prose(FEEDBACK_LENGTH).check(z.minLength(1));

/**
 * How it gets to the other one (PRACTICE B2): brought to the next 1:1, spoken first, and the text follows; or
 * sent, at a time in working hours.
 */
export const delivery = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('bring') }),
  z.strictObject({ how: z.literal('send'), at: instant }),
]);

/** Feedback that only its author reads: being written, or on its way. */
export const feedbackDraft = z.strictObject({
  ...lineShape,
  text: feedbackText,
  kind: feedbackKind,
  /** null for praise, and where its author left it open. */
  about: z.nullable(feedbackAbout),
  /** What the other one asked for, by its id (PRACTICE A7). */
  askedFor: z.nullable(uuid),
  delivery: z.nullable(delivery),
  /** Spoken in the meeting it was brought to: the text follows when that is over. */
  said: z.boolean(),
});
export const removedFeedback = z.extend(z.omit(feedbackDraft, { text: true }), {
  removed: z.literal(true),
});
export const feedbackEntry = z.union([feedbackDraft, removedFeedback]);

/** What one can answer (PRACTICE B5). */
export const answerKind = z.enum(['thanks', 'question', 'willTry', 'seeDifferently', 'talk']);

export const answer = z.strictObject({
  kind: answerKind,
  words: z.nullable(feedbackText),
  at: instant,
});

/** Feedback that reached the other one. */
export const feedback = z.strictObject({
  id: uuid,
  from: role,
  kind: feedbackKind,
  about: z.nullable(feedbackAbout),
  /** The receiver's own words with which they had asked for it. */
  askedFor: z.nullable(lineText),
  text: feedbackText,
  /** When it reached them. */
  at: instant,
  /** For the receiver's screens alone; its author is never told. */
  opened: z.boolean(),
  answer: z.nullable(answer),
  /** The author's words to a question or another view. */
  reply: z.nullable(z.strictObject({ text: feedbackText, at: instant })),
  closedAt: z.nullable(instant),
  /** Its receiver keeps it, where it would go otherwise (PRACTICE D5); theirs alone to know. */
  retained: z.optional(z.literal(true)),
});

/** A loop that its receiver has not closed, without any words: what the head knows of it (PRACTICE B1). */
export const loop = z.strictObject({
  id: uuid,
  from: role,
  at: instant,
  answered: z.boolean(),
  /** The meeting in which it was brought back, once. */
  broughtBack: z.nullable(z.int()),
});

/** Feedback as one of the two is given it: the receiver's without words until they open it. */
export const feedbackView = z.extend(z.omit(feedback, { text: true, opened: true }), {
  text: z.nullable(feedbackText),
  /** The first piece of feedback that the reader ever opened: its advice is the full one (PRACTICE B5). */
  firstEver: z.optional(z.literal(true)),
});

export type FeedbackDraft = z.infer<typeof feedbackDraft>;
export type FeedbackEntry = z.infer<typeof feedbackEntry>;
export type Feedback = z.infer<typeof feedback>;
export type FeedbackAbout = z.infer<typeof feedbackAbout>;
export type FeedbackView = z.infer<typeof feedbackView>;
export type Delivery = z.infer<typeof delivery>;
export type AnswerKind = z.infer<typeof answerKind>;
export type Loop = z.infer<typeof loop>;

const written = {
  text: feedbackText,
  kind: feedbackKind,
  about: z.optional(z.nullable(feedbackAbout)),
};
const asked = { askedFor: z.optional(z.nullable(uuid)) };
export const addFeedbackInput = z.strictObject({ id: uuid, ...written, ...asked });
export const editFeedbackInput = z.strictObject({ ...written, version: uuid });
export const restoreFeedbackInput = z.strictObject({ ...written, ...asked });
export const giveFeedbackInput = z.strictObject({ delivery });
export const deferFeedbackInput = z.strictObject({ together: z.boolean() });
export const sayFeedbackInput = z.strictObject({ said: z.boolean() });
export const answerFeedbackInput = z.strictObject({
  kind: answerKind,
  words: z.nullable(lineText),
});
export const retainFeedbackInput = z.strictObject({ retained: z.boolean() });
export const replyInput = z.strictObject({ text: feedbackText });
