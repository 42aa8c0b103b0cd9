import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useMemo } from 'react';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';

/** The loops of a series, read again whenever the series says that something changed. */
export function useFeedback(view: SeriesView) {
  const { client } = useApp();
  const live = useMemo(() => client.feedback(view.id), [client, view.id]);
  const reading = useLive(live);
  useEffect(() => void live.refresh(), [live, view.version, view.pageVersion]);
  return { reading, refresh: () => void live.refresh() };
}
