import { findDate, isWeekday, type Dating, type FoundDate } from './dates';
import type { Piece } from './parse';
import type { Begun, PlannedMeeting } from './plan';
import { dayOfPage, isDayName } from './properties';

const MARKS = /^[\s*_~`:–—|.,-]+|[\s*_~`:–—|,-]+$/g;
const TITLE_LENGTH = 200;

type Step = Piece | Begun;
const isBegun = (step: Step): step is Begun => 'lines' in step;

/**
 * The pieces, with the meetings that begin among them. Notes say their days in one way: in headings, or in lines of
 * their own; else in what stands about each page below its heading, as Notion writes it; else in what stands about the
 * file, which is one meeting then. A day that is said in another way besides is about something else.
 */
export function stepsOf(all: readonly Piece[], dating: Dating): Step[] {
  const pieces = all.filter(({ type }) => type !== 'front');
  const steps = pieces
    .flatMap((one) => dateApart(one, dating))
    .map((piece) => beginning(piece, dating) ?? piece);
  if (steps.some(isBegun)) return steps;
  const pages = pagesIn(pieces, dating);
  if (pages.some(isBegun)) return pages;
  const front = all.find(({ type }) => type === 'front')?.text.split('\n') ?? [];
  const day = dayOfPage(front, dating, false);
  return day ? pageOf(day.date, front[day.index] ?? '', 1, pieces) : pieces;
}

/** A heading with a date in it, or a line that is a date and nothing else. */
function beginning(piece: Piece, dating: Dating): Begun | null {
  if (piece.type === 'item' || piece.depth > 0 || piece.text.includes('\n')) return null;
  const date = findDate(piece.text, dating);
  if (!date) return null;
  const words = titleOf(piece.text, date, dating);
  const title = piece.type === 'heading' && isDayName(words) ? '' : words;
  // A sentence that mentions a day begins nothing; nor does a heading whose words would be cut.
  if (title !== '' && (piece.type !== 'heading' || title.length > TITLE_LENGTH)) return null;
  return {
    at: piece.from,
    heldOn: date.day,
    title: title === '' ? null : title,
    heading: piece.text,
    unsure: unsureOf(date),
    lines: [],
  };
}

const unsureOf = ({ day, yearMissing }: FoundDate): PlannedMeeting['unsure'] =>
  day === null ? 'order' : yearMissing ? 'year' : null;

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

/** A paragraph about the page, right below a heading or at the top of the notes, begins a meeting on its day. */
function pagesIn(pieces: readonly Piece[], dating: Dating): Step[] {
  const steps: Step[] = [];
  for (const piece of pieces) {
    const last = steps.at(-1);
    const heading = last && !isBegun(last) && isTitle(last) ? [last] : [];
    const about = piece.type === 'text' && piece.depth === 0 && (!last || heading.length > 0);
    const lines = piece.text.split('\n');
    const day = about ? dayOfPage(lines, dating, true) : null;
    if (!day) {
      steps.push(piece);
      continue;
    }
    steps.splice(steps.length - heading.length);
    // What a line says besides stays in the notes.
    const text = (day.alone ? lines.toSpliced(day.index, 1) : lines).join('\n').trim();
    const from = Math.min(piece.from + (day.alone && day.index === 0 ? 1 : 0), piece.to);
    const rest = text === '' ? [] : [{ ...piece, text, from }];
    const said = lines[day.index] ?? '';
    steps.push(...pageOf(day.date, said, piece.from, [...heading, ...rest]));
  }
  return steps;
}

/**
 * A meeting with the heading that stands above it as its title.
 * @param said how its day is written
 * @param at the line it begins at, where no heading does
 */
function pageOf(date: FoundDate, said: string, at: number, pieces: readonly Piece[]): Step[] {
  const [first, ...below] = pieces;
  const title = first && isTitle(first) ? first : null;
  const words = title && title.text.replaceAll(/\s+/g, ' ');
  const begun: Begun = {
    at: title?.from ?? at,
    heldOn: date.day,
    title: words,
    heading: [words, said.trim()].filter(Boolean).join(' · '),
    unsure: unsureOf(date),
    lines: [],
  };
  return [begun, ...(title ? below : pieces)];
}

const isTitle = ({ type, text }: Piece): boolean =>
  type === 'heading' && text.length <= TITLE_LENGTH;
