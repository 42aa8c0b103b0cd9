import type { Reminder } from '@rapport/domain/reminder';
import type { Change, Partition } from '../documents/documents';
import { StorageConflict } from '../ports/storage';
import { Problem } from '../problem';
import type { Services } from '../services';
import { bucketPartition, hourOf, reminderPlacing, shardOf, type Hour } from './bucket';
import { isAhead, readMark } from './mark';

/** Each lost race means that another hour began meanwhile. */
const ATTEMPTS = 5;

/**
 * Lays reminders of one series where a run finds them: into the hour they are due, or into this one where that is
 * over. The same again changes nothing. A run may close an hour while this writes into it; it does so before it
 * looks for the last time (mark.ts), so that either finds the other: what it may have missed is laid down once
 * more, in an hour that is open.
 * @throws Problem `busy`
 */
export async function keepReminders(
  services: Pick<Services, 'documents' | 'clock'>,
  tenant: string,
  reminders: readonly Reminder[],
): Promise<void> {
  const [first] = reminders;
  if (!first) return;
  const shard = shardOf(first.series);
  const hourNow = (): Hour => hourOf(services.clock.now().toISOString());
  let open = hourNow();
  let left = reminders;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const hourFor = ({ at }: Reminder): Hour => (hourOf(at) > open ? hourOf(at) : open);
    await Promise.all(
      [...new Set(left.map(hourFor))].map((hour) => {
        const there = left.filter((reminder) => hourFor(reminder) === hour);
        return create(services, { ...bucketPartition(hour, shard), tenant }, there);
      }),
    );
    const mark = await readMark(services, shard, 'latest');
    // By the clock as it is now: what was written may have taken longer than its hour.
    if (!mark || isAhead(mark, hourNow())) return;
    left = left.filter((reminder) => hourFor(reminder) < mark.open);
    if (left.length === 0) return;
    ({ open } = mark);
  }
  throw new Problem('busy');
}

/** In one batch; one by one where some of them lie there already. */
async function create(
  { documents }: Pick<Services, 'documents'>,
  partition: Partition,
  reminders: readonly Reminder[],
): Promise<void> {
  const changes = reminders.map((value): Change => ({
    change: 'create',
    placing: reminderPlacing(value),
    value,
  }));
  try {
    await documents.write(partition, changes);
  } catch (error) {
    if (!(error instanceof StorageConflict)) throw error;
    if (changes.length > 1) {
      for (const reminder of reminders) await create({ documents }, partition, [reminder]);
    }
  }
}
