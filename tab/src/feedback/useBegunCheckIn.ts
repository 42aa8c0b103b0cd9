import { answersUntil } from '@rapport/domain/checkIn';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useMemo, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import { useApp } from '../parts/useApp';
import { forgetLateCheckIns, keepCheckIn, NOTHING_CHOSEN, type BegunCheckIn } from './begunCheckIn';

function useKept(seriesId: string) {
  const { user } = useApp().host.context;
  return useMemo(() => {
    const device = openDeviceStore(user);
    return { device, kept: keepCheckIn(device, seriesId) };
  }, [user, seriesId]);
}

/** What was chosen so far of the check-in on a meeting: a reload, or the next meeting, takes nothing away. */
export function useBegunCheckIn({ id, lastMeeting }: SeriesView, meeting: number) {
  const { client } = useApp();
  const { kept } = useKept(id);
  const [begun, setBegun] = useState(() => kept.read(meeting, client.now()));
  return {
    /** null while nothing is chosen. */
    begun,
    choose(change: Partial<BegunCheckIn>) {
      const next = { ...NOTHING_CHOSEN, ...begun, ...change };
      setBegun(next);
      if (lastMeeting) kept.write(meeting, answersUntil(lastMeeting), next);
    },
    forget() {
      setBegun(null);
      kept.forget();
    },
  };
}

/**
 * Lets go of half a check-in that is asked for no more, here or in any other 1:1 of this person.
 * @param due the meeting that is asked about, or null
 */
export function useSettledCheckIns({ id, lastMeeting }: SeriesView, due: number | null): void {
  const { client } = useApp();
  const { device, kept } = useKept(id);
  const last = lastMeeting?.number ?? 0;
  useEffect(() => {
    kept.settle(due, last);
    forgetLateCheckIns(device, client.now());
  }, [client, device, kept, due, last]);
}
