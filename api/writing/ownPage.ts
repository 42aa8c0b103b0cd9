import { saysThere } from '@rapport/domain/broughtPast';
import type { ImportIndex } from '@rapport/domain/imported.schema';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import type { PrivatePage } from '@rapport/domain/series';
import type { Change } from '../documents/documents';
import { pagePlacing, personPartition } from '../places';
import { changeDocument } from './changeDocument';
import type { AnyCall } from './changeSeries';

/** What makes the caller's page say whether notes from before lie beside it that they alone read. */
export async function sayingNotes(
  { services: { documents }, caller }: AnyCall,
  seriesId: string,
  { imports }: ImportIndex,
): Promise<Change[]> {
  const placing = pagePlacing(seriesId);
  const found = await documents.read<PrivatePage>(personPartition(caller.id), placing.id);
  const page = found?.value ?? EMPTY_PAGE;
  const said = saysThere(page, 'notesBefore', imports.length > 0);
  if (said === page) return [];
  const value: PrivatePage = { ...said, version: page.version + 1 };
  return found
    ? [{ change: 'replace', placing, value, loaded: found }]
    : [{ change: 'create', placing, value }];
}

/** Takes the caller's page of a series away. */
export async function takeOwnPage({ services, caller }: AnyCall, seriesId: string): Promise<void> {
  const placing = pagePlacing(seriesId);
  await changeDocument(services, personPartition(caller.id), placing, () => undefined);
}
