import type { DeviceStore } from '../client/deviceStore';

/** What somebody has chosen so far of one check-in; null for what they have not. */
export interface BegunCheckIn {
  readonly worth: number | null;
  readonly heard: number | null;
  /** In per cent. */
  readonly share: number | null;
}

export const NOTHING_CHOSEN: BegunCheckIn = { worth: null, heard: null, share: null };

interface Kept extends BegunCheckIn {
  readonly meeting: number;
  /** When its time is over, in milliseconds since the epoch. */
  readonly until: number;
}

const PREFIX = 'checkIn/';

/**
 * Half a check-in (PRACTICE D6), on this device for this person alone until it is given (D10, E7): one of each 1:1,
 * that of its last meeting.
 * @param device the store of the one who answers
 */
export function keepCheckIn(device: DeviceStore, seriesId: string) {
  const key = PREFIX + seriesId;
  return {
    /** @param now in milliseconds since the epoch */
    read(meeting: number, now: number): BegunCheckIn | null {
      const kept = parsed(device.read(key));
      if (kept?.meeting !== meeting || kept.until < now) return null;
      const { worth, heard, share } = kept;
      return { worth, heard, share };
    },
    write: (meeting: number, until: number, begun: BegunCheckIn) =>
      device.write(key, JSON.stringify({ ...begun, meeting, until } satisfies Kept)),
    forget: () => device.remove(key),
    /**
     * Lets go of what is no longer asked for here: it was given, perhaps elsewhere, or another meeting came.
     * @param due the meeting that is asked about, or null
     * @param last the last meeting that the agenda knows of: what is begun about a later one is newer than the agenda
     */
    settle(due: number | null, last: number) {
      const kept = parsed(device.read(key));
      if (!kept || (kept.meeting !== due && kept.meeting <= last)) device.remove(key);
    },
  };
}

/** Lets go of whatever this person began in any of their 1:1s and whose time is over. */
export function forgetLateCheckIns(device: DeviceStore, now: number): void {
  for (const key of device.keys(PREFIX)) {
    const kept = parsed(device.read(key));
    if (!kept || kept.until < now) device.remove(key);
  }
}

/** Null for what is damaged, or was never a check-in. */
function parsed(stored: string | null): Kept | null {
  try {
    const kept = JSON.parse(stored ?? 'null') as Partial<Kept> | null;
    if (typeof kept?.meeting !== 'number' || typeof kept.until !== 'number') return null;
    const { meeting, until } = kept;
    const within = (value: unknown, from: number, to: number): number | null =>
      typeof value === 'number' && value >= from && value <= to ? value : null;
    return {
      meeting,
      until,
      worth: within(kept.worth, 1, 5),
      heard: within(kept.heard, 1, 5),
      share: within(kept.share, 0, 100),
    };
  } catch {
    return null;
  }
}
