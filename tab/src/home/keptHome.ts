import type { Seat } from '@rapport/domain/series';
import type { DeviceStore } from '../client/deviceStore';

const KEY = 'home/seats';

/** Their list as this device last saw it, for when there is no connection. */
export const keepSeats = (device: DeviceStore, seats: readonly Seat[]): void =>
  device.write(KEY, JSON.stringify(seats));

/** A damaged list, or one of another shape, is like none. */
export function keptSeats(device: DeviceStore): readonly Seat[] | null {
  try {
    const stored: unknown = JSON.parse(device.read(KEY) ?? 'null');
    return Array.isArray(stored) && stored.length > 0 && stored.every(isSeat) ? stored : null;
  } catch {
    return null;
  }
}

function isSeat(value: unknown): value is Seat {
  if (typeof value !== 'object' || value === null) return false;
  const text = ['series', 'role', 'state', 'rhythm'];
  const named = Reflect.get(value, 'other');
  return (
    text.every((key) => typeof Reflect.get(value, key) === 'string') &&
    (named === null || typeof named === 'string')
  );
}
