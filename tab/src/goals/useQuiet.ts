import type { SeriesView } from '@rapport/domain/series';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Reading } from '../client/state';

/** In a meeting nothing arrives in front of anybody (PRACTICE A9): what is shown stays, but for what one does. */
export interface Quiet {
  readonly still: boolean;
  /** Another number after each thing that one did. */
  readonly mark: number;
  /** One has done something: what is there by now is shown. */
  readonly moved: () => void;
}

export function useQuiet({ meeting }: SeriesView): Quiet {
  const [mark, setMark] = useState(0);
  const moved = useCallback(() => setMark((times) => times + 1), []);
  const still = meeting.state !== 'planned';
  return useMemo(() => ({ still, mark, moved }), [still, mark, moved]);
}

/** The latest reading; while it is still, the one that was there at the last thing one did. */
export function useHeld<T>(latest: Reading<T>, { still, mark }: Quiet): Reading<T> {
  const held = useRef({ reading: latest, mark });
  if (!still || held.current.mark !== mark || held.current.reading.status !== 'ready') {
    held.current = { reading: latest, mark };
  }
  return held.current.reading;
}
