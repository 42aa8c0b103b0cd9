import { useCallback, useEffect, useRef, useState } from 'react';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { ApiUnreachable, type Refusal } from '../client/state';
import type { Searching } from './searching';

export interface SearchState {
  /** null until something can be found. */
  readonly index: Searching | null;
  /** Grows with what can be found. */
  readonly size: number;
  readonly whole: boolean;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** Begins to read, once; after a refusal again. */
  begin(): void;
  /** What can be found has changed: it is forgotten, and read anew by the next who begins. */
  outdate(): void;
}

type Found = Pick<SearchState, 'index' | 'size' | 'whole'>;
const NOTHING: Found = { index: null, size: 0, whole: false };

/** Its program, fetched when it is needed: what did not arrive is said as such, and tried again. */
const load = () =>
  import('./searching').catch(() => {
    throw new ApiUnreachable();
  });

/** What can be looked for, read when somebody is about to, and forgotten with the page. */
export function useSearching(seriesId: string): SearchState {
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [state, setState] = useState(NOTHING);
  const begun = useRef(false);
  /** How often what can be found has changed: what was read before says nothing any more. */
  const changes = useRef(0);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => void (alive.current = false);
  }, []);
  const begin = useCallback(() => {
    if (begun.current) return;
    begun.current = true;
    const now = changes.current;
    const isOld = () => !alive.current || changes.current !== now;
    void run(async () => {
      const { createSearching, readInto } = await load();
      const index = createSearching();
      await readInto(index, client, seriesId, () => {
        if (!isOld()) setState({ index, size: index.size, whole: false });
      });
      if (!isOld()) setState({ index, size: index.size, whole: true });
    }).then((done) => {
      if (!isOld()) begun.current = done;
    });
  }, [client, seriesId, run]);
  const outdate = useCallback(() => {
    changes.current += 1;
    begun.current = false;
    setState(NOTHING);
  }, []);
  return { ...state, busy, refusal, begin, outdate };
}
