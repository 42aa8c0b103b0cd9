import type { ImportedLine, ImportedMeeting } from '@rapport/domain/imported.schema';
import { LINES_PER_IMPORTED, MEETINGS_PER_PART, PARTS_PER_IMPORT } from '@rapport/domain/limits';
import type { PlannedLine, PlannedMeeting } from './plan';

/** What one write carries at most, in bytes of JSON: well below what the api takes. */
const PART_BYTES = 150_000;

const encoder = new TextEncoder();
const bytesOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;

/**
 * What is sent, in writes of a size that the api takes: a meeting with very much in it becomes several of one day.
 * @returns null where it is more than one import holds
 */
export function partsOf(
  meetings: readonly PlannedMeeting[],
): (readonly ImportedMeeting[])[] | null {
  const parts: ImportedMeeting[][] = [];
  let size = PART_BYTES;
  for (const meeting of meetings.flatMap(inPieces)) {
    const bytes = bytesOf(meeting);
    const last = parts.at(-1);
    if (!last || last.length >= MEETINGS_PER_PART || size + bytes > PART_BYTES) {
      parts.push([meeting]);
      size = bytes;
    } else {
      last.push(meeting);
      size += bytes;
    }
  }
  return parts.length > PARTS_PER_IMPORT ? null : parts;
}

function inPieces({ heldOn, title, lines }: PlannedMeeting): ImportedMeeting[] {
  const pieces: ImportedLine[][] = [];
  let size = 0;
  for (const line of lines.filter(({ kind }) => kind !== 'leaveOut').map(importedLine)) {
    const bytes = bytesOf(line);
    const last = pieces.at(-1);
    if (!last || last.length >= LINES_PER_IMPORTED || size + bytes > PART_BYTES / 2) {
      pieces.push([line]);
      size = bytes;
    } else {
      last.push(line);
      size += bytes;
    }
  }
  return pieces.map((some) => ({ state: 'imported', heldOn, title, lines: some }));
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
