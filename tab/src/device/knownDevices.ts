import type { Device } from '@rapport/domain/device';
import type { DeviceStore } from '../client/deviceStore';

const MARK = 'device/mark';
const KNOWN = 'device/known';

/** What one device remembers for one person of itself and of their others; it answers for no other device. */
export interface KnownDevices {
  /** The id of this device; null where nothing may be kept, so that each visit would look like a new one. */
  mark(): string | null;
  /** Whether the api has heard of it. */
  isTold(): boolean;
  /** @param others devices that were there before: nothing is asked about them here */
  told(others: readonly Device[]): void;
  /** The newest device of the person that has not been asked about here; null before this one is told. */
  unknown(devices: readonly Device[]): Device | null;
  /** It has been asked about here: once is enough. */
  seen(device: Device): void;
}

export function knownDevices(store: DeviceStore): KnownDevices {
  const known = (): string[] => (store.read(KNOWN) ?? '').split(' ');
  const know = (ids: readonly string[]): void =>
    store.write(KNOWN, [...new Set([...known(), ...ids])].slice(-KEPT).join(' '));
  const isTold = (): boolean => store.read(KNOWN) !== null;
  return {
    isTold,
    mark() {
      if (!store.shared) return null;
      const mark = store.read(MARK) ?? crypto.randomUUID();
      store.write(MARK, mark);
      return mark;
    },
    told: (others) => know([store.read(MARK) ?? '', ...others.map(({ id }) => id)]),
    unknown: (devices) =>
      isTold() ? (devices.findLast(({ id }) => !known().includes(id)) ?? null) : null,
    seen: ({ id }) => know([id]),
  };
}

/** More than are ever remembered at a time. */
const KEPT = 40;
