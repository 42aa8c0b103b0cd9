import type { ImportEntry, ImportIndex } from '@rapport/domain/imported.schema';
import { promisesIn, type ImportedPromise } from '@rapport/domain/importedPromise';
import type { Series } from '@rapport/domain/series';
import type { Partition } from '../documents/documents';
import { HEAD, importsPlacing, personPartition, seriesPartition } from '../places';
import { Problem } from '../problem';
import { requireRole, type AnyCall } from './changeSeries';
import { meetingsOf } from './readImports';
import { takePromisesOff } from './takePromisesOff';

/**
 * Takes the promises of somebody's own notes off the agenda, unless the series is over: then it stays as it was.
 * @returns all that the notes speak of: they may be on their way
 * @throws Problem `series.notFound`
 */
export async function takeOffAgenda(
  call: AnyCall,
  seriesId: string,
  id: string,
): Promise<readonly ImportedPromise[]> {
  const { services, caller } = call;
  const where = personPartition(caller.id);
  const found = await services.documents.read<ImportIndex>(where, importsPlacing(seriesId).id);
  const entry = found?.value.imports.find((one) => one.id === id);
  const promises = entry ? await promisesOf(call, where, seriesId, entry) : [];
  if (promises.length === 0) return promises;
  const head = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  if (!head) throw new Problem('series.notFound');
  requireRole(head.value, caller.id);
  await takePromisesOff(services, seriesId, caller.id, promises);
  return promises;
}

/** What of an import was put on the agenda; only parts that say so are read for it. */
export const promisesOf = async (
  call: AnyCall,
  where: Pick<Partition, 'container' | 'key'>,
  seriesId: string,
  { parts, ...entry }: ImportEntry,
): Promise<ImportedPromise[]> => {
  const some = parts.filter(({ promises = 0 }) => promises > 0);
  return promisesIn(await meetingsOf(call, where, seriesId, { ...entry, parts: some }));
};
