import type { Device } from '@rapport/domain/device';
import { openDeviceStore } from '../client/deviceStore';
import { createHttp } from '../client/http';
import { isFromApi } from '../client/state';
import type { HostAdapter } from '../hosts/hostAdapter';
import { describeDevice } from './describe';
import { knownDevices } from './knownDevices';

/**
 * Tells the person's other devices of this one, at its first start (PRACTICE E7). Where it does not get through
 * the next start tries again, with the same id.
 */
export async function tellDevice(host: HostAdapter): Promise<void> {
  const known = knownDevices(openDeviceStore(host.context.user));
  const mark = known.mark();
  if (mark === null || known.isTold()) return;
  const http = createHttp(host);
  try {
    const before = await http.get<{ devices: Device[] }>('/api/home', null);
    const kind = describeDevice(navigator.userAgent, host.context.app);
    await http.send('PUT', `/api/home/devices/${mark}`, kind, mark);
    known.told(before?.value.devices ?? []);
  } catch (error) {
    if (!isFromApi(error)) throw error;
  }
}
