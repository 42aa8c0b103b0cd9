import { remindMe } from '@rapport/domain/reminder.schema';
import * as z from 'zod/mini';
import { personPartition, PROFILE, type Profile } from '../places';
import { route, type Route } from '../route';
import { changeProfile } from '../writing/changeProfile';
import { nothing } from './shared';

const wishes = z.strictObject({ remindMe: z.nullable(remindMe) });

const getReminders = route({
  name: 'getReminders',
  method: 'GET',
  path: '/api/home/reminders',
  kind: 'read',
  auth: 'person',
  summary: 'How the caller wants to be reminded; null until they said. Nobody else is told.',
  params: nothing,
  body: null,
  output: wishes,
  async handle({ caller, services: { documents } }) {
    const profile = await documents.read<Profile>(personPartition(caller.id), PROFILE.id);
    return { value: { remindMe: profile?.value.remindMe ?? null } };
  },
});

const saveReminders = route({
  name: 'saveReminders',
  method: 'PUT',
  path: '/api/home/reminders',
  kind: 'write',
  auth: 'person',
  summary:
    'Says which notifications the caller wants, and at which hours of their own zone none. ' +
    'It holds for all their 1:1s from the next one on.',
  params: nothing,
  body: z.strictObject({ remindMe }),
  output: wishes,
  async handle(call) {
    await changeProfile(call, (profile) => ({ ...profile, ...call.body }));
    return { value: call.body };
  },
});

/** Notifications in the activity feed (PRACTICE D8). */
export const reminderRoutes: readonly Route[] = [getReminders, saveReminders];
