import type { ImportEntry, ImportIndex } from '@rapport/domain/imported.schema';
import {
  promisesIn,
  takePromisesBack,
  type ImportedPromise,
} from '@rapport/domain/importedPromise';
import { removedBetween, withoutLines } from '@rapport/domain/letting';
import { next, requireGoingOn } from '@rapport/domain/member';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import type { Successions } from '@rapport/domain/succession.schema';
import type { Partition } from '../documents/documents';
import { HEAD, importsPlacing, personPartition, seriesPartition, SUCCESSIONS } from '../places';
import { Problem } from '../problem';
import { changeDocument } from './changeDocument';
import { requireRole, type AnyCall } from './changeSeries';
import { nudgeBoth } from './nudgeBoth';
import { meetingsOf } from './readImports';

/**
 * Takes the promises of somebody's own notes off the agenda, as far as they stand as they came; what was let go of
 * them goes nowhere any more.
 * @throws Problem `series.notFound`, DomainError `series.ended`
 */
export async function takeOffAgenda(call: AnyCall, seriesId: string, id: string): Promise<void> {
  const { services, caller, at } = call;
  const where = personPartition(caller.id);
  const found = await services.documents.read<ImportIndex>(where, importsPlacing(seriesId).id);
  const entry = found?.value.imports.find((one) => one.id === id);
  if (!entry) return;
  const promises = await promisesOf(call, where, seriesId, entry);
  if (promises.length === 0) return;
  const head = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  if (!head) throw new Problem('series.notFound');
  const partition = { ...seriesPartition(seriesId), tenant: head.tenant };
  let changed = false;
  let gone: ReadonlySet<string> = new Set();
  const after = await changeDocument<Series>(services, partition, HEAD, (current) => {
    if (!current) return current;
    const by = requireRole(current, caller.id);
    requireGoingOn(asOf(current, at));
    const without = takePromisesBack(current, promises, by);
    changed = without !== current;
    gone = removedBetween(current, without);
    return changed ? next(without, {}) : current;
  });
  await changeDocument<Successions>(
    services,
    partition,
    SUCCESSIONS,
    (current) => current && withoutLines(current, gone),
  );
  if (after && changed) await nudgeBoth(services, after);
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
