import { noteDevice } from '@rapport/domain/device';
import { noteDeviceInput } from '@rapport/domain/device.schema';
import { uuid } from '@rapport/domain/text.schema';
import * as z from 'zod/mini';
import { route, type Route } from '../route';
import { changeProfile } from '../writing/changeProfile';

const kept = z.strictObject({ id: uuid });

/** Devices on which somebody opened Rapport (PRACTICE E7): told by the devices, read by their owner alone. */
export const deviceRoutes: readonly Route[] = [
  route({
    name: 'noteDevice',
    method: 'PUT',
    path: '/api/home/devices/{deviceId}',
    kind: 'write',
    auth: 'person',
    summary:
      "Says that the caller opened Rapport on a new device. Read by the caller's own devices.",
    params: z.strictObject({ deviceId: uuid }),
    body: noteDeviceInput,
    output: kept,
    async handle(call) {
      const { deviceId: id } = call.path;
      const day = call.at.slice(0, 10);
      await changeProfile(call, (profile) => {
        const before = profile.devices ?? [];
        const devices = noteDevice(before, { id, ...call.body, day });
        return devices === before ? profile : { ...profile, devices };
      });
      return { value: { id } };
    },
  }),
];
