import type { SeriesView } from '@rapport/domain/series';
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { hasLeft } from './groups';

/** Whether what is for between two meetings has its time. */
export interface Way {
  readonly calm: boolean;
  /** Whether the reader began the meeting that runs, and so the page may fold under their own press. */
  readonly own: boolean;
  /** Whether the room that was kept is let go of. */
  readonly folded: boolean;
  readonly fold: () => void;
  /** What it is folded for: there the focus goes on that was in what has gone. */
  readonly agenda: RefObject<HTMLDivElement>;
}

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
  // Folded under their own press it stays so, whatever the other one presses after them.
  if (folded !== (!calm && (folded || own))) setFolded(!calm);
  useEffect(() => {
    if (calm) return undefined;
    const onHidden = () => {
      if (document.hidden) setFolded(true);
    };
    onHidden();
    document.addEventListener('visibilitychange', onHidden);
    return () => document.removeEventListener('visibilitychange', onHidden);
  }, [calm]);
  const agenda = useRef<HTMLDivElement>(null);
  const focused = document.activeElement;
  useLayoutEffect(() => {
    if (!folded || !focused || focused === document.body) return;
    if (!focused.isConnected || !focused.checkVisibility())
      agenda.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- where it was as all of it folds
  }, [folded]);
  return { calm, own, folded, fold: () => setFolded(true), agenda };
}

/** One for the whole page of a 1:1: what is folded away in one place is so everywhere. */
export const WayContext = createContext<Way | null>(null);

/** @throws Error where nobody says how the meeting stands */
export function useWayHere(): Way {
  const way = useContext(WayContext);
  if (!way) throw new Error('this is on no page of a 1:1');
  return way;
}
