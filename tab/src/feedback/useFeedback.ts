import type { FeedbackView } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useMemo, useRef } from 'react';
import type { Live } from '../client/state';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';

const NONE: Live<readonly FeedbackView[]> = {
  subscribe: () => () => undefined,
  getSnapshot: () => none,
  refresh: () => Promise.resolve(),
};
const none = { status: 'ready', value: [] } as const;

/**
 * The loops of a series that are not closed: nothing is asked where the agenda knows of none, and else again
 * whenever it says that something changed.
 */
export function useFeedback(view: SeriesView) {
  const { client } = useApp();
  const any = view.loops.length > 0;
  const live = useMemo(() => (any ? client.feedback(view.id) : NONE), [client, view.id, any]);
  const reading = useLive(live);
  const read = useRef({ live, version: view.version });
  useEffect(() => {
    const { current } = read;
    read.current = { live, version: view.version };
    // What has just begun to be followed is being read already.
    if (current.live === live && current.version !== view.version) void live.refresh();
  }, [live, view.version]);
  return { reading, refresh: () => void live.refresh() };
}
