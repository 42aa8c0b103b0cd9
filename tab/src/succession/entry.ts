import type { SeriesView } from '@rapport/domain/series';
import type { SuccessionsView } from '@rapport/domain/succession.schema';

/** Somebody who was asked to lead, or the 1:1 that a stand-in's goes back to. */
export type Entry = SuccessionsView['entries'][number];

/** Whoever has left lets nothing more go; what has not gone yet they can still take back. */
export const hasLeftAlready = (view: SeriesView): boolean =>
  (view[view.me]?.leftAt ?? null) !== null;
