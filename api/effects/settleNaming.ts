import { pickedOf } from '@rapport/domain/person';
import { settle } from '@rapport/domain/succession';
import type { Naming, Succession, Successions } from '@rapport/domain/succession.schema';
import type { Series } from '@rapport/domain/series';
import { HEAD, namingPlacing, personPartition, seriesPartition, SUCCESSIONS } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBothBeside } from '../writing/nudgeBoth';
import type { Effect } from './effect';

/**
 * Writes down what became of asking somebody to lead these 1:1s, and brings what lies with them in line: it is
 * there while the question is open. Made from what stands in the series, so that late and repeated runs agree.
 */
export async function settleNaming(
  services: Services,
  { series, succession, outcome }: Extract<Effect, { type: 'name' }>,
): Promise<void> {
  const where = seriesPartition(series);
  const head = await services.documents.read<Series>(where, HEAD.id);
  if (!head) return;
  const standing = await changeDocument<Successions>(
    services,
    { ...where, tenant: head.tenant },
    SUCCESSIONS,
    (current) => {
      // A question that came to nothing may be forgotten by now.
      const known = current?.entries.some(({ id }) => id === succession);
      return current && known && outcome ? settle(current, succession, becomes(outcome)) : current;
    },
  );
  const entry = standing?.entries.find(({ id }) => id === succession);
  if (!entry) return;
  const now = services.clock.now().toISOString();
  const open = entry.state === 'asked' && now < entry.expiresAt;
  const placing = { ...namingPlacing(succession), expires: entry.expiresAt };
  await changeDocument<Naming>(services, personPartition(entry.person.id), placing, (current) =>
    open ? (current ?? namingOf(head.value, entry)) : undefined,
  );
  await services.nudge.send(entry.person.id, { series: null, version: 0, page: 0 });
  await nudgeBothBeside(services, head.value);
}

const becomes = (outcome: string): Pick<Succession, 'state' | 'series'> =>
  outcome === 'declined'
    ? { state: 'declined', series: null }
    : { state: 'begun', series: outcome };

function namingOf(
  head: Series,
  { id, kind, until, by, expiresAt }: Succession,
): Naming | undefined {
  const { manager, report } = head;
  if (!report) return undefined;
  const asker = by === 'manager' ? manager : report;
  return {
    id,
    kind,
    until,
    by: asker.person.name,
    manager: manager.person.name,
    report: pickedOf(report.person),
    expiresAt,
    series: head.id,
  };
}
