import type { BroughtAlong } from '@rapport/domain/export';
import type {
  ImportedMeeting,
  ImportedPart,
  ImportEntry,
  ImportIndex,
} from '@rapport/domain/imported.schema';
import type { Partition } from '../documents/documents';
import { importPlacing, importsPlacing } from '../places';
import type { AnyCall } from './changeSeries';

/** Every import of one series that lies in this partition, with all its parts, the oldest first. */
export async function readImports(
  call: AnyCall,
  where: Pick<Partition, 'container' | 'key'>,
  seriesId: string,
): Promise<BroughtAlong[]> {
  const { documents } = call.services;
  const index = await documents.read<ImportIndex>(where, importsPlacing(seriesId).id);
  const all: BroughtAlong[] = [];
  for (const entry of index?.value.imports ?? []) {
    const { by, at } = entry;
    all.push({ by, at, meetings: await meetingsOf(call, where, seriesId, entry) });
  }
  return all;
}

/** All meetings of one import, out of its parts. */
export async function meetingsOf(
  { services: { documents } }: AnyCall,
  where: Pick<Partition, 'container' | 'key'>,
  seriesId: string,
  { id, parts }: ImportEntry,
): Promise<ImportedMeeting[]> {
  const read = await Promise.all(
    parts.map(({ number }) =>
      documents.read<ImportedPart>(where, importPlacing(seriesId, id, number).id),
    ),
  );
  return read.flatMap((part) => part?.value.meetings ?? []);
}
