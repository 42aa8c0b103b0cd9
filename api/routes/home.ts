import { device } from '@rapport/domain/device.schema';
import { introduction, seat, type Seat } from '@rapport/domain/series.schema';
import * as z from 'zod/mini';
import { listAll } from '../documents/listAll';
import { runEffects } from '../effects/runEffects';
import {
  forgettingPartition,
  forgettingPlacing,
  PROFILE,
  personPartition,
  type Profile,
} from '../places';
import { route, type Route } from '../route';
import { changeProfile } from '../writing/changeProfile';
import { writeOnce } from '../writing/writeOnce';
import { nothing } from './shared';

const getHome = route({
  name: 'getHome',
  method: 'GET',
  path: '/api/home',
  kind: 'read',
  auth: 'person',
  summary:
    "The caller's series and invitations, the introduction they wrote last, and their devices.",
  params: nothing,
  body: null,
  output: z.strictObject({ seats: z.array(seat), introduction, devices: z.array(device) }),
  async handle({ caller, at, services: { documents } }) {
    const partition = personPartition(caller.id);
    const [seats, profile] = await Promise.all([
      listAll<Seat>(documents, partition, 'seat'),
      documents.read<Profile>(partition, PROFILE.id),
    ]);
    return {
      value: {
        seats: seats.flatMap((value) => {
          // Its time has come, and the timer has not.
          if (value.goesAt !== undefined && value.goesAt <= at) return [];
          // How much was prepared before they joined is not theirs to know.
          return [value.state === 'invited' ? { ...value, version: 0 } : value];
        }),
        introduction: profile?.value.introduction ?? '',
        devices: [...(profile?.value.devices ?? [])],
      },
    };
  },
});

const saveIntroduction = route({
  name: 'saveIntroduction',
  method: 'PUT',
  path: '/api/home/introduction',
  kind: 'write',
  auth: 'person',
  summary: 'Keeps the introduction for the next series the caller sets up.',
  params: nothing,
  body: z.strictObject({ introduction }),
  output: z.strictObject({ introduction }),
  async handle(call) {
    const { introduction: words } = call.body;
    await changeProfile(call, (profile) => ({ ...profile, introduction: words }));
    return { value: { introduction: words } };
  },
});

const deleteEverything = route({
  name: 'deleteEverything',
  method: 'POST',
  path: '/api/home/delete',
  kind: 'write',
  auth: 'person',
  summary:
    'Leaves every series and deletes everything of the caller, invitations and devices too; what they shared stays with the other one for 90 days.',
  params: nothing,
  body: nothing,
  output: nothing,
  async handle(call) {
    const { caller, at, services } = call;
    const { pending } = await writeOnce<{ at: string }, Record<string, never>>(
      call,
      {
        partition: forgettingPartition(caller.tid),
        placing: forgettingPlacing(caller.id),
        authorise: () => undefined,
      },
      () => ({ value: { at }, effects: [{ type: 'forget', person: caller.id, at }] }),
      () => ({}),
    );
    // What is not done yet will be: it is written down, and swept up.
    await runEffects(services, pending);
    return { status: 202, value: {} };
  },
});

export const homeRoutes: readonly Route[] = [getHome, saveIntroduction, deleteEverything];
