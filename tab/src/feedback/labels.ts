import type { AnswerKind, FeedbackAbout } from '@rapport/domain/feedback';
import type { WordsKey } from '../words/words';

/** In the order in which they are offered (PRACTICE B5). */
export const ANSWER_WORDS: Readonly<Record<AnswerKind, WordsKey>> = {
  thanks: 'answer.thanks',
  question: 'answer.question',
  willTry: 'answer.willTry',
  seeDifferently: 'answer.seeDifferently',
  talk: 'answer.talk',
};

export const ABOUT_WORDS: Readonly<Record<FeedbackAbout, WordsKey>> = {
  task: 'feedback.isTask',
  behaviour: 'feedback.isBehaviour',
};
