import type { Line } from '@rapport/domain/line';
import type { SeriesView } from '@rapport/domain/series';
import { useRef } from 'react';

/** Right below its line; at the end of the list; or where it stood before it was taken back. */
export type Standing = 'below' | 'end' | 'gone';

/**
 * Where what the other one says about one's own lines is shown. In a meeting no row moves (PRACTICE A9): what
 * arrives stands at the end of the list, as a new line would, and what is taken back leaves its place until the
 * list is shown anew. Between meetings it stands below its line at once.
 */
export function useStanding(
  lines: readonly Line[],
  { me, meeting }: Pick<SeriesView, 'me' | 'meeting'>,
): ReadonlyMap<string, Standing> {
  const known = useRef<ReadonlyMap<string, Standing> | null>(null);
  const still = meeting.state !== 'planned';
  const before = still ? known.current : null;
  const now = new Map<string, Standing>();
  for (const { id, by, dispute } of lines) {
    if (by !== me) continue;
    const was = before?.get(id);
    if (dispute) now.set(id, was === 'gone' ? 'below' : (was ?? (before ? 'end' : 'below')));
    else if (was === 'below' || was === 'gone') now.set(id, 'gone');
  }
  known.current = now;
  return now;
}
