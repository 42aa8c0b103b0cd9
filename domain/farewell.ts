import { READABLE_FOR_DAYS } from './ending';
import type { SeriesView } from './series.schema';

/** What leaving touches, in the order in which it is told. */
export type Thing =
  | 'writing'
  | 'own'
  | 'prepared'
  | 'invitation'
  | 'shared'
  | 'theirs'
  | 'records'
  | 'copies'
  | 'backups';

/** When it goes: in the moment of leaving, after 90 days, or not with it. */
export interface Farewell {
  readonly now: readonly Thing[];
  readonly later: readonly Thing[];
  readonly stays: readonly Thing[];
  /** When what both shared goes for good; null where nobody shares it and it goes at once. */
  readonly goesAt: string | null;
}

/**
 * What somebody is told before they leave (PRACTICE D11): exactly what leaving does, whoever else is there.
 * @param at the instant they ask
 */
export function farewellOf(view: SeriesView, at: string): Farewell {
  const other = view.me === 'manager' ? view.report : view.manager;
  if (!other?.joined) {
    const open = view.invitation?.state === 'sent' || view.invitation?.state === 'open';
    const now: Thing[] = open ? ['own', 'prepared', 'invitation'] : ['own', 'prepared'];
    return { now, later: [], stays: ['copies', 'backups'], goesAt: null };
  }
  const later: Thing[] = other.leftAt ? ['shared'] : ['shared', 'theirs'];
  const stays: Thing[] = ['records', 'copies', 'backups'];
  const goesAt = new Date(Date.parse(at) + READABLE_FOR_DAYS * 24 * 60 * 60 * 1000).toISOString();
  return { now: ['writing', 'own'], later, stays, goesAt: view.goesAt ?? goesAt };
}
