import type { ImportIndex } from '@rapport/domain/imported.schema';
import type { RapportClient } from '../client/state';
import { pathOf, type Readers } from './send';

/** What was brought along so far, by who reads it. */
export type Imports = Readonly<Record<Readers, ImportIndex>>;

/** @throws as a reading of the client does */
export async function readImports(client: RapportClient, seriesId: string): Promise<Imports> {
  const [both, onlyMe] = await Promise.all([
    client.readOnce<ImportIndex>(seriesId, pathOf('both')),
    client.readOnce<ImportIndex>(seriesId, pathOf('onlyMe')),
  ]);
  return { both, onlyMe };
}
