import type { AboutUs, AboutUsView, Answer } from './aboutUs.schema';
import { DomainError } from './errors';
import {
  addLine,
  editLine,
  liveLines,
  newLine,
  removeLine,
  type Doing,
  type Line,
  type ListRules,
} from './line';
import type { Role } from './person';
import type { Subject } from './subject.schema';

export type { AboutUs, AboutUsView, Answer } from './aboutUs.schema';
export type { Subject } from './subject.schema';

/** In which of the first three meetings each subject has its place (PRACTICE A4). */
export const SUBJECTS: readonly { readonly subject: Subject; readonly meeting: number }[] = [
  { subject: 'like', meeting: 1 },
  { subject: 'joined', meeting: 1 },
  { subject: 'feedback', meeting: 1 },
  { subject: 'annoys', meeting: 2 },
  { subject: 'environment', meeting: 2 },
  { subject: 'needs', meeting: 3 },
  { subject: 'career', meeting: 3 },
];

/** Earlier wordings that are kept of one answer; beyond, the oldest is forgotten. */
const EARLIER_PER_ANSWER = 20;
const INTRODUCTIONS_KEPT = 10;

/** What the two care about in working together: few enough to be remembered (PRACTICE C2). */
export const VALUE_RULES: ListRules = { limit: 5, full: 'values.full', unknown: 'value.unknown' };

/** The subjects that each has dealt with: answered or skipped, which of the two nobody else is told. */
export type Known = Readonly<Record<Role, readonly Subject[]>>;

export const NOTHING_KNOWN = { manager: [], report: [] } satisfies Known;
export const EMPTY_ABOUT_US: AboutUs = { answers: [], values: [], introductions: [] };

/** Subjects that somebody may answer by this meeting: the manager first, then the report (PRACTICE A4). */
const openSubjects = (known: Known, by: Role, meeting: number): typeof SUBJECTS =>
  SUBJECTS.filter(
    (one) => one.meeting <= meeting && (by === 'manager' || known.manager.includes(one.subject)),
  );

/** How many subjects of this very meeting wait for somebody. */
export const subjectsLeft = (known: Known, by: Role, meeting: number): number =>
  openSubjects(known, by, meeting).filter(
    (one) => one.meeting === meeting && !known[by].includes(one.subject),
  ).length;

/** What a subject is answered on: the page, what the head knows, and whether both agreed to the terms. */
interface Standing {
  readonly aboutUs: AboutUs;
  readonly known: Known;
  readonly meeting: number;
  readonly agreed: boolean;
}

/**
 * Answers, corrects or skips one subject, always about oneself: there is no way to write the other's. Earlier
 * words stay to be read (PRACTICE E2); skipping takes one's words back, with all that stood before.
 * @throws DomainError `aboutUs.notYet` before its meeting, and for the report before the manager
 */
export function answerSubject(
  { aboutUs, known, meeting, agreed }: Standing,
  input: { readonly subject: Subject; readonly text: string | null },
  { by, at }: Pick<Doing, 'by' | 'at'>,
): { aboutUs: AboutUs; known: Known } {
  const { subject, text } = input;
  const mine = known[by];
  const open = openSubjects(known, by, meeting).some((one) => one.subject === subject);
  if (!open && !mine.includes(subject)) throw new DomainError('aboutUs.notYet', 'subject');
  const before = aboutUs.answers.find((one) => one.by === by && one.subject === subject);
  const dealtWith = mine.includes(subject) ? known : { ...known, [by]: [...mine, subject] };
  if ((before?.text ?? null) === text) return { aboutUs, known: dealtWith };
  const rest = aboutUs.answers.filter((one) => one !== before);
  // What nobody else could read yet is a draft, which leaves nothing behind.
  const kept = agreed ? before : undefined;
  const answers = text === null ? rest : [...rest, worded({ subject, by, text, at }, kept)];
  return { aboutUs: { ...aboutUs, answers }, known: dealtWith };
}

function worded(answer: Omit<Answer, 'earlier'>, before: Answer | undefined): Answer {
  const earlier = before ? [{ text: before.text, at: before.at }, ...before.earlier] : [];
  return { ...answer, earlier: earlier.slice(0, EARLIER_PER_ANSWER) };
}

export type ValueCommand =
  | { readonly type: 'add'; readonly id: string; readonly text: string }
  | {
      readonly type: 'edit';
      readonly id: string;
      readonly text: string;
      readonly version: string;
    }
  | { readonly type: 'remove'; readonly id: string; readonly version: string };

/**
 * Either adds what they care about; each changes and removes their own (PRACTICE C2, E2).
 * @param agreed whether both read all of them: before, what the other one wrote takes none of one's own room, or
 * where it is full would tell how much that is (PRACTICE C6)
 * @throws DomainError `values.full`, `value.unknown`, and as every line does
 */
export function changeValues(
  aboutUs: AboutUs,
  command: ValueCommand,
  doing: Doing,
  agreed = true,
): AboutUs {
  const theirs = liveLines<Line>(aboutUs.values).filter(({ by }) => by !== doing.by);
  const limit = VALUE_RULES.limit + (agreed ? 0 : theirs.length);
  const values = applied(aboutUs.values, command, doing, { ...VALUE_RULES, limit });
  return values === aboutUs.values ? aboutUs : { ...aboutUs, values: [...values] };
}

function applied(values: AboutUs['values'], command: ValueCommand, doing: Doing, rules: ListRules) {
  switch (command.type) {
    case 'add':
      return addLine<Line>(values, newLine(command.id, command.text, doing), rules);
    case 'edit':
      return editLine<Line>(values, command, { text: command.text }, doing, rules);
    case 'remove':
      return removeLine<Line>(values, command, doing, rules);
  }
}

/** Keeps the introduction that is about to be replaced; an empty one leaves nothing to keep. */
export const keepIntroduction = (aboutUs: AboutUs, text: string, until: string): AboutUs =>
  text === ''
    ? aboutUs
    : {
        ...aboutUs,
        introductions: [{ text, until }, ...aboutUs.introductions].slice(0, INTRODUCTIONS_KEPT),
      };

/**
 * What one of the two is given: subjects that are theirs to answer, and what both said. What was skipped reads
 * as nothing at all.
 * @param agreed whether both agreed to the terms: before, each reads their own only (PRACTICE C6)
 */
export function aboutUsFor(
  { answers, values, introductions }: AboutUs,
  { known, by, meeting, agreed }: { known: Known; by: Role; meeting: number; agreed: boolean },
): AboutUsView {
  const read = answers.filter((one) => agreed || one.by === by);
  const said = (subject: Subject): boolean =>
    answers.some((one) => one.by === by && one.subject === subject);
  return {
    subjects: openSubjects(known, by, meeting).map((one) => {
      const left = known[by].includes(one.subject) ? 'skipped' : 'open';
      return { ...one, mine: said(one.subject) ? 'answered' : left };
    }),
    answers: read,
    values: liveLines<Line>(values).filter((one) => agreed || one.by === by),
    introductions,
  };
}
