import type { ImportedLine } from '@rapport/domain/imported.schema';
import type { Role } from '@rapport/domain/person';
import { findDate, type Dating } from './dates';
import { findOwner, type People } from './owners';
import type { Piece } from './parse';
import { stepsOf } from './begin';

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

const DEEPEST = 8;

/** A meeting that begins, its lines to come. */
export type Begun = PlannedMeeting & { readonly lines: PlannedLine[] };

/**
 * What becomes of the pieces, by rule. A heading that has a date begins a meeting. Below it a bullet is a topic, and
 * below another heading or another bullet a note; a box is a promise; all else is a note.
 */
export function planMeetings(pieces: readonly Piece[], reading: Reading): PlannedMeeting[] {
  const meetings: Begun[] = [];
  let underHeading = false;
  for (const [index, piece] of stepsOf(pieces, reading.dating).entries()) {
    if ('lines' in piece) {
      meetings.push(piece);
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
