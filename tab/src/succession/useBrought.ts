import type { BroughtLine } from '@rapport/domain/succession.schema';
import type { SeriesView } from '@rapport/domain/series';
import { useRef } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useLive } from '../parts/useLive';

/** What came along to a 1:1, and what a place needs in which a line of it can be taken off (PRACTICE C7). */
export function useBrought({ id }: SeriesView) {
  const { client } = useApp();
  const live = client.follow<{ lines: readonly BroughtLine[] }>(id, 'brought');
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  return { reading: useLive(live), refresh: live.refresh, region, announce, root };
}
