import { takePromisesBack, type ImportedPromise } from '@rapport/domain/importedPromise';
import { removedBetween, withoutLines } from '@rapport/domain/letting';
import { hasEnded, next, roleOf } from '@rapport/domain/member';
import type { PersonId } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import type { Successions } from '@rapport/domain/succession.schema';
import { HEAD, seriesPartition, SUCCESSIONS } from '../places';
import type { Services } from '../services';
import { changeDocument } from './changeDocument';
import { nudgeBoth } from './nudgeBoth';

/**
 * Takes promises that came of somebody's own notes off the agenda, as far as they stand as they came; what was let go
 * of them goes nowhere any more. Where the series is over, everything stays as it is.
 */
export async function takePromisesOff(
  services: Services,
  seriesId: string,
  person: PersonId,
  promises: readonly ImportedPromise[],
): Promise<void> {
  const where = seriesPartition(seriesId);
  const head = await services.documents.read<Series>(where, HEAD.id);
  if (!head) return;
  const partition = { ...where, tenant: head.tenant };
  const at = services.clock.now().toISOString();
  let gone: ReadonlySet<string> = new Set();
  const after = await changeDocument<Series>(services, partition, HEAD, (current) => {
    const by = current && !hasEnded(asOf(current, at)) ? roleOf(current, person) : null;
    if (!current || !by) return current;
    const without = takePromisesBack(current, promises, by);
    gone = removedBetween(current, without);
    return without === current ? current : next(without, {});
  });
  if (!after || gone.size === 0) return;
  await changeDocument<Successions>(
    services,
    partition,
    SUCCESSIONS,
    (current) => current && withoutLines(current, gone),
  );
  await nudgeBoth(services, after);
}
