import type { BroughtAlong } from '@rapport/domain/export';
import type { ImportedPart, ImportIndex } from '@rapport/domain/imported.schema';
import type { Partition } from '../documents/documents';
import { importPlacing, importsPlacing } from '../places';
import type { AnyCall } from './changeSeries';

/** Every import of one series that lies in this partition, with all its parts, the oldest first. */
export async function readImports(
  { services: { documents } }: AnyCall,
  where: Pick<Partition, 'container' | 'key'>,
  seriesId: string,
): Promise<BroughtAlong[]> {
  const index = await documents.read<ImportIndex>(where, importsPlacing(seriesId).id);
  const all: BroughtAlong[] = [];
  for (const { id, by, at, parts } of index?.value.imports ?? []) {
    const read = await Promise.all(
      parts.map(({ number }) =>
        documents.read<ImportedPart>(where, importPlacing(seriesId, id, number).id),
      ),
    );
    all.push({ by, at, meetings: read.flatMap((part) => part?.value.meetings ?? []) });
  }
  return all;
}
