import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import { hasLeft } from './groups';

/** Told to all that give way: one press folds every room of the page. */
const FOLD = 'rapport:fold';

/** Whether what is for between two meetings has its time. */
export interface Way {
  readonly calm: boolean;
  /** Whether the reader began the meeting that runs, and so the page may fold under their own press. */
  readonly own: boolean;
  /** Whether the room that was kept is let go of. */
  readonly folded: boolean;
  readonly fold: () => void;
}

const fold = (): void => {
  document.dispatchEvent(new Event(FOLD));
};

/**
 * What is for between two meetings gives way to one that the other one begins (PRACTICE A9). The room it took is kept,
 * so that nothing moves, until its reader folds it away or nobody looks at the page.
 * @param over whether the other one has finished a meeting that this page still shows: it goes on when its reader does
 */
export function useWay(view: SeriesView, over = false): Way {
  const { meeting, me } = view;
  const calm = (meeting.state === 'planned' && !over) || hasLeft(view);
  const [folded, setFolded] = useState(false);
  const [began, setBegan] = useState(false);
  // While it is over, the agenda knows of the next meeting alone.
  const own = over ? began : meeting.by === me;
  if (own !== began) setBegan(own);
  if (calm && folded) setFolded(false);
  useEffect(() => {
    if (calm) return undefined;
    const onFold = () => setFolded(true);
    const onHidden = () => {
      if (document.hidden) onFold();
    };
    onHidden();
    document.addEventListener('visibilitychange', onHidden);
    document.addEventListener(FOLD, onFold);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      document.removeEventListener(FOLD, onFold);
    };
  }, [calm]);
  return { calm, own, folded, fold };
}
