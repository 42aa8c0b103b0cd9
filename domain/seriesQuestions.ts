import { DomainError } from './errors';
import {
  addLine,
  editLine,
  liveLines,
  newLine,
  removeLine,
  restoreLine,
  type Doing,
  type ListRules,
} from './line';
import type { AskedQuestion } from './meeting.schema';
import { isInBank } from './questionBank';
import type {
  OwnQuestion,
  OwnQuestionEntry,
  QuestionsView,
  SeriesQuestions,
} from './question.schema';
import type { Topic } from './topic.schema';

/** Questions that the two may write for one series; the head they lie in holds 24 kB. */
export const OWN_QUESTION_RULES: ListRules = {
  limit: 12,
  full: 'questions.full',
  unknown: 'question.unknown',
  removed: 4,
};
/** Questions that may be hidden in one series: about half of the bank. */
export const HIDDEN_QUESTIONS = 60;
/** Meetings in which an asked question is remembered, so that it is not offered again (PRACTICE B8). */
export const REMEMBERED_MEETINGS = 4;
/** Questions remembered as asked; more than a pair gets through in four meetings. */
export const REMEMBERED_QUESTIONS = 60;

/** Technical development, communication, sharing real experience (PRACTICE A5). */
const GROWTH_SUBJECTS: readonly string[] = ['craft', 'communication', 'experience'];

/** What a question is about, by its id; a question of their own is about itself. */
export const subjectOf = (id: string): string => id.split('.')[0] ?? '';

/** Whether a question is about growth: a topic is, when it came from such a question (PRACTICE A5). */
export const isGrowth = (id: string | null): boolean =>
  id !== null && GROWTH_SUBJECTS.includes(subjectOf(id));

/** Where the two have changed nothing yet. */
export const NO_QUESTIONS: SeriesQuestions = { own: [], hidden: [], growth: 0 };

/** The questions of a series as a view gives them: without what was removed. */
export const liveQuestions = ({
  own,
  hidden,
  growth,
}: SeriesQuestions = NO_QUESTIONS): QuestionsView => ({
  own: liveLines<OwnQuestion>(own),
  hidden,
  growth,
});

interface Words {
  readonly id: string;
  readonly text: string;
}

/** What either can do to the questions of a series (PRACTICE B8): add and change their own, hide any. */
export type QuestionCommand =
  | ({ readonly type: 'addQuestion' | 'restoreQuestion' } & Words)
  | ({ readonly type: 'editQuestion'; readonly version: string } & Words)
  | { readonly type: 'removeQuestion'; readonly id: string; readonly version: string }
  | { readonly type: 'hideQuestion'; readonly question: string; readonly hidden: boolean };

/**
 * Carries out one command on the questions of a series; the very same ones where nothing changes.
 * @throws DomainError `line.notYours`, `line.idTaken`, `line.changedSince`, `question.unknown`,
 * `questions.full`, `questions.tooManyHidden`
 */
export function changeQuestions(
  questions: SeriesQuestions,
  command: QuestionCommand,
  doing: Doing,
): SeriesQuestions {
  if (command.type === 'hideQuestion') return hide(questions, command);
  const own = changeOwn(questions.own, command, doing);
  return own === questions.own ? questions : { ...questions, own: [...own] };
}

type OwnCommand = Exclude<QuestionCommand, { readonly type: 'hideQuestion' }>;

function changeOwn(
  own: readonly OwnQuestionEntry[],
  command: OwnCommand,
  doing: Doing,
): readonly OwnQuestionEntry[] {
  switch (command.type) {
    case 'addQuestion':
      return addLine<OwnQuestion>(own, lineOf(command, doing), OWN_QUESTION_RULES);
    case 'restoreQuestion':
      return restoreLine<OwnQuestion>(own, lineOf(command, doing), doing, OWN_QUESTION_RULES);
    case 'editQuestion': {
      const { text } = command;
      return editLine<OwnQuestion>(own, command, { text }, doing, OWN_QUESTION_RULES);
    }
    case 'removeQuestion':
      return removeLine<OwnQuestion>(own, command, doing, OWN_QUESTION_RULES);
  }
}

const lineOf = ({ id, text }: Words, doing: Doing): OwnQuestion => newLine(id, text, doing);

function hide(
  questions: SeriesQuestions,
  { question, hidden }: { readonly question: string; readonly hidden: boolean },
): SeriesQuestions {
  if (questions.hidden.includes(question) === hidden) return questions;
  const others = questions.hidden.filter((one) => one !== question);
  const exists = isInBank(question) || liveLines(questions.own).some(({ id }) => id === question);
  // Made up ones would take the room of those that somebody would rather not be asked.
  if (hidden && !exists) throw new DomainError('question.unknown', 'question');
  if (hidden && others.length >= HIDDEN_QUESTIONS) {
    throw new DomainError('questions.tooManyHidden', 'question');
  }
  return { ...questions, hidden: hidden ? [...others, question] : others };
}

/** What is remembered once a meeting is over: its questions, and those of the three before. */
export function rememberQuestions(
  asked: readonly AskedQuestion[],
  topics: readonly Topic[],
  meeting: number,
): AskedQuestion[] {
  const now = new Set(topics.flatMap(({ question }) => question ?? []));
  const before = asked.filter(
    (entry) => entry.meeting > meeting - REMEMBERED_MEETINGS && !now.has(entry.question),
  );
  return [...before, ...[...now].map((question) => ({ question, meeting }))].slice(
    -REMEMBERED_QUESTIONS,
  );
}

/**
 * The questions as the next meeting finds them: what was removed is forgotten, and whether this one had a
 * topic that came from a question about growth is kept as its number (PRACTICE A5).
 * @param talked the topics that were talked about
 */
export function questionsAfter(
  questions: SeriesQuestions | undefined,
  talked: readonly Topic[],
  meeting: number,
): SeriesQuestions | undefined {
  const grew = talked.some(({ question }) => isGrowth(question));
  if (!questions && !grew) return undefined;
  const { own, hidden, growth } = questions ?? NO_QUESTIONS;
  const standing = liveLines<OwnQuestion>(own);
  const known = new Set(standing.map(({ id }) => id));
  return {
    own: standing,
    hidden: hidden.filter((id) => id.includes('.') || known.has(id)),
    growth: grew ? meeting : growth,
  };
}
