import type { World } from '../../../api/support/world';
import { createDevice, hostOf, type Device, type OpenWindow } from './device';
import { createNetwork, type Network, type Traveller } from './network';
import { pass, settle } from './time';

/** What is on its way is answered, in order, and all the answers arrive; time does not pass. */
export async function letArrive(
  network: Network,
  which: (one: Traveller) => boolean = () => true,
): Promise<void> {
  await settle();
  for (;;) {
    const next = network.travelling.find(which);
    if (!next) return;
    if (!next.answered) await next.there('arrives');
    next.back('arrives');
    await settle();
  }
}

/** The next request of a kind, waiting to be decided on. */
export async function nextOf(
  network: Network,
  kind: 'read' | 'write',
  from?: OpenWindow,
): Promise<Traveller> {
  await settle();
  const found = network.travelling.find(
    (one) => (one.method === 'GET') === (kind === 'read') && (!from || one.from === from.name),
  );
  if (!found) throw new Error(`no ${kind} is on its way`);
  return found;
}

/** Everything works from now on: until nothing waits anywhere and every window has read what there is. */
export async function comeToRest(network: Network, devices: readonly Device[]): Promise<void> {
  const windows = () => devices.flatMap((device) => device.windows);
  for (let round = 0; round < 40; round += 1) {
    devices.forEach((device) => device.tellWindows());
    await letArrive(network);
    const waiting = windows().some(({ now }) => now.unsent.size > 0 || now.offline);
    if (!waiting) break;
    await pass(31_000);
  }
  devices.forEach((device) => device.tellWindows());
  windows().forEach((window) => window.nudge());
  await letArrive(network);
}

export interface Setting {
  readonly network: Network;
  readonly ravi: Device;
  readonly maya: Device;
}

/** Two people, a device each, on a network that the test decides on. */
export async function twoDevices(world: World): Promise<Setting> {
  const network = createNetwork(world);
  const device = async (person: string): Promise<Device> =>
    createDevice(network, { name: person, person, host: await hostOf(world, person) });
  return { network, ravi: await device('ravi'), maya: await device('maya') };
}
