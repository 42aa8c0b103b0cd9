import type { Role } from './person.schema';
import type { AskedQuestion } from './meeting.schema';
import type { OwnQuestion } from './question.schema';
import { isGrowth, subjectOf } from './seriesQuestions';
import type { Topic } from './topic.schema';

export type { AskedQuestion } from './meeting.schema';

/** How much a question asks of whoever answers it. */
export type Depth = 'light' | 'open' | 'deep';

/** A question that can be put on the agenda (PRACTICE A4, A5, B8, C1). */
export interface Question {
  /** Subject and number, e.g. `proud.2`: stable in every language; a UUID where one of the two wrote it. */
  readonly id: string;
  /** Who answers it. The other one asks it; what both answer, either may ask. */
  readonly asks: Role | 'both';
  readonly depth: Depth;
  readonly text: string;
}

/** What decides on the questions that somebody is offered; a view of a series has it all. */
export interface Asking {
  readonly me: Role;
  readonly meeting: { readonly number: number };
  readonly topics: readonly Topic[];
  readonly asked: readonly AskedQuestion[];
  readonly questions: {
    readonly own: readonly OwnQuestion[];
    readonly hidden: readonly string[];
    readonly growth: number;
  };
}

/** Getting to know each other, and what a first meeting is for (PRACTICE A4, C1). */
const EARLY_SUBJECTS: readonly string[] = [
  'expectations',
  'style',
  'challenges',
  'person',
  'needs',
  'joined',
  'annoys',
  'feedback',
  'goal',
  'setting',
];
/** Meetings that getting to know each other is spread over (PRACTICE A4). */
const EARLY_MEETINGS = 3;
/** Meetings without growth after which the agenda says so (PRACTICE A5). */
const MEETINGS_WITHOUT = 3;
/** With fewer topics than this the panel offers questions. */
const FEW_TOPICS = 3;
/** One in so many is about what this meeting leans on. */
const LEAN = 3;
const DEPTHS: readonly Depth[] = ['light', 'open', 'deep'];

/** True when the agenda is short enough to offer questions (PRACTICE B8). */
export const needsQuestions = (topics: readonly Topic[]): boolean =>
  topics.filter(({ discussedAt }) => discussedAt === null).length < FEW_TOPICS;

const isEarly = (id: string): boolean => EARLY_SUBJECTS.includes(subjectOf(id));

/** True when none of the last three meetings had a question about growth, and this one has none either. */
export const lacksGrowth = ({ meeting, questions, topics }: Asking): boolean =>
  meeting.number - questions.growth > MEETINGS_WITHOUT &&
  !topics.some(({ question }) => isGrowth(question));

/**
 * Everything that can be offered to somebody, the best first (PRACTICE A4, A5, B8): nothing that is hidden or
 * stands on the agenda, nothing of the last four meetings while fresh ones remain (then what was asked longest
 * ago first); one of each subject before a second one; their own before the bank's. The first meetings lean
 * on getting to know each other and begin light, later ones on growth, and begin elsewhere each time.
 * @param bank in the order in which a first meeting would go through it
 */
export function arrangeQuestions(bank: readonly Question[], asking: Asking): Question[] {
  const { me, meeting, topics, questions } = asking;
  const gone = new Set([...topics.map(({ question }) => question), ...questions.hidden]);
  const own = questions.own.map(({ id, text }): Question => ({
    id,
    asks: 'both',
    depth: 'open',
    text,
  }));
  const mine = [...own, ...bank].filter(({ id, asks }) => asks !== me && !gone.has(id));
  const asked = new Map(asking.asked.map((entry) => [entry.question, entry.meeting]));
  const fresh = mine.filter(({ id }) => !asked.has(id));
  if (fresh.length === 0) {
    return mine.toSorted((a, b) => (asked.get(a.id) ?? 0) - (asked.get(b.id) ?? 0));
  }
  const early = meeting.number <= EARLY_MEETINGS;
  const leads = early ? isEarly : isGrowth;
  const spread = (some: readonly Question[]): Question[] =>
    spreadSubjects(some, meeting.number - 1, early);
  const ours = fresh.filter(({ id }) => own.some((one) => one.id === id));
  const banked = fresh.filter((question) => !ours.includes(question));
  const lead = spread(banked.filter(({ id }) => leads(id)));
  const rest = spread(banked.filter(({ id }) => !leads(id) && !isEarly(id)));
  const late = spread(banked.filter(({ id }) => !leads(id) && isEarly(id)));
  if (lacksGrowth(asking)) return [...lead, ...ours, ...rest, ...late];
  return [...ours, ...lean(lead, rest), ...late];
}

/**
 * A few of them at a time.
 * @param turn moves on when somebody asks for others
 */
export function offerQuestions(
  bank: readonly Question[],
  asking: Asking,
  turn: number,
  count: number,
): Question[] {
  const all = arrangeQuestions(bank, asking);
  const some = all.map((_, index) => all[(turn * count + index) % all.length]);
  return some.slice(0, count).filter((question) => question !== undefined);
}

/** Round after round one of each subject; where a round begins moves on from meeting to meeting. */
function spreadSubjects(questions: readonly Question[], turn: number, light: boolean): Question[] {
  const subjects = [...new Set(questions.map(({ id }) => subjectOf(id)))];
  const rounds = rotate(subjects, turn).map((subject) => {
    const all = questions.filter(({ id }) => subjectOf(id) === subject);
    const deeper = all.toSorted((a, b) => DEPTHS.indexOf(a.depth) - DEPTHS.indexOf(b.depth));
    return light ? deeper : rotate(deeper, turn);
  });
  const longest = Math.max(0, ...rounds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) =>
    rounds.flatMap((all) => all.slice(round, round + 1)),
  ).flat();
}

function rotate<T>(all: readonly T[], by: number): T[] {
  const at = all.length > 0 ? by % all.length : 0;
  return [...all.slice(at), ...all.slice(0, at)];
}

/** One of the first list, then a few of the second, until both are empty. */
function lean<T>(lead: readonly T[], rest: readonly T[]): T[] {
  const each = LEAN - 1;
  const length = Math.max(lead.length, Math.ceil(rest.length / each));
  return Array.from({ length }, (_, n) => [
    ...lead.slice(n, n + 1),
    ...rest.slice(n * each, (n + 1) * each),
  ]).flat();
}
