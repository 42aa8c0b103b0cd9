/** So many characters tell one line from another, and are still listened to the end. */
const ENOUGH = 60;
/** So much of a word that is cut through is left out; a longer one, or a script without spaces, is cut as it comes. */
const CUT_WORD = /\s+\S{0,20}$/u;

const letters = new Intl.Segmenter();

/** Somebody's words as a part of a name: on one line, and of a long one its beginning. */
export function brief(words: string): string {
  const line = words.trim().replaceAll(/\s+/gu, ' ');
  if (line.length <= ENOUGH) return line;
  const all = Array.from(letters.segment(line), ({ segment }) => segment);
  if (all.length <= ENOUGH) return line;
  return `${all.slice(0, ENOUGH).join('').replace(CUT_WORD, '')}…`;
}
