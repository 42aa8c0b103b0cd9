import * as z from 'zod/mini';
import { uuid } from './text.schema';

/** Where Rapport was opened, as coarsely as its owner recognises it. No address, no version, no fingerprint. */
const where = {
  app: z.enum(['teams', 'outlook', 'other']),
  system: z.enum(['windows', 'mac', 'linux', 'android', 'ios', 'other']),
  browser: z.enum(['edge', 'chrome', 'firefox', 'safari', 'other']),
};

/** A device of somebody, which they alone are told of (PRACTICE E7). */
export const device = z.strictObject({
  /** Drawn at random on the device; it names nothing. */
  id: uuid,
  ...where,
  /** The day on which Rapport was first opened there (UTC). */
  day: z.iso.date(),
});

export const noteDeviceInput = z.strictObject(where);

export type Device = z.infer<typeof device>;
export type DeviceKind = z.infer<typeof noteDeviceInput>;
