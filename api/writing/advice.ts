import type { PersonId } from '@rapport/domain/person.schema';
import { personPartition, PROFILE, type Profile } from '../places';
import type { Services } from '../services';
import { changeDocument } from './changeDocument';

/**
 * Remembers the first piece of feedback that a person ever opened, whoever it is from and on whichever device: with
 * it comes the full advice, with every later one a line (PRACTICE B5).
 */
export async function rememberFirst(
  services: Services,
  person: PersonId,
  feedbackId: string,
): Promise<void> {
  await changeDocument<Profile>(services, personPartition(person), PROFILE, (profile) =>
    profile?.firstFeedback ? profile : { introduction: '', ...profile, firstFeedback: feedbackId },
  );
}

/** @returns the id of the first piece of feedback that they opened, null before */
export async function firstOpened(services: Services, person: PersonId): Promise<string | null> {
  const profile = await services.documents.read<Profile>(personPartition(person), PROFILE.id);
  return profile?.value.firstFeedback ?? null;
}
