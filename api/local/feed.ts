import { personIdOf } from '@rapport/domain/person';
import type { NotifyPort } from '../ports/notify';
import type { LocalPerson } from './teams/person';
import type { TeamsState } from './teams';

/** The activity feed of the local Teams: what Microsoft Graph is in the cloud. */
export const createLocalFeed = (
  teams: Pick<TeamsState, 'notify'>,
  people: readonly LocalPerson[],
): NotifyPort => ({
  async send(person, notification) {
    const found = people.find(({ tid, oid }) => personIdOf(tid, oid) === person);
    if (!found) return { outcome: 'noApp' };
    await teams.notify(found.key, notification);
    return { outcome: 'sent' };
  },
});
