import type { Note } from '@rapport/domain/note';
import { seriesPath } from '../client/requests';
import type { RapportClient } from '../client/state';

const pathOf = (seriesId: string, number: number, { id }: Note): string =>
  `${seriesPath(seriesId)}/meetings/${number}/private-notes/${id}`;

/** Removes one's own note of a past meeting. @throws ApiRefused, ApiUnreachable */
export async function removeNote(
  client: RapportClient,
  seriesId: string,
  number: number,
  note: Note,
): Promise<void> {
  const { version } = note;
  await client.keep('POST', `${pathOf(seriesId, number, note)}/remove`, { version });
}

/**
 * Undoes that.
 * @param version what the wording is called from then on: the same one again changes nothing more
 * @returns what is new about it
 */
export async function restoreNote(
  client: RapportClient,
  seriesId: string,
  number: number,
  note: Note,
  version: string,
): Promise<Pick<Note, 'version' | 'at'>> {
  const { text } = note;
  await client.keep('POST', `${pathOf(seriesId, number, note)}/restore`, { text }, version);
  return { version, at: new Date(client.now()).toISOString() };
}
