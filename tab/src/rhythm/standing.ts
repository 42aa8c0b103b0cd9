import {
  gapOf,
  offeredRhythm,
  pauseOf,
  togetherSince,
  type Gap,
  type Pause,
} from '@rapport/domain/rhythm';
import type { Rhythm, SeriesView } from '@rapport/domain/series';

/** What the line about the rhythm says: one thing at a time. */
export type Standing = {
  /** The date that is still to come, whatever else is said, or null. */
  readonly next: string | null;
} & (
  | { readonly kind: 'paused'; readonly pause: Pause }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'planned'; readonly at: string }
  | { readonly kind: 'open' }
);

/**
 * How the rhythm of two people stands between their meetings; null where there are not two of them.
 * @param at the instant that is looked at (ISO 8601)
 */
export function standingOf(view: SeriesView, at: string): Standing | null {
  if (togetherSince(view) === null) return null;
  const { plannedAt } = view.meeting;
  const next = plannedAt !== null && plannedAt > at ? plannedAt : null;
  const pause = pauseOf(view, at);
  if (pause) return { kind: 'paused', pause, next };
  const gap = gapOf(view, at);
  if (gap) return { kind: 'gap', gap, next };
  return plannedAt === null ? { kind: 'open', next } : { kind: 'planned', at: plannedAt, next };
}

/** Whether that there is no date is what somebody planned, and not what came of a break or was before it. */
export const fellOut = ({ meeting, pauses }: Pick<SeriesView, 'meeting' | 'pauses'>): boolean =>
  meeting.planned?.how === 'skipped' &&
  !pauses?.some(({ meeting: number, dropped }) => number === meeting.number && dropped !== null);

/** The rhythm that is offered beside that, if any: never in a pause or a gap, which have lines of their own. */
export function offeredBeside(view: SeriesView, standing: Standing, at: string): Rhythm | null {
  const quiet = standing.kind === 'paused' || standing.kind === 'gap';
  return quiet ? null : offeredRhythm(view, at);
}
