import { PROFILE, personPartition, type Profile } from '../places';
import type { AnyCall } from './changeSeries';
import { writeOnce } from './writeOnce';

/** Of somebody who has kept nothing yet. */
const EMPTY: Profile = { introduction: '' };

/**
 * A change of what the caller keeps for themselves across their series; the rest of it stays as it is.
 * @throws DomainError as `decide` does, Problem `busy`
 */
export async function changeProfile(
  call: AnyCall,
  decide: (profile: Profile) => Profile,
): Promise<void> {
  await writeOnce<Profile, null>(
    call,
    {
      partition: personPartition(call.caller.id),
      placing: PROFILE,
      authorise: () => undefined,
    },
    (current) => ({ value: decide(current ?? EMPTY) }),
    () => null,
  );
}
