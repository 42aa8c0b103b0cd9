import type { Freshness } from '../ports/storage';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { hoursAfter, markPartition, type Hour } from './bucket';

/** How far a shard's runs have come. */
export interface Mark {
  /** The first hour that may still be written to. */
  readonly open: Hour;
  /** Every hour before it is empty for good. */
  readonly done: Hour;
}

const MARK = { id: 'mark', kind: 'mark', schema: 1 } as const;

/** A shard's first run looks so far back, in hours: reminders may have been laid down before there was a timer. */
const BEFORE_FIRST = 3;
/** What was missed for longer is not caught up any more, in hours: a month. */
const CAUGHT_UP = 31 * 24;

export async function readMark(
  { documents }: Pick<Services, 'documents'>,
  shard: number,
  freshness?: Freshness,
): Promise<Mark | null> {
  const { container, key } = markPartition(shard);
  return (await documents.read<Mark>({ container, key }, MARK.id, freshness))?.value ?? null;
}

/** Clocks of two processes differ by less; where a mark is further ahead the product's clock was moved back. */
export const isAhead = (mark: Mark, now: Hour): boolean => mark.open > hoursAfter(now, 1);

/**
 * Closes every hour before this one: from then on nothing new stays in them (keepReminders.ts).
 * @returns from where on to look; and until where an earlier run had closed the hours, so that what is empty there
 * stays so
 */
export async function closeHours(
  services: Pick<Services, 'documents'>,
  shard: number,
  now: Hour,
): Promise<{ readonly from: Hour; readonly closed: Hour }> {
  let before: Mark = { open: now, done: now };
  await changeDocument<Mark>(services, markPartition(shard), MARK, (current) => {
    const begin = hoursAfter(now, -BEFORE_FIRST);
    if (!current) before = { open: begin, done: begin };
    else before = isAhead(current, now) ? { open: now, done: now } : current;
    if (before === current && current.open >= now) return current;
    return { ...before, open: now };
  });
  const oldest = hoursAfter(now, -CAUGHT_UP);
  return { from: before.done > oldest ? before.done : oldest, closed: before.open };
}

/** Every hour before this one was seen empty after it was closed. */
export async function finishHours(
  services: Pick<Services, 'documents'>,
  shard: number,
  done: Hour,
): Promise<void> {
  await changeDocument<Mark>(services, markPartition(shard), MARK, (current) =>
    current && current.done < done && done <= current.open ? { ...current, done } : current,
  );
}
