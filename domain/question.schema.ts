import * as z from 'zod/mini';
import { QUESTION_LENGTH } from './limits';
import { line } from './line.schema';
import { line as words, uuid } from './text.schema';
import { questionId } from './topic.schema';

const questionText = words(QUESTION_LENGTH);

/** A question that one of the two wrote for this series. */
export const ownQuestion = z.extend(line, { text: questionText });
const removedQuestion = z.extend(z.omit(ownQuestion, { text: true }), {
  removed: z.literal(true),
});
export const ownQuestionEntry = z.union([ownQuestion, removedQuestion]);

const rest = {
  /** Questions that neither is offered; of the bank, or of their own. */
  hidden: z.array(questionId),
  /** Number of the last meeting in which a question about growth was talked about; 0: none so far. */
  growth: z.int(),
};

/** What the two made of the questions: for both, in the head. */
export const seriesQuestions = z.strictObject({ own: z.array(ownQuestionEntry), ...rest });
export const questionsView = z.strictObject({ own: z.array(ownQuestion), ...rest });

export type OwnQuestion = z.infer<typeof ownQuestion>;
export type OwnQuestionEntry = z.infer<typeof ownQuestionEntry>;
export type QuestionsView = z.infer<typeof questionsView>;
export type SeriesQuestions = z.infer<typeof seriesQuestions>;

export const addQuestionInput = z.strictObject({ id: uuid, text: questionText });
export const editQuestionInput = z.strictObject({ text: questionText, version: uuid });
export const restoreQuestionInput = z.strictObject({ text: questionText });
export const hideQuestionInput = z.strictObject({ question: questionId, hidden: z.boolean() });
