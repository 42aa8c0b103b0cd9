import type { Device } from '@rapport/domain/device';
import type { Words, WordsKey } from '../words/words';

const APPS: Readonly<Record<Device['app'], WordsKey>> = {
  teams: 'device.app.teams',
  outlook: 'device.app.outlook',
  other: 'device.app.other',
};
const SYSTEMS: Readonly<Record<Device['system'], WordsKey>> = {
  windows: 'device.system.windows',
  mac: 'device.system.mac',
  linux: 'device.system.linux',
  android: 'device.system.android',
  ios: 'device.system.ios',
  other: 'device.system.other',
};
const BROWSERS: Readonly<Record<Exclude<Device['browser'], 'other'>, WordsKey>> = {
  edge: 'device.browser.edge',
  chrome: 'device.browser.chrome',
  firefox: 'device.browser.firefox',
  safari: 'device.browser.safari',
};

/** A device as its owner would call it: "Teams on Windows, Edge". */
export function nameOfDevice({ t }: Words, device: Device): string {
  const app = t(APPS[device.app]);
  const system = t(SYSTEMS[device.system]);
  if (device.browser === 'other') return t('device.on', { app, system });
  return t('device.onWith', { app, system, browser: t(BROWSERS[device.browser]) });
}
