import type { Reminder } from '@rapport/domain/reminder';
import type { DuePage } from '../documents/documents';
import { StorageConflict } from '../ports/storage';
import type { Services } from '../services';
import { bucketPartition, hourOf, hoursAfter, REMINDER_KIND, SHARDS, type Hour } from './bucket';
import { closeHours, finishHours } from './mark';
import { tell, type Outcome } from './tell';

/** Read at once: what is not due yet of a page is read for nothing, so pages are small. */
const PAGE = 20;

/**
 * Tells everybody what is due: called by a timer. It goes through the hours from where the last run had come,
 * costs what is due and not what exists, and may overlap with another run or die anywhere.
 * @throws the first error that kept a shard from being looked through; the others were
 */
export async function runReminders(services: Services): Promise<void> {
  const shards = Array.from({ length: SHARDS }, (_, shard) => runShard(services, shard));
  const failed = (await Promise.allSettled(shards)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function runShard(services: Services, shard: number): Promise<void> {
  const now = services.clock.now().toISOString();
  const hour = hourOf(now);
  const { from, closed } = await closeHours(services, shard, hour);
  let done = from;
  for (let at = from; at <= hour; at = hoursAfter(at, 1)) {
    const left = await emptyBucket(services, shard, at, now);
    if (left === 'nothing' && done === at && at < closed) done = hoursAfter(at, 1);
    if (left === 'everything') break;
  }
  if (done !== from) await finishHours(services, shard, done);
}

/** @returns what is left: `everything` where nobody can be told anything just now */
async function emptyBucket(
  services: Services,
  shard: number,
  hour: Hour,
  now: string,
): Promise<'nothing' | 'something' | 'everything'> {
  const bucket = bucketPartition(hour, shard);
  let left: 'nothing' | 'something' = 'nothing';
  let continuation: string | null = null;
  do {
    const page: DuePage = await services.documents.listWhole(
      bucket,
      REMINDER_KIND,
      PAGE,
      continuation,
    );
    const { container } = bucket;
    if (page.broken > 0) {
      services.log.write({ event: 'broken seals', container, count: page.broken });
    }
    // They are in the order of their times.
    const due = page.documents.filter(({ value }) => (value as Reminder).at <= now);
    const outcomes = await Promise.all(due.map((document) => handle(services, document)));
    if (outcomes.includes('busy')) return 'everything';
    if (outcomes.includes('stays')) left = 'something';
    if (due.length < page.documents.length) return 'something';
    ({ continuation } = page);
  } while (continuation !== null);
  return left;
}

/** One that fails keeps nobody else from theirs, and comes again with the next run. */
async function handle(
  services: Services,
  { value, partition, id, etag }: DuePage['documents'][number],
): Promise<Outcome> {
  const reminder = value as Reminder;
  try {
    const outcome = await tell(services, reminder, partition.tenant);
    if (outcome === 'stays') return outcome;
    await services.documents.write(partition, [{ change: 'delete', id, etag }]);
    return outcome;
  } catch (error) {
    // Another run was here as well.
    if (error instanceof StorageConflict) return 'gone';
    const name = error instanceof Error ? error.constructor.name : typeof error;
    const outcome = 'left for the next run';
    services.log.write({ event: 'reminder', kind: reminder.kind, outcome, error: name });
    return 'stays';
  }
}
