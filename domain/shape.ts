import { next, requireManager } from './member';
import type { Role } from './person';
import type { Series } from './series.schema';
import type { Shaped } from './shape.schema';

export type { Format, Labels, Shaped } from './shape.schema';

/** What of a 1:1 can be changed while it goes on; what is left out stays. */
export type Shape = Pick<Series, 'rhythm' | 'minutes' | 'format' | 'labels' | 'introduction'>;

/** Length belongs to the rhythm: the two are agreed together (PRACTICE A2). */
const WHAT = {
  rhythm: 'rhythm',
  minutes: 'rhythm',
  format: 'format',
  labels: 'labels',
  introduction: 'introduction',
} as const satisfies Record<keyof Shape, Shaped['what']>;

/**
 * Changes rhythm, length, format or labels, either of the two; the introduction is its author's (PRACTICE C1, C2,
 * E2). Both see who changed what, and when.
 * @throws DomainError `series.notManager` for an introduction by the report
 */
export function shapeSeries(
  series: Series,
  by: Role,
  change: { readonly [K in keyof Shape]?: Shape[K] | undefined },
  at: string,
): Series {
  if (change.introduction !== undefined) requireManager(by);
  const changed = (Object.keys(WHAT) as (keyof Shape)[]).filter(
    (part) => change[part] !== undefined && change[part] !== series[part],
  );
  if (changed.length === 0) return series;
  const what = new Set(changed.map((part) => WHAT[part]));
  const parts = Object.fromEntries(changed.map((part) => [part, change[part]]));
  return next(series, {
    ...parts,
    shaped: [
      ...series.shaped.filter((known) => !what.has(known.what)),
      ...[...what].map((one): Shaped => ({ what: one, by, at })),
    ],
  });
}
