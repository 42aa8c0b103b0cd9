import { compileCues, findCues, hasCue, type Cue, type Span } from './cues';
import type { LanguageRules } from './language.schema';
import { sentencesOf, type Sentence } from './text';

export type { LanguageRules } from './language.schema';
export type { Span } from './cues';

/** What judges the person instead of the act (PRACTICE B4). */
export type Judgement = 'person' | 'motive' | 'absolute';
/** What helps a piece of feedback land. */
export type Part = 'situation' | 'impact' | 'alternative';
export type PartState = 'there' | 'unsure' | 'missing';
/** What would have to change: a piece of work, or how somebody deals with people, time, word and power (B3). */
export type About = 'task' | 'behaviour';

export const JUDGEMENTS = ['person', 'motive', 'absolute'] as const satisfies readonly Judgement[];
export const PARTS = ['situation', 'impact', 'alternative'] as const satisfies readonly Part[];

export type Finding =
  { readonly rule: Judgement; readonly span: Span } | { readonly rule: Part; readonly span: null };

/** What can be said about wordings in one language. Nothing of it leaves the device. */
export interface Wording {
  /** False for a text that seems to be in another language: then nothing is said about it. */
  knows(text: string): boolean;
  /** What judges the person in a criticism, in the order of the text, and after it what seems to be missing. */
  check(criticism: string): Finding[];
  partsOf(text: string): Readonly<Record<Part, PartState>>;
  /** A guess, for its author to correct. */
  guessAbout(text: string): About;
  /** True for a topic that reads like a report of how things stand (PRACTICE A3). */
  isStatus(topic: string): boolean;
  /** The sentences of a criticism that judge nobody, by what they seem to say. */
  plainParts(criticism: string): Readonly<Record<Part, string | null>>;
}

/** From how many words on a text has to hold common ones, and how many of a hundred. */
const ENOUGH_WORDS = 5;
const COMMON_PERCENT = 20;

/** @throws Error for rules that do not hold together */
export function createWording(rules: LanguageRules): Wording {
  const cues = (list: Parameters<typeof compileCues>[0]): Cue[] => compileCues(list, rules);
  const judging = JUDGEMENTS.map((rule) => ({ rule, cues: cues(rules.findings[rule]) }));
  const parts = PARTS.map((part) => ({
    part,
    there: cues(rules.parts[part].there),
    perhaps: cues(rules.parts[part].perhaps),
  }));
  const task = cues(rules.about.task);
  const behaviour = cues(rules.about.behaviour);
  const reports = cues(rules.status.reports);
  const talks = cues(rules.status.talks);
  const common = new Set(rules.common);
  const read = (text: string): Sentence[] => sentencesOf(text, rules);

  const knows = (text: string): boolean => {
    const words = read(text).flatMap(({ plain }) => plain.match(/[\p{L}']+/gu) ?? []);
    const known = words.filter((word) => common.has(word)).length;
    return words.length < ENOUGH_WORDS || known * 100 >= words.length * COMMON_PERCENT;
  };
  const judgements = (sentences: readonly Sentence[]): Finding[] =>
    sentences
      .flatMap((sentence) =>
        judging.flatMap((one) =>
          findCues(one.cues, sentence).map((span) => ({ rule: one.rule, span })),
        ),
      )
      .filter(({ span }, index, all) => all.slice(0, index).every((one) => apart(one.span, span)))
      .toSorted((one, other) => one.span.start - other.span.start);
  const partsIn = (sentences: readonly Sentence[]): Record<Part, PartState> => {
    const state = { situation: 'missing', impact: 'missing', alternative: 'missing' };
    for (const { part, there, perhaps } of parts) {
      if (hasCue(there, sentences)) state[part] = 'there';
      else if (hasCue(perhaps, sentences)) state[part] = 'unsure';
    }
    return state as Record<Part, PartState>;
  };
  const count = (list: readonly Cue[], sentences: readonly Sentence[]): number =>
    sentences.reduce((sum, sentence) => sum + findCues(list, sentence).length, 0);

  return {
    knows,
    check(criticism) {
      if (!knows(criticism)) return [];
      const sentences = read(criticism);
      const state = partsIn(sentences);
      const missing = PARTS.filter((part) => state[part] === 'missing');
      return [...judgements(sentences), ...missing.map((rule): Finding => ({ rule, span: null }))];
    },
    partsOf: (text) => partsIn(read(text)),
    guessAbout(text) {
      const sentences = read(text);
      return count(task, sentences) > count(behaviour, sentences) ? 'task' : 'behaviour';
    },
    isStatus(topic) {
      const lines = read(topic);
      return hasCue(reports, lines) && !hasCue(talks, lines);
    },
    plainParts(criticism) {
      const plain = read(criticism).filter((sentence) => judgements([sentence]).length === 0);
      const saying = (wanted: Part): string | null => {
        const cue = parts.find(({ part }) => part === wanted)?.there ?? [];
        const found = plain.find((sentence) => hasCue(cue, [sentence]));
        return found ? criticism.slice(found.start, found.end).trim() : null;
      };
      return {
        situation: saying('situation'),
        impact: saying('impact'),
        alternative: saying('alternative'),
      };
    },
  };
}

const apart = (one: Span, other: Span): boolean => one.end <= other.start || other.end <= one.start;
