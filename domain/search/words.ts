import { fold } from './fold';

/** A word where it stands, in UTF-16 units, and as it is looked for. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** Scripts that are written without spaces between words (Unicode Standard Annex 29, section 4). */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SPACED_WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Whether only a dictionary knows where its words end. */
export const isUnspaced = (text: string): boolean => UNSPACED.test(text);

let segmenter: Intl.Segmenter | null = null;

/** The words of a text, in their order. What is written without spaces is cut as the platform's dictionary does. */
export function wordsIn(text: string): Word[] {
  if (!isUnspaced(text)) {
    return [...text.matchAll(SPACED_WORD)].map(({ 0: word, index }) => wordAt(index, word));
  }
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => wordAt(index, segment));
}

const wordAt = (start: number, word: string): Word => ({
  start,
  end: start + word.length,
  term: fold(word),
});
