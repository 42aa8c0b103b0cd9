import { DomainError } from './errors';
import type { AddImport, ImportEntry, ImportIndex } from './imported.schema';
import { promisesIn } from './importedPromise';
import { IMPORTED_PER_PERSON, IMPORTS_PER_PERSON } from './limits';
import type { Role } from './person';

export const NO_IMPORTS: ImportIndex = { version: 0, imports: [] };

/** How much more somebody may bring. */
export interface ImportRoom {
  readonly imports: number;
  /** As `sizeOfPart` counts. */
  readonly size: number;
}

/** What a part takes of that room, in UTF-16 units of JSON. */
export const sizeOfPart = (meetings: AddImport['meetings']): number =>
  JSON.stringify(meetings).length;

/** @param but an import that takes no room: the one that is about to go on */
export function importRoom(index: ImportIndex, by: Role, but: string | null): ImportRoom {
  const mine = index.imports.filter((entry) => entry.by === by && entry.id !== but);
  const sizes = mine.flatMap(({ parts }) => parts.map(({ size = 0 }) => size));
  return {
    imports: Math.max(0, IMPORTS_PER_PERSON - mine.length),
    size: Math.max(0, IMPORTED_PER_PERSON - sizes.reduce((sum, size) => sum + size, 0)),
  };
}

/**
 * Adds one part of an import. The same part again changes nothing, so that an import that was interrupted can be
 * sent once more from its beginning.
 * @throws DomainError `import.idTaken` where the other one has that id, `import.tooMany`
 */
export function addPart(
  index: ImportIndex,
  id: string,
  { part, of, meetings }: AddImport,
  by: Role,
  at: string,
): ImportIndex {
  const known = index.imports.find((entry) => entry.id === id);
  if (known && known.by !== by) throw new DomainError('import.idTaken', 'id');
  if (known?.parts.some(({ number }) => number === part)) return index;
  const size = sizeOfPart(meetings);
  const room = importRoom(index, by, null);
  if ((!known && room.imports === 0) || size > room.size) throw new DomainError('import.tooMany');
  const lines = meetings.reduce((sum, meeting) => sum + meeting.lines.length, 0);
  const promises = promisesIn(meetings).length;
  const added = {
    number: part,
    meetings: meetings.length,
    lines,
    size,
    ...(promises > 0 ? { promises } : {}),
  };
  const entry: ImportEntry = known
    ? { ...known, parts: [...known.parts, added].toSorted((a, b) => a.number - b.number) }
    : { id, by, at, ...(of === undefined ? {} : { of }), parts: [added] };
  const others = index.imports.filter((one) => one.id !== id);
  return { version: index.version + 1, imports: [...others, entry] };
}

/** How long before the end somebody may have begun what was interrupted by it: resumed after a weekend, or a trip. */
const INTERRUPTED_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Whether the end of a series came between the parts of an import, as far as anybody said how many there are. What has
 * lain there for longer both rely on, however much its author says is missing (PRACTICE E2).
 * @param ended when the series did
 */
export const wasInterrupted = ({ of = 0, parts, at }: ImportEntry, ended: string): boolean =>
  parts.length < of && Date.parse(ended) - Date.parse(at) <= INTERRUPTED_WITHIN_MS;

/**
 * Takes an import back: exactly what it brought. What nobody has is taken back already.
 * @throws DomainError `line.notYours`
 */
export function removeImport(
  index: ImportIndex,
  id: string,
  by: Role,
): { readonly index: ImportIndex; readonly removed: ImportEntry | null } {
  const removed = index.imports.find((entry) => entry.id === id) ?? null;
  if (!removed) return { index, removed };
  if (removed.by !== by) throw new DomainError('line.notYours');
  const imports = index.imports.filter((entry) => entry.id !== id);
  return { index: { version: index.version + 1, imports }, removed };
}
