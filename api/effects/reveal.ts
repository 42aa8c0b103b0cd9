import { reveal } from '@rapport/domain/checkIn';
import { expiryOf } from '@rapport/domain/retention';
import type { PrivatePage, Series } from '@rapport/domain/series';
import { checkInPlacing, HEAD, pagePlacing, personPartition, seriesPartition } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBothBeside } from '../writing/nudgeBoth';
import type { Effect } from './effect';

/** Lays both answers side by side, once both were given in time; alone, neither leaves its author's page. */
export async function revealCheckIns(
  services: Services,
  effect: Extract<Effect, { type: 'reveal' }>,
): Promise<void> {
  const where = seriesPartition(effect.series);
  const head = await services.documents.read<Series>(where, HEAD.id, 'latest');
  const [manager, report] = [head?.value.manager, head?.value.report];
  if (!head || !manager || !report) return;
  const [hers, his] = await Promise.all(
    [manager, report].map(({ person }) =>
      services.documents.read<PrivatePage>(
        personPartition(person.id),
        pagePlacing(effect.series).id,
        // Of two who answer at once each one's process has to find the other's answer.
        'latest',
      ),
    ),
  );
  const both = reveal(effect.meeting, hers?.value.checkIns ?? [], his?.value.checkIns ?? []);
  if (!both) return;
  const partition = { ...where, tenant: head.tenant };
  const expires = expiryOf(both.manager.at, head.value, services.clock.now().toISOString());
  await changeDocument(
    services,
    partition,
    { ...checkInPlacing(effect.meeting), expires },
    (known) => known ?? both,
  );
  await nudgeBothBeside(services, head.value);
}
