import type { WordsKey } from '../words/words';

/** The words of one version of the information terms (PRACTICE C6). */
interface TermsWords {
  /** What is said in two sentences; the third is about whoever reads it. */
  readonly sentences: readonly [WordsKey, WordsKey];
  /** Title and full text of each exception. */
  readonly exceptions: readonly (readonly [WordsKey, WordsKey])[];
  /** What is different from the version before; null for the first. */
  readonly changed: WordsKey | null;
}

/**
 * Every version there ever was. Words that somebody agreed to are not reworded: a change of what they mean is a
 * version of its own, with messages of its own, and the older one stays here to be read.
 */
export const TERMS_WORDS: Readonly<Record<number, TermsWords>> = {
  1: {
    sentences: ['terms.between', 'terms.exceptions'],
    exceptions: [
      ['terms.common.title', 'terms.common.text'],
      ['terms.permission.title', 'terms.permission.text'],
      ['terms.safety.title', 'terms.safety.text'],
    ],
    changed: null,
  },
};
