import type { LanguageRules } from './language.schema';

/** One sentence in the form that patterns are matched on. */
export interface Sentence {
  /** Words and punctuation in lower case, one blank between them, short forms written out, quotes left out. */
  readonly plain: string;
  /** For each character of `plain`, where it stands in the text. */
  readonly at: readonly number[];
  readonly start: number;
  readonly end: number;
}

type Forms = Pick<LanguageRules, 'short' | 'abbreviations'>;

/** What stands in the place of a quotation: somebody else's words are nobody's judgement. */
export const QUOTED = '"';

const QUOTATIONS =
  /"[^"\n]{1,300}"|“[^”\n]{1,300}”|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»|(?<![\p{L}\p{N}])['‘](?=\S)[^'‘’\n]{1,300}['’](?![\p{L}\p{N}])/gu;
const TOKENS =
  /"|[\p{L}\p{N}#][\p{L}\p{N}\p{M}'’#%&/-]*(?:[.:,]\p{N}+)*%?|[,;:()]|[?!.…]+|\s[-–—]\s|—/gu;
const BREAKS = /[.!?…]+["'”’)\]]*(?=\s|$)|\n+/gu;

/** Cuts a text into sentences, each in the form that patterns are matched on. */
export function sentencesOf(text: string, forms: Forms): Sentence[] {
  const masked = text.replaceAll(QUOTATIONS, (quoted) => QUOTED.padEnd(quoted.length));
  const ends = [...masked.matchAll(BREAKS)]
    .filter((match) => !endsAbbreviation(masked.slice(0, match.index), forms))
    .map((match) => match.index + match[0].length);
  const bounds = [0, ...ends.filter((end) => end < masked.length), masked.length];
  return bounds
    .slice(1)
    .map((end, index) => sentence(masked, bounds[index] ?? 0, end, forms))
    .filter(({ plain }) => /\p{L}/u.test(plain));
}

function endsAbbreviation(before: string, { abbreviations }: Forms): boolean {
  const last = /[\p{L}.]+$/u.exec(before)?.[0].toLowerCase();
  return last !== undefined && abbreviations.includes(last);
}

/** Dashes and dots in the middle part thoughts as a semicolon does; at the end only a question mark matters. */
function wordOf(token: string): string {
  if (/^[?!.…]+$/.test(token)) return token.includes('?') ? '?' : token.length > 1 ? ';' : '';
  return /^[-–—]$/.test(token) ? ';' : token.toLowerCase().replaceAll('’', "'");
}

function sentence(masked: string, from: number, end: number, { short }: Forms): Sentence {
  let plain = '';
  const at: number[] = [];
  const put = (written: string, start: number, length: number) => {
    if (plain) {
      plain += ' ';
      at.push(start);
    }
    plain += written;
    for (let index = 0; index < written.length; index += 1) {
      at.push(start + Math.min(index, length - 1));
    }
  };
  for (const match of masked.slice(from, end).matchAll(TOKENS)) {
    const found = match[0].trim();
    const start = from + match.index + match[0].indexOf(found);
    const word = wordOf(found);
    if (!word) continue;
    const form = short.find(([ending]) => word.endsWith(ending));
    put(form ? word.slice(0, -form[0].length) + form[1] : word, start, found.length);
  }
  const first = at[0] ?? from;
  return { plain, at, start: first, end: from + masked.slice(from, end).trimEnd().length };
}
