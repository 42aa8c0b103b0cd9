import { IMPORTED_LENGTH, NOTES_LENGTH } from '@rapport/domain/limits';
import type { ListItem, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { drawnAsMarkdown } from './drawn';

/** Why a piece was not taken over. */
export type Reason = 'frontMatter' | 'html' | 'comment' | 'picture' | 'noWords';

/** Lines of the file, the first being 1. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** One piece of the notes, in its own words: Markdown inside of it stays as it was typed. */
export interface Piece extends Lines {
  /** `front`: data about the file, at its very beginning. What it says of a day counts; it is no line of notes. */
  readonly type: 'heading' | 'item' | 'text' | 'front';
  readonly text: string;
  /** How deep it lies in lists; 0 outside and for the outermost. */
  readonly depth: number;
  /** Of a box: whether it is ticked; null where there is none. */
  readonly checked: boolean | null;
}

export interface NotUnderstood extends Lines {
  readonly reason: Reason;
}

export interface Parsed {
  readonly pieces: readonly Piece[];
  readonly notUnderstood: readonly NotUnderstood[];
}

/** Why notes are refused as a whole; null: they are not. */
export const refuseNotes = (text: string): 'empty' | 'tooLong' | 'binary' | null => {
  if (text.trim() === '') return 'empty';
  if (text.length > NOTES_LENGTH) return 'tooLong';
  return text.includes('\u0000') ? 'binary' : null;
};

/**
 * Reads notes in Markdown, on the device. Nothing is lost: every line that is not empty is in a piece or among what
 * was not understood.
 */
export function parseNotes(raw: string): Parsed {
  const text = drawnAsMarkdown(raw.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'));
  const front = FRONT_MATTER.exec(text)?.[0] ?? '';
  const breaks = front.split('\n').length - 1;
  // The last line of a file may end with the file.
  const frontLines = front === '' || front.endsWith('\n') ? breaks : breaks + 1;
  // Empty lines in its place: the numbers of all others stay.
  const body = '\n'.repeat(breaks) + text.slice(front.length);
  const tree = fromMarkdown(body, {
    extensions: [gfmTaskListItem(), gfmTable()],
    mdastExtensions: [gfmTaskListItemFromMarkdown(), gfmTableFromMarkdown()],
  });
  const found: Found = { body, pieces: [], notUnderstood: [] };
  for (const node of tree.children) take(found, node, 0, true);
  if (frontLines > 0) {
    const lines = { from: 1, to: frontLines };
    found.notUnderstood.push({ ...lines, reason: 'frontMatter' });
    found.pieces.unshift({
      ...lines,
      type: 'front',
      text: front.slice(0, IMPORTED_LENGTH),
      depth: 0,
      checked: null,
    });
  }
  addUncovered(found);
  return {
    pieces: found.pieces,
    notUnderstood: found.notUnderstood.toSorted((a, b) => a.from - b.from),
  };
}

/** At the very beginning, as note-taking programs write it. */
const FRONT_MATTER = /^---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

interface Found {
  readonly body: string;
  readonly pieces: Piece[];
  readonly notUnderstood: NotUnderstood[];
}

function take(found: Found, node: Nodes, depth: number, top: boolean): void {
  const at = linesOf(node);
  if (node.type === 'list') {
    for (const child of node.children) takeItem(found, child, depth);
  } else if (node.type === 'html') {
    const reason = /^\s*<!--/.test(node.value) ? 'comment' : 'html';
    found.notUnderstood.push({ ...at, reason });
  } else if (node.type === 'definition' && node.url.startsWith('data:')) {
    found.notUnderstood.push({ ...at, reason: 'picture' });
  } else if (node.type === 'thematicBreak') {
    found.notUnderstood.push({ ...at, reason: 'noWords' });
  } else if (node.type === 'heading' && top) {
    add(found, { ...at, type: 'heading', depth, checked: null, text: headingWords(found, node) });
  } else {
    add(found, { ...at, type: 'text', depth, checked: null, text: wordsOf(found, node) });
  }
}

/** Its own first words are one piece; what else is in it lies one deeper. */
function takeItem(found: Found, item: ListItem, depth: number): void {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') {
    for (const child of item.children) take(found, child, depth + 1, false);
    return;
  }
  const checked = item.checked ?? null;
  // The box is no part of the paragraph.
  const text = wordsOf(found, first).replace(/^\[[ xX]\]\s+/, '');
  add(found, { ...linesOf(first), type: 'item', depth, checked, text });
  for (const child of rest) take(found, child, depth + 1, false);
}

/** A run of spaces is looked at once, from its beginning: else a long one would be gone through from each of them. */
const headingWords = (found: Found, node: Nodes): string =>
  wordsOf(found, node)
    .replace(/^#{1,6}(?:[ \t]+|$)/, '')
    // An anchor, as Google Docs and Pandoc write it.
    .replace(/(?<![ \t])[ \t]+\{#[\w.-]+\}[ \t]*$/, '')
    .replace(/(?:^|(?<![ \t])[ \t]+)#+[ \t]*$/, '')
    .replace(/\n[ \t]*(?:=+|-+)[ \t]*$/, '');

/** As it was typed, without the indentation of the list that it is in. */
function wordsOf({ body }: Found, { position }: Nodes): string {
  if (!position) return '';
  const { start, end } = position;
  const indent = new RegExp(`^[ \\t]{0,${start.column - 1}}`);
  return body
    .slice(start.offset, end.offset)
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(indent, '')))
    .join('\n');
}

const linesOf = ({ position }: Nodes): Lines => ({
  from: position?.start.line ?? 1,
  to: position?.end.line ?? 1,
});

/** Controls other than tab and line break are nothing that somebody typed. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

function add(found: Found, piece: Piece): void {
  const text = piece.text.toWellFormed().replaceAll(CONTROL, '').trim();
  if (text === '') found.notUnderstood.push({ from: piece.from, to: piece.to, reason: 'noWords' });
  for (const part of cut(text)) found.pieces.push({ ...piece, text: part });
}

/** What is too long for one line of ours becomes several: at the end of a line, of a word, or wherever. */
function cut(text: string): string[] {
  if (text.length <= IMPORTED_LENGTH) return text === '' ? [] : [text];
  const head = text.slice(0, IMPORTED_LENGTH);
  const ends = [head.lastIndexOf('\n'), head.lastIndexOf(' ')].filter((end) => end > 0);
  const whole = head.isWellFormed() ? IMPORTED_LENGTH : IMPORTED_LENGTH - 1;
  const end = ends[0] ?? whole;
  const rest = text.slice(end).trim();
  return [text.slice(0, end).trim(), ...cut(rest)].filter((part) => part !== '');
}

/** Lines with something on them that no piece holds: a bullet without words, for one. */
function addUncovered({ body, pieces, notUnderstood }: Found): void {
  const covered = new Set<number>();
  for (const { from, to } of [...pieces, ...notUnderstood]) {
    for (let line = from; line <= to; line += 1) covered.add(line);
  }
  for (const [index, line] of body.split('\n').entries()) {
    if (line.trim() === '' || covered.has(index + 1)) continue;
    notUnderstood.push({ from: index + 1, to: index + 1, reason: 'noWords' });
  }
}
