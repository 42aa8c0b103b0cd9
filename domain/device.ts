import type { Device } from './device.schema';

export type { Device, DeviceKind } from './device.schema';

/** Devices that are remembered; the oldest are forgotten. */
export const DEVICES_KEPT = 10;

/** Remembers a device, once. The same again changes nothing. */
export const noteDevice = (devices: readonly Device[], added: Device): readonly Device[] =>
  devices.some(({ id }) => id === added.id) ? devices : [...devices, added].slice(-DEVICES_KEPT);
