import { bringPromises, promisesIn } from '@rapport/domain/importedPromise';
import type { ImportedPart } from '@rapport/domain/imported.schema';
import { bothAgreed, next, requireGoingOn, roleOf } from '@rapport/domain/member';
import { importPlacing, personPartition } from '../places';
import type { Services } from '../services';
import { nudgeBoth } from '../writing/nudgeBoth';
import { takePromisesOff } from '../writing/takePromisesOff';
import { arriveOnce } from './arriveOnce';
import type { Effect } from './effect';

/**
 * Puts the open boxes of one part of somebody's own notes on the agenda, as they chose: all of them at once, and
 * once. What was taken back since does not come, nor what there is no room for any more.
 */
export async function bringImported(
  services: Services,
  { series, person, importId, part, command }: Extract<Effect, { type: 'bringPromises' }>,
): Promise<void> {
  const notes = () =>
    services.documents.read<ImportedPart>(
      personPartition(person),
      importPlacing(series, importId, part).id,
      'latest',
    );
  const found = await notes();
  if (!found) return;
  const promises = promisesIn(found.value.meetings);
  const at = services.clock.now().toISOString();
  const head = await arriveOnce(services, series, command, at, (current) => {
    requireGoingOn(current);
    const by = roleOf(current, person);
    if (!by) return null;
    const terms = { minutes: current.minutes, agreed: bothAgreed(current) };
    const brought = bringPromises(current, promises, { by, at }, terms);
    return brought === current ? null : { series: next(brought, {}) };
  });
  if (!head) return;
  await nudgeBoth(services, head);
  // Taken back while they were on their way: who took them back may have looked before they arrived.
  if (!(await notes())) await takePromisesOff(services, series, person, promises);
}
