import type { ImportedLine } from '@rapport/domain/imported.schema';
import type { Role } from '@rapport/domain/person';
import { findDate, isWeekday, type Dating, type FoundDate } from './dates';
import { findOwner, type People } from './owners';
import type { Piece } from './parse';

/** What becomes of a piece; the person may switch it, or leave it out. */
export type Kind = ImportedLine['kind'] | 'leaveOut';

export interface PlannedLine {
  /** Names it in the preview: where it stands in the file, and which part of a cut one it is. */
  readonly id: string;
  /** Line of the file. */
  readonly at: number;
  readonly kind: Kind;
  readonly text: string;
  readonly depth: number;
  readonly done: boolean;
  /** Whose promise it is, as the notes or the person say; null: nobody is named. */
  readonly owner: Role | null;
  readonly due: string | null;
  /** Of an open box that goes on the agenda: the id of its promise. */
  readonly promise: string | null;
}

export interface PlannedMeeting {
  /** Line of the file that it begins at. */
  readonly at: number;
  /** null: not said, or nobody has said which number is the day. */
  readonly heldOn: string | null;
  readonly title: string | null;
  /** The heading as it is written; null before the first one. */
  readonly heading: string | null;
  readonly unsure: 'order' | 'year' | null;
  readonly lines: readonly PlannedLine[];
}

/** What notes are read with. */
export interface Reading {
  readonly dating: Dating;
  readonly people: People;
}

const MARKS = /^[\s*_~`:–—|.,-]+|[\s*_~`:–—|,-]+$/g;
const TITLE_LENGTH = 200;
const DEEPEST = 8;

/**
 * What becomes of the pieces, by rule. A heading that has a date begins a meeting. Below it a bullet is a topic, and
 * below another heading or another bullet a note; a box is a promise; all else is a note.
 */
export function planMeetings(pieces: readonly Piece[], reading: Reading): PlannedMeeting[] {
  const meetings: (PlannedMeeting & { lines: PlannedLine[] })[] = [];
  let underHeading = false;
  for (const [index, piece] of pieces.flatMap((one) => dateApart(one, reading.dating)).entries()) {
    const begun = beginning(piece, reading.dating);
    if (begun) {
      meetings.push(begun);
      underHeading = false;
      continue;
    }
    if (meetings.length === 0) meetings.push({ ...UNDATED, at: piece.from, lines: [] });
    meetings.at(-1)?.lines.push(lineOf(piece, `${piece.from}.${index}`, underHeading, reading));
    underHeading ||= piece.type === 'heading';
  }
  return meetings;
}

const UNDATED = { heldOn: null, title: null, heading: null, unsure: null } as const;

/** A heading with a date in it, or a line that is a date and nothing else. */
function beginning(piece: Piece, dating: Dating) {
  if (piece.type === 'item' || piece.depth > 0 || piece.text.includes('\n')) return null;
  const date = findDate(piece.text, dating);
  if (!date) return null;
  const title = titleOf(piece.text, date, dating);
  // A sentence that mentions a day begins nothing; nor does a heading whose words would be cut.
  if (title !== '' && (piece.type !== 'heading' || title.length > TITLE_LENGTH)) return null;
  const unsure = date.day === null ? 'order' : date.yearMissing ? 'year' : null;
  return {
    at: piece.from,
    heldOn: date.day,
    title: title === '' ? null : title,
    heading: piece.text,
    unsure,
    lines: [] as PlannedLine[],
  } as const;
}

/** A paragraph that begins with a line that is a date alone, as OneNote writes it: two pieces. */
function dateApart(piece: Piece, dating: Dating): Piece[] {
  const { type, depth, text, from, to } = piece;
  const end = text.indexOf('\n');
  if (type !== 'text' || depth > 0 || end < 0) return [piece];
  const head = { ...piece, text: text.slice(0, end).trim(), to: from };
  if (!beginning(head, dating)) return [piece];
  const rest = text.slice(end + 1).trim();
  return rest === '' ? [head] : [head, { ...piece, text: rest, from: Math.min(from + 1, to) }];
}

/** What a heading says besides its date; all of it where the date stands in the middle. */
function titleOf(text: string, { from, to }: FoundDate, { locale }: Dating): string {
  const [before, after] = [text.slice(0, from), text.slice(to)]
    .map((part) => part.replaceAll(MARKS, '').replace(/^[([]+$|^[)\]]+$/, ''))
    .map((part) => (isWeekday(part, locale) ? '' : part));
  if (before && after) return text.replaceAll(/\s+/g, ' ').trim();
  return (before || after || '').replaceAll(/\s+/g, ' ');
}

function lineOf(
  piece: Piece,
  id: string,
  underHeading: boolean,
  { dating, people }: Reading,
): PlannedLine {
  const { text, from, checked } = piece;
  const due = checked === null ? null : findDue(text, dating);
  const below = underHeading && piece.type !== 'heading' ? 1 : 0;
  return {
    id,
    at: from,
    kind: kindOf(piece, underHeading),
    text,
    depth: Math.min(DEEPEST, piece.depth + below),
    done: checked ?? false,
    owner: findOwner(text, people),
    due,
    promise: null,
  };
}

function kindOf({ type, checked, depth }: Piece, underHeading: boolean): Kind {
  if (checked !== null) return 'action';
  if (type === 'heading') return 'topic';
  return type === 'item' && depth === 0 && !underHeading ? 'topic' : 'note';
}

/** "due 2026-03-05", "by 5 March", "📅 2026-03-05": a date alone may be anything. */
const DUE = /(?:\b(?:due|by|until|before|deadline)\b:?|📅)\s*(?:on\s+)?/giu;

function findDue(text: string, dating: Dating): string | null {
  for (const { index, 0: word } of text.matchAll(DUE)) {
    const rest = text.slice(index + word.length);
    const date = findDate(rest, dating);
    if (date?.from === 0 && !date.yearMissing) return date.day;
  }
  return null;
}
