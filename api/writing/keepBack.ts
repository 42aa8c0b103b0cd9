import type { Successions } from '@rapport/domain/succession.schema';
import type { Change } from '../documents/documents';
import { seriesPartition, SUCCESSIONS } from '../places';
import type { Services } from '../services';

/** What changes, in the same batch, of what was let go from a series, where words of it were removed. */
export async function keepBack(
  { documents }: Pick<Services, 'documents'>,
  seriesId: string,
  without: (successions: Successions) => Successions,
): Promise<Change[]> {
  const found = await documents.read<Successions>(seriesPartition(seriesId), SUCCESSIONS.id);
  if (!found) return [];
  const value = without(found.value);
  return value === found.value
    ? []
    : [{ change: 'replace', placing: SUCCESSIONS, value, loaded: found }];
}
