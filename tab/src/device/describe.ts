import type { DeviceKind } from '@rapport/domain/device';

type Sign<T> = readonly [T, RegExp];

// In this order: what comes later names itself after what comes before it as well.
const SYSTEMS: readonly Sign<DeviceKind['system']>[] = [
  ['android', /Android/],
  ['ios', /iPhone|iPad/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux|CrOS/],
];
const BROWSERS: readonly Sign<DeviceKind['browser']>[] = [
  ['edge', /Edg(?:e|A|iOS)?\//],
  ['other', /OPR\/|SamsungBrowser\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\//],
];

/**
 * What its owner recognises a device by, and nothing finer.
 * @param userAgent as the browser says it (RFC 9110, 10.1.5)
 */
export const describeDevice = (userAgent: string, app: DeviceKind['app']): DeviceKind => ({
  app,
  system: SYSTEMS.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other',
  browser: BROWSERS.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other',
});
