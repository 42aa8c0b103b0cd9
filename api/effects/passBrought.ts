import { firstGoes } from '@rapport/domain/broughtPast';
import { PASSING, seriesPartition } from '../places';
import type { Services } from '../services';
import { changeBroughtBeside, type BroughtBeside } from '../writing/changeBrought';
import { changeDocument } from '../writing/changeDocument';
import type { Effect } from './effect';

/**
 * Lets go what came along to a series and is kept no longer (PRACTICE C7, D5); readers go by the day itself.
 * @returns when the next of it goes; nothing where nothing is left
 */
export async function passBrought(
  services: Services,
  { series }: Pick<Extract<Effect, { type: 'passBrought' }>, 'series'>,
): Promise<{ readonly again: string } | undefined> {
  const beside = await changeBroughtBeside(services, series);
  const now = services.clock.now().toISOString();
  const again = beside && firstGoes(beside.brought.lines, beside.series, now);
  return again ? { again } : undefined;
}

/**
 * Lays down when the first of it goes: after more has come, and after a new retention. Always written anew: a run that
 * found nothing left meanwhile does not take it away.
 */
export async function layPassing(services: Services, beside: BroughtBeside | null): Promise<void> {
  const now = services.clock.now().toISOString();
  const due = beside && firstGoes(beside.brought.lines, beside.series, now);
  if (!beside || !due) return;
  const { series, tenant } = beside;
  const where = { ...seriesPartition(series.id), tenant };
  await changeDocument<Effect>(services, where, { ...PASSING, due }, () => ({
    type: 'passBrought',
    series: series.id,
  }));
}
