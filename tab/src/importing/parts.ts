import { sizeOfPart } from '@rapport/domain/imported';
import type { ImportedLine, ImportedMeeting } from '@rapport/domain/imported.schema';
import { LINES_PER_IMPORTED, MEETINGS_PER_PART, PARTS_PER_IMPORT } from '@rapport/domain/limits';
import type { PlannedLine, PlannedMeeting } from './plan';

/** What one write carries at most, in bytes of JSON: well below what the api takes. */
const PART_BYTES = 150_000;

const encoder = new TextEncoder();
const bytesOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;

/** What is sent, and what of the notes would not fit. */
export interface Packed {
  readonly parts: readonly (readonly ImportedMeeting[])[];
  /** In units of the room. */
  readonly size: number;
  /** The lines from the first one on that there is no room for. */
  readonly left: readonly PlannedLine[];
}

/**
 * What is sent, in writes of a size that the api takes: a meeting with very much in it becomes several of one day.
 * @param room how much one import may take (`importRoom`); no more than `PARTS_PER_IMPORT` parts in any case
 */
export function partsOf(meetings: readonly PlannedMeeting[], room = Infinity): Packed {
  const parts: ImportedMeeting[][] = [];
  let bytes = PART_BYTES;
  let size = 0;
  const pieces = meetings.flatMap(inPieces);
  for (const [index, { meeting, bytes: more }] of pieces.entries()) {
    const last = parts.at(-1);
    const joins = last && last.length < MEETINGS_PER_PART && bytes + more <= PART_BYTES;
    // The brackets of a part and the comma before a meeting are as long.
    const after = size + sizeOfPart([meeting]) - (joins ? 1 : 0);
    if (after > room || (!joins && parts.length === PARTS_PER_IMPORT)) {
      return { parts, size, left: pieces.slice(index).flatMap(({ lines }) => lines) };
    }
    size = after;
    if (joins) last.push(meeting);
    else parts.push([meeting]);
    bytes = joins ? bytes + more : more;
  }
  return { parts, size, left: [] };
}

interface Piece {
  readonly meeting: ImportedMeeting;
  readonly lines: readonly PlannedLine[];
  readonly bytes: number;
}

function inPieces({ heldOn, title, lines }: PlannedMeeting): Piece[] {
  const pieces: PlannedLine[][] = [];
  let size = 0;
  for (const line of lines.filter(({ kind }) => kind !== 'leaveOut')) {
    const bytes = bytesOf(importedLine(line));
    const last = pieces.at(-1);
    if (!last || last.length >= LINES_PER_IMPORTED || size + bytes > PART_BYTES / 2) {
      pieces.push([line]);
      size = bytes;
    } else {
      last.push(line);
      size += bytes;
    }
  }
  return pieces.map((some) => {
    const meeting = {
      state: 'imported' as const,
      heldOn,
      title,
      lines: some.map(importedLine),
    };
    return { meeting, lines: some, bytes: bytesOf(meeting) };
  });
}

/** A line as it is sent; one that is left out as the note that it would be. */
export function importedLine(line: PlannedLine): ImportedLine {
  const { kind, text, depth, done, owner, due, promise } = line;
  if (kind !== 'action') return { kind: kind === 'leaveOut' ? 'note' : kind, text, depth };
  return {
    ...{ kind, text, depth, done, due },
    ...(owner === null ? {} : { owner }),
    ...(promise === null ? {} : { promise }),
  };
}

/** How much goes along of what stands in the preview. */
export function countOf(meetings: readonly PlannedMeeting[]): { meetings: number; lines: number } {
  const going = meetings
    .map(({ lines }) => lines.filter(({ kind }) => kind !== 'leaveOut').length)
    .filter((count) => count > 0);
  return { meetings: going.length, lines: going.reduce((sum, count) => sum + count, 0) };
}

/**
 * The id of an import, made of what is in it: the same notes sent again, after an interruption or by mistake, are the
 * same import. That a box goes on the agenda is part of it, and the id that was drawn for its promise is not.
 */
export async function idOf(
  seriesId: string,
  readers: 'onlyMe' | 'both',
  parts: readonly (readonly ImportedMeeting[])[],
): Promise<string> {
  const said = JSON.stringify([seriesId, readers, parts], (key, value: unknown) =>
    key === 'promise' ? true : value,
  );
  const bytes = encoder.encode(said);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
