import type { ImportEntry, ImportIndex } from '@rapport/domain/imported.schema';
import { importPlacing, importsPlacing } from '../places';
import { StorageConflict } from '../ports/storage';
import type { Change, Documents, Partition } from './documents';

/** What removes the parts of one import, where they lie. */
export async function withoutParts(
  documents: Documents,
  where: Pick<Partition, 'container' | 'key'>,
  seriesId: string,
  { id, parts }: ImportEntry,
): Promise<Change[]> {
  const changes = await Promise.all(
    parts.map(async ({ number }): Promise<Change[]> => {
      const placing = importPlacing(seriesId, id, number);
      const part = await documents.read(where, placing.id);
      return part ? [{ change: 'delete', id: placing.id, etag: part.etag }] : [];
    }),
  );
  return changes.flat();
}

/** Deletes everything that somebody brought along for themselves in one series: its parts before what names them. */
export async function removeImports(
  documents: Documents,
  where: Partition,
  seriesId: string,
): Promise<void> {
  for (;;) {
    const found = await documents.read<ImportIndex>(where, importsPlacing(seriesId).id);
    if (!found) return;
    try {
      for (const entry of found.value.imports) {
        const changes = await withoutParts(documents, where, seriesId, entry);
        if (changes.length > 0) await documents.write(where, changes);
      }
      const { id } = importsPlacing(seriesId);
      await documents.write(where, [{ change: 'delete', id, etag: found.etag }]);
      return;
    } catch (error) {
      // More came in meanwhile, or another run is at it: again, with what is there now.
      if (!(error instanceof StorageConflict)) throw error;
    }
  }
}
