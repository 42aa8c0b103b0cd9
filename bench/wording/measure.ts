import type { Wording } from '@rapport/domain/wording/wording';
import { JUDGEMENTS, PARTS } from '@rapport/domain/wording/wording';

/** A labelled text as the README beside this describes it. */
export interface FeedbackRow {
  readonly text: string;
  readonly kind: 'praise' | 'criticism';
  readonly about: 'task' | 'behaviour';
  readonly situation: boolean;
  readonly impact: boolean;
  readonly alternative: boolean;
  readonly findings: readonly { readonly rule: string; readonly words: string }[];
}
export interface TopicRow {
  readonly text: string;
  readonly status: boolean;
}

/** How often it was right to speak, wrong to speak, and wrong to be silent. */
export interface Score {
  readonly rule: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Share of what was said that was right; 1 where nothing was said. */
export const precisionOf = ({ right, wrong }: Score): number =>
  right + wrong === 0 ? 1 : right / (right + wrong);
/** Share of what there was to say that was said; 1 where there was nothing. */
export const recallOf = ({ right, missed }: Score): number =>
  right + missed === 0 ? 1 : right / (right + missed);

/** Counts answers of yes or no against labels. */
function score(rule: string, answers: readonly { said: boolean; is: boolean }[]): Score {
  const count = (said: boolean, is: boolean): number =>
    answers.filter((answer) => answer.said === said && answer.is === is).length;
  return { rule, right: count(true, true), wrong: count(true, false), missed: count(false, true) };
}

/**
 * The check of criticism (it is never run on praise): findings are compared by overlap, parts by whether they
 * are called missing; the marks by whether they fill, which praise has too.
 */
export function scoreFeedback(wording: Wording, rows: readonly FeedbackRow[]): Score[] {
  const criticism = rows.filter(({ kind }) => kind === 'criticism');
  return [
    ...JUDGEMENTS.map((rule) => scoreJudgement(wording, criticism, rule)),
    ...PARTS.map((part) =>
      score(
        `${part} is missing`,
        criticism.map((row) => ({
          said: wording.check(row.text).some(({ rule }) => rule === part),
          is: !row[part],
        })),
      ),
    ),
    ...PARTS.map((part) =>
      score(
        `mark: ${part}`,
        rows
          .filter(({ kind }) => kind === 'criticism' || part !== 'alternative')
          .map((row) => ({ said: wording.partsOf(row.text)[part] === 'there', is: row[part] })),
      ),
    ),
    ...(['task', 'behaviour'] as const).map((about) =>
      score(
        `guess: ${about}`,
        criticism.map((row) => ({
          said: wording.guessAbout(row.text) === about,
          is: row.about === about,
        })),
      ),
    ),
  ];
}

function scoreJudgement(wording: Wording, rows: readonly FeedbackRow[], rule: string): Score {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const row of rows) {
    const labelled = row.findings
      .filter((finding) => finding.rule === rule)
      .map(({ words }) => ({
        start: row.text.indexOf(words),
        end: row.text.indexOf(words) + words.length,
      }));
    const found = wording
      .check(row.text)
      .flatMap((finding) => (finding.rule === rule && finding.span ? [finding.span] : []));
    const meet = (one: { start: number; end: number }, other: { start: number; end: number }) =>
      one.start < other.end && other.start < one.end;
    const hits = found.filter((span) => labelled.some((label) => meet(span, label)));
    sum.right += hits.length;
    sum.wrong += found.length - hits.length;
    sum.missed += labelled.filter((label) => !found.some((span) => meet(span, label))).length;
  }
  return { rule, ...sum };
}

export const scoreTopics = (wording: Wording, rows: readonly TopicRow[]): Score =>
  score(
    'topic reads like a status',
    rows.map(({ text, status }) => ({ said: wording.isStatus(text), is: status })),
  );
