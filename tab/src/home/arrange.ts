import { fold } from '@rapport/domain/search/fold';
import type { Seat } from '@rapport/domain/series';
import type { Readings } from './board';

export type Order = 'name' | 'date';

/** The seats whose other person is called something like this: all of it, in any order, case, and without accents. */
export function found(seats: readonly Seat[], words: string): readonly Seat[] {
  const wanted = fold(words).split(/\s+/u).filter(Boolean);
  return seats.filter(({ other }) => {
    const name = fold(other ?? '');
    return wanted.every((word) => name.includes(word));
  });
}

/**
 * By name, or by when the two meet next: never by anything that says how somebody is doing (PRACTICE E6). By date
 * only once every date is known, so that no line moves under a finger while they come.
 */
export function inOrder(
  seats: readonly Seat[],
  order: Order,
  readings: Readings,
  locale: string,
): readonly Seat[] {
  const collator = new Intl.Collator(locale);
  const byName = seats.toSorted((a, b) => collator.compare(a.other ?? '', b.other ?? ''));
  const known = seats.every(({ series, state }) => {
    const status = readings.get(series)?.status;
    return state === 'invited' || (status !== undefined && status !== 'loading');
  });
  if (order === 'name' || !known) return byName;
  const dateOf = ({ series }: Seat): string => {
    const reading = readings.get(series);
    return (reading?.status === 'ready' && reading.value.nextAt) || LAST;
  };
  return byName.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : Number(dateOf(a) > dateOf(b))));
}

/** After every instant (ISO 8601). */
const LAST = '~';
