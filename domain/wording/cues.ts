import type { CueRules, LanguageRules } from './language.schema';
import type { Sentence } from './text';

/** Where something was found: from `start` up to, not including, `end`, in UTF-16 units of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cue that is ready to be looked for. */
export type Cue = (sentence: Sentence) => Span[];

type Words = Pick<LanguageRules, 'lists' | 'stops'>;

/** @throws Error for a pattern that names no list of the language, or that is no pattern */
export function compileCues(rules: readonly CueRules[], words: Words): Cue[] {
  return rules.map((rule) => {
    const found = rule.find.map((pattern) => compile(pattern, words, '', ''));
    const notAfter = rule.notAfter?.map((pattern) => compile(pattern, words, '', ' $')) ?? [];
    const notBefore = rule.notBefore?.map((pattern) => compile(pattern, words, '^ ', '')) ?? [];
    const notWith = rule.notWith?.map((pattern) => compile(pattern, words, '', '')) ?? [];
    return (sentence) => {
      if (notWith.some((pattern) => has(pattern, sentence.plain))) return [];
      return found.flatMap((pattern) =>
        [...sentence.plain.matchAll(pattern)]
          .filter(({ index, 0: match }) => {
            const before = sentence.plain.slice(0, index);
            const after = sentence.plain.slice(index + match.length);
            return (
              !notAfter.some((one) => has(one, before)) && !notBefore.some((one) => has(one, after))
            );
          })
          .map((match) => spanOf(sentence, match)),
      );
    };
  });
}

const has = (pattern: RegExp, plain: string): boolean => {
  pattern.lastIndex = 0;
  return pattern.test(plain);
};

/** Every place that one of the cues finds, in the order of the text, where two overlap the first alone. */
export function findCues(cues: readonly Cue[], sentence: Sentence): Span[] {
  const spans = cues
    .flatMap((cue) => cue(sentence))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  return spans.filter((span, index) => {
    const before = spans.slice(0, index);
    return before.every(({ end }) => end <= span.start);
  });
}

export const hasCue = (cues: readonly Cue[], sentences: readonly Sentence[]): boolean =>
  sentences.some((sentence) => cues.some((cue) => cue(sentence).length > 0));

const WORD = '[^\\s,;:?()"]+';
/** Any word with a digit in it. */
const NUMBER = '(?=\\S*\\d)[^\\s"]+';

function compile(pattern: string, { lists, stops }: Words, before: string, after: string): RegExp {
  const gapWord = `(?!(?:${stops.join('|')}|[,;:?()"])(?!\\S))\\S+`;
  const source = pattern
    .replace(/<([^>]*)>/, '(?<at>$1)')
    .replaceAll(/ ~(\d)(?=$|[)|])/g, (_, most: string) => `(?: ${gapWord}){0,${most}}`)
    .replaceAll(/~(\d) ?/g, (_, most: string) => `(?:${gapWord} ){0,${most}}`)
    .replaceAll('{*}', WORD)
    .replaceAll('{#}', NUMBER)
    .replaceAll('{?}', '\\?')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const list = lists[name];
      if (!list) throw new Error(`There is no list ${name}.`);
      return `(?:${list.join('|').replaceAll('{*}', WORD).replaceAll('{#}', NUMBER)})`;
    });
  return new RegExp(`${before}(?<!\\S)(?:${source})(?!\\S)${after}`, 'gdu');
}

function spanOf({ at }: Sentence, match: RegExpExecArray): Span {
  const [from, to] = match.indices?.groups?.['at'] ?? [match.index, match.index + match[0].length];
  return { start: at[from] ?? 0, end: (at[to - 1] ?? 0) + 1 };
}
