/** A dash that stands close to its word is no bullet: it may be the sign of a number. */
const DRAWN = /^([ \t]*)(?:([•●·‣⁃◦○▪■])[ \t\u00a0]*|–[ \t\u00a0]+)(?=\S)/;
/** What Word and OneNote draw with a letter: a word of Portuguese or Polish, and the sign of a paragraph, as well. */
const LETTER = /^([ \t]*)([o§])([ \t\u00a0]+)(?=\S)/;
const BOX = /^([ \t]*)(?:[-*+][ \t]+)?([☐☑☒✅]) *(?=\S)/;
const MARKDOWN = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** How deep Word and OneNote draw which mark, where all lines begin at the margin. */
const RANKS: Readonly<Record<string, number>> = { '◦': 1, '○': 1, o: 1, '▪': 2, '■': 2, '§': 2 };
/** Deep enough to lie in an item of any list, and no code. */
const DEEPER = '    ';

/** What stands in a list so far: by indentation, the ranks of its marks. */
type List = Map<string, Set<number>>;

/**
 * Bullets and boxes that are drawn, as Word, OneNote and mails copy them, in Markdown. Lines stay where they are. A mark
 * that Word draws deeper lies deeper, also where its line does not begin further in.
 */
export function drawnAsMarkdown(text: string): string {
  let list: List = new Map();
  return text
    .split('\n')
    .map((line) => {
      const plain = line.replace(
        BOX,
        (_, indent: string, box: string) => `${indent}- [${box === '☐' ? ' ' : 'x'}] `,
      );
      const drawn = DRAWN.exec(plain) ?? letterIn(plain, list);
      if (drawn) return asItem(plain, drawn, list);
      const indent = MARKDOWN.exec(plain)?.[1];
      if (indent !== undefined) ranksAt(list, indent).add(0);
      // A line at the margin that is none ends it.
      else if (/^\S/.test(plain)) list = new Map();
      return plain;
    })
    .join('\n');
}

/** A letter is a bullet before a tab; before several spaces only in a list; before a single one it is a word. */
function letterIn(line: string, list: List): RegExpExecArray | null {
  const found = LETTER.exec(line);
  const space = found?.[3] ?? '';
  return space.includes('\t') || (space.length > 1 && list.size > 0) ? found : null;
}

function asItem(line: string, [whole, indent = '', mark = '']: RegExpExecArray, list: List) {
  const rank = RANKS[mark] ?? 0;
  const ranks = ranksAt(list, indent);
  ranks.add(rank);
  const above = [...ranks].filter((one) => one < rank).length;
  return `${indent}${DEEPER.repeat(above)}- ${line.slice(whole.length)}`;
}

function ranksAt(list: List, indent: string): Set<number> {
  const ranks = list.get(indent) ?? new Set();
  list.set(indent, ranks);
  return ranks;
}
