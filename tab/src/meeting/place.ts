import type { DeviceStore } from '../client/deviceStore';

/** Where this device is in a meeting. What the other one does never changes it. */
export interface Place {
  /** Number of the meeting that this device shows. */
  readonly number: number;
  readonly at: 'agenda' | 'end';
  /** The topic that is unfolded here. */
  readonly topic: string | null;
}

export const atAgenda = (number: number): Place => ({
  number,
  at: 'agenda',
  topic: null,
});

export interface KeptPlace {
  /** Where the device was in this meeting before the page was loaded anew, or null. */
  readonly read: (number: number) => Place | null;
  readonly write: (place: Place) => void;
}

/** Remembers the place over a reload, for this person on this device. */
export function keepPlace(device: DeviceStore, seriesId: string): KeptPlace {
  const key = `meeting/${seriesId}`;
  return {
    read(number) {
      const kept = parsed(device.read(key));
      return kept?.number === number ? kept : null;
    },
    write: (place) => device.write(key, JSON.stringify(place)),
  };
}

function parsed(stored: string | null): Place | null {
  try {
    const { number, at, topic } = JSON.parse(stored ?? '{}') as Partial<Place>;
    if (typeof number !== 'number' || (at !== 'agenda' && at !== 'end')) return null;
    return { number, at, topic: topic ?? null };
  } catch {
    return null;
  }
}
