import type {
  ImportedLine,
  ImportedPart,
  ImportEntry,
  ImportIndex,
} from '@rapport/domain/imported.schema';
import type { RapportClient } from '../client/state';
import { pathOf, type Readers } from './send';

/** Where a line of notes from before stands. */
export interface ImportedPlace {
  readonly readers: Readers;
  /** Below the address of the series: the part that it came in. */
  readonly path: string;
  /** Which meeting of that part, and which line of it, from 0. */
  readonly meeting: number;
  readonly line: number;
  /** The day of that meeting, as whoever brought the notes says; null: they do not say. */
  readonly heldOn: string | null;
}

/** A line as it is looked for. */
export interface ImportedFind {
  readonly place: ImportedPlace;
  readonly line: ImportedLine;
  readonly entry: ImportEntry;
}

/**
 * Reads all notes from before that the reader may see, those for both first, part by part.
 * @throws ApiRefused, ApiUnreachable; what was read until then was told
 */
export async function readImported(
  client: RapportClient,
  seriesId: string,
  onPart: (found: readonly ImportedFind[]) => void,
): Promise<void> {
  for (const readers of ['both', 'onlyMe'] as const) {
    const { imports } = await client.readOnce<ImportIndex>(seriesId, pathOf(readers));
    for (const entry of imports) {
      for (const { number } of entry.parts) {
        const path = partPath(readers, entry.id, number);
        const part = await client.readOnce<ImportedPart>(seriesId, path);
        onPart(
          part.meetings.flatMap(({ heldOn, lines }, meeting) =>
            lines.map((line, at) => ({
              place: { readers, path, meeting, line: at, heldOn },
              line,
              entry,
            })),
          ),
        );
      }
    }
  }
}

/** Below the address of a series. */
export const partPath = (readers: Readers, importId: string, number: number): string =>
  `${pathOf(readers)}/${importId}/parts/${number}`;
