import { asksAfter } from '@rapport/domain/checkIn';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import type { KeptCheckIn } from '../client/state';
import { useApp } from '../parts/useApp';

/** One's own answer on the last meeting, and both once both gave one; null while there is none to show. */
export function useCheckIn(view: SeriesView): KeptCheckIn | null {
  const { client } = useApp();
  const [kept, setKept] = useState<(KeptCheckIn & { readonly number: number }) | null>(null);
  const last = view.lastMeeting?.number ?? 0;
  const number = last > 0 && view.checkIn === null && asksAfter(last) ? last : null;
  useEffect(() => {
    if (number === null) return undefined;
    const live = client.follow<KeptCheckIn>(view.id, `check-ins/${number}`);
    const take = (): void => {
      const reading = live.getSnapshot();
      if (reading.status === 'ready') setKept({ ...reading.value, number });
    };
    take();
    return live.subscribe(take);
  }, [client, view.id, number]);
  return kept?.number === number ? kept : null;
}
