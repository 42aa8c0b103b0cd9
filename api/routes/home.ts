import { introduction, seat, type Seat } from '@rapport/domain/series.schema';
import * as z from 'zod/mini';
import { PROFILE, personPartition, SEATS_PER_PERSON, type Profile } from '../places';
import { route, type Route } from '../route';
import { changeProfile } from '../writing/changeProfile';
import { nothing } from './shared';

const getHome = route({
  name: 'getHome',
  method: 'GET',
  path: '/api/home',
  kind: 'read',
  auth: 'person',
  summary: "The caller's series and invitations, and the introduction they wrote last.",
  params: nothing,
  body: null,
  output: z.strictObject({ seats: z.array(seat), introduction }),
  async handle({ caller, services: { documents } }) {
    const partition = personPartition(caller.id);
    const [seats, profile] = await Promise.all([
      documents.list<Seat>(partition, 'seat', SEATS_PER_PERSON),
      documents.read<Profile>(partition, PROFILE.id),
    ]);
    return {
      value: {
        seats: seats.documents.map(({ value }) =>
          // How much was prepared before they joined is not theirs to know.
          value.state === 'invited' ? { ...value, version: 0 } : value,
        ),
        introduction: profile?.value.introduction ?? '',
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

export const homeRoutes: readonly Route[] = [getHome, saveIntroduction];
