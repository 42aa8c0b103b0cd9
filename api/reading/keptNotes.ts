import { standingNotes, type KeptNotes } from '@rapport/domain/keptNotes';
import type { Note } from '@rapport/domain/note.schema';
import type { Partition } from '../documents/documents';
import { keptNotesPlacing } from '../places';
import type { Services } from '../services';

/** What somebody wrote for themselves in a past meeting, and has not removed since; null where nothing is kept. */
export async function readKeptNotes(
  { documents }: Pick<Services, 'documents'>,
  mine: Pick<Partition, 'container' | 'key'>,
  seriesId: string,
  number: number,
): Promise<Note[] | null> {
  const found = await documents.read<KeptNotes>(mine, keptNotesPlacing(seriesId, number).id);
  return found && standingNotes(found.value);
}
