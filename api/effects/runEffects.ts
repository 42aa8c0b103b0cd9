import type { DuePage } from '../documents/documents';
import { StorageConflict } from '../ports/storage';
import type { Services } from '../services';
import type { PendingEffect } from '../writing/writeOnce';
import { ask } from './ask';
import { bringImported } from './bringImported';
import { countConcern } from './countConcern';
import { carry } from './carry';
import { endStandIn } from './endStandIn';
import { settleNaming } from './settleNaming';
import { EFFECT_KIND, type Effect } from './effect';
import { deliver } from './deliver';
import { freezeConcern } from './freezeConcern';
import { revealCheckIns } from './reveal';
import { endSeries } from './end';
import { forgetEverything } from './forget';
import { keepNotes } from './keepNotes';
import { pointChat } from './point';
import { passBrought } from './passBrought';
import { publish } from './publish';
import { redate } from './redate';
import { remind } from './remind';
import { settleSeats } from './seats';
import { dropTalkShare, keepTalkShare } from './talkShare';

/** Containers in which changes leave effects. */
const CONTAINERS = ['series', 'people'] as const;
const SWEEP_PAGE = 100;

/**
 * Does effects in order. One that fails stays stored, due for the sweep.
 * @returns whether all of them are done
 */
export async function runEffects(
  services: Services,
  pending: readonly PendingEffect[],
): Promise<boolean> {
  let all = true;
  for (const effect of pending) all = (await runEffect(services, effect)) && all;
  return all;
}

async function runEffect(services: Services, { partition, id }: PendingEffect): Promise<boolean> {
  const { documents, log } = services;
  let type: Effect['type'] | 'unread' = 'unread';
  try {
    const stored = await documents.read<Effect>(partition, id);
    if (!stored) return true;
    ({ type } = stored.value);
    const outcome = await perform(services, stored.value);
    if (outcome === 'later') return true;
    if (outcome) {
      const placing = { id, kind: EFFECT_KIND, schema: 1, due: outcome.again };
      const again = { change: 'replace', placing, value: stored.value, loaded: stored } as const;
      await documents.write(partition, [again]);
      return true;
    }
    await documents.write(partition, [{ change: 'delete', id, etag: stored.etag }]);
    return true;
  } catch (error) {
    // Somebody else did it at the same time; doing it twice did nothing more.
    if (error instanceof StorageConflict) return true;
    // Whatever else it was, the effect stays stored and comes again with the sweep.
    log.write({ event: 'effect', type, outcome: 'left for the sweep', error: nameOf(error) });
    return false;
  }
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name : typeof error;

/** Not over yet: as it lies there, or not before this time. */
type Outcome = 'later' | { readonly again: string } | undefined | void;

function perform(services: Services, effect: Effect): Promise<Outcome> {
  switch (effect.type) {
    case 'seats':
      return settleSeats(services, effect);
    case 'point':
      return pointChat(services, effect);
    case 'publish':
      return publish(services, effect);
    case 'bringPromises':
      return bringImported(services, effect);
    case 'keepNotes':
      return keepNotes(services, effect);
    case 'deliver':
      return deliver(services, effect);
    case 'reveal':
      return revealCheckIns(services, effect);
    case 'name':
      return settleNaming(services, effect);
    case 'carry':
      return carry(services, effect);
    case 'passBrought':
      return passBrought(services, effect);
    case 'endStandIn':
      return endStandIn(services, effect);
    case 'redate':
      return redate(services, effect);
    case 'remind':
      return remind(services, effect);
    case 'keepTalkShare':
      return keepTalkShare(services, effect);
    case 'dropTalkShare':
      return dropTalkShare(services, effect);
    case 'freezeConcern':
      return freezeConcern(services, effect);
    case 'countConcern':
      return countConcern(services, effect);
    case 'ask':
      return ask(services, effect);
    case 'end':
      return endSeries(services, effect);
    case 'forget':
      return forgetEverything(services, effect);
  }
}

/** What lay in a partition that is forgotten has nothing left to do, and would be found due for ever. */
async function takeAway(
  { documents }: Services,
  { partition, id, etag }: DuePage['forgotten'][number],
): Promise<void> {
  try {
    await documents.write(partition, [{ change: 'delete', id, etag }]);
  } catch (error) {
    if (!(error instanceof StorageConflict)) throw error;
  }
}

/**
 * Finishes what was interrupted: called by a timer. Costs what is due, not what exists.
 * @returns how many effects were found due
 */
export async function sweepEffects(services: Services): Promise<number> {
  const until = services.clock.now().toISOString();
  let found = 0;
  for (const container of CONTAINERS) {
    let broken = 0;
    let continuation: string | null = null;
    do {
      const page = await services.documents.listDue(
        container,
        EFFECT_KIND,
        until,
        SWEEP_PAGE,
        continuation,
      );
      await runEffects(services, page.documents);
      for (const row of page.forgotten) await takeAway(services, row);
      found += page.documents.length;
      broken += page.broken;
      ({ continuation } = page);
    } while (continuation !== null);
    if (broken > 0) services.log.write({ event: 'broken seals', container, count: broken });
  }
  return found;
}
