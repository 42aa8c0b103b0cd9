import type { Role } from './person.schema';
import type { Topic } from './topic.schema';

/** A question of the bank, in the words with which the one who raises it puts it on the agenda (PRACTICE B8). */
export interface Question {
  /** Subject and number, e.g. `proud.2`: stable, so that it is remembered in every language. */
  readonly id: string;
  /** Whose topic it makes sense as. */
  readonly by: Role | 'either';
  readonly text: string;
}

/** Meetings in which an asked question is remembered, so that it is not offered again. */
export const REMEMBERED_MEETINGS = 4;
/** With fewer topics than this the panel offers questions. */
const FEW_TOPICS = 3;

/** When a question was last on the agenda, by the number of the meeting. */
export interface AskedQuestion {
  readonly question: string;
  readonly meeting: number;
}

/** True when the agenda is short enough to offer questions (PRACTICE B8). */
export const needsQuestions = (topics: readonly Topic[]): boolean =>
  topics.filter(({ discussedAt }) => discussedAt === null).length < FEW_TOPICS;

/** What is remembered once a meeting is over: its questions, and those of the three before. */
export const rememberQuestions = (
  asked: readonly AskedQuestion[],
  topics: readonly Topic[],
  meeting: number,
): AskedQuestion[] => [
  ...asked.filter((entry) => entry.meeting > meeting - REMEMBERED_MEETINGS),
  ...topics.flatMap(({ question }) => (question === null ? [] : [{ question, meeting }])),
];

/**
 * Questions to offer somebody, a few at a time: one of each subject before a second one, none that stands on
 * the agenda, none of the last four meetings while fresh ones remain.
 * @param turn moves on when they ask for others
 */
export function offerQuestions(
  bank: readonly Question[],
  by: Role,
  topics: readonly Topic[],
  asked: readonly AskedQuestion[],
  turn: number,
  count: number,
): Question[] {
  const standing = new Set(topics.map(({ question }) => question));
  const recent = new Set(asked.map(({ question }) => question));
  const mine = bank.filter(
    (question) => (question.by === by || question.by === 'either') && !standing.has(question.id),
  );
  const fresh = mine.filter(({ id }) => !recent.has(id));
  const spread = spreadSubjects(fresh.length > 0 ? fresh : mine);
  return Array.from({ length: Math.min(count, spread.length) }, (_, index) => {
    const question = spread[(turn * count + index) % spread.length];
    return question ? [question] : [];
  }).flat();
}

/** Round after round, one of each subject. */
function spreadSubjects(questions: readonly Question[]): Question[] {
  const rounds = new Map<string, number>();
  return questions
    .map((question) => {
      const subject = question.id.split('.')[0] ?? '';
      const round = rounds.get(subject) ?? 0;
      rounds.set(subject, round + 1);
      return { question, round };
    })
    .toSorted((a, b) => a.round - b.round)
    .map(({ question }) => question);
}
