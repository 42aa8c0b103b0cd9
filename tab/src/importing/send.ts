import type { ImportedMeeting } from '@rapport/domain/imported.schema';
import type { RapportClient } from '../client/state';

export type Readers = 'onlyMe' | 'both';

/** Where imports that these readers read are found, below the address of a series. */
export const pathOf = (readers: Readers): string =>
  readers === 'both' ? 'imports' : 'private-imports';

export interface SentNotes {
  /** As `idOf` says. */
  readonly id: string;
  readonly readers: Readers;
  readonly parts: readonly (readonly ImportedMeeting[])[];
}

/**
 * Sends one part after the other. What arrived before, in an attempt that was interrupted, does not come twice.
 * @param onPart told how many are there
 * @throws as a write of the client does; what was sent stays, and sending again goes on
 */
export async function sendNotes(
  client: RapportClient,
  seriesId: string,
  { id, readers, parts }: SentNotes,
  onPart: (done: number) => void,
): Promise<void> {
  const path = `/api/series/${encodeURIComponent(seriesId)}/${pathOf(readers)}/${id}`;
  for (const [part, meetings] of parts.entries()) {
    await client.keep('POST', path, { part, of: parts.length, meetings });
    onPart(part + 1);
  }
}
