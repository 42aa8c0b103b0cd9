import { remindersOf } from '@rapport/domain/reminder';
import type { Series } from '@rapport/domain/series';
import { HEAD, seriesPartition } from '../places';
import { keepReminders } from '../reminders/keepReminders';
import type { Services } from '../services';
import type { Effect } from './effect';

/**
 * Lays down what the head has to remind its people of. What an earlier head had laid down stays where it is: the
 * head is asked again before anything is said.
 */
export async function remind(
  services: Services,
  { series }: Extract<Effect, { type: 'remind' }>,
): Promise<void> {
  const head = await services.documents.read<Series>(seriesPartition(series), HEAD.id, 'latest');
  if (!head) return;
  const now = services.clock.now().toISOString();
  await keepReminders(services, head.tenant, remindersOf(head.value, now));
}
