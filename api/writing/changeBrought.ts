import { NOTHING_BROUGHT } from '@rapport/domain/bring';
import { saysThere, withoutOldBrought } from '@rapport/domain/broughtPast';
import { next } from '@rapport/domain/member';
import type { Series } from '@rapport/domain/series';
import type { Brought } from '@rapport/domain/succession.schema';
import type { Change, Loaded } from '../documents/documents';
import { BROUGHT, HEAD, seriesPartition } from '../places';
import { StorageConflict } from '../ports/storage';
import { Problem } from '../problem';
import type { Services } from '../services';
import { nudgeBoth, nudgeBothBeside } from './nudgeBoth';

const ATTEMPTS = 12;

/** What lies in a series of what came along, with its head. */
export interface BroughtBeside {
  readonly brought: Brought;
  readonly series: Series;
  readonly tenant: string;
}

/** The head says that something came along, so that nobody looks where nothing did. */
export const sayingBrought = (series: Series, { lines }: Brought): Series => {
  const said = saysThere(series, 'brought', lines.length > 0);
  return said === series ? series : next(said, {});
};

/**
 * Brings what came along to what `decide` says of what is still kept of it, for effects, and the head with it in one
 * batch; both of the two are told.
 * @returns what stands afterwards; null where there is no series (any more)
 * @throws Problem `busy` after too many lost races
 */
export async function changeBroughtBeside(
  services: Services,
  seriesId: string,
  decide: (brought: Brought) => Brought = (kept) => kept,
): Promise<BroughtBeside | null> {
  const { documents } = services;
  const where = seriesPartition(seriesId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // In this order: what the head says goes with every change of the lines, and theirs is what a write meets.
    const found = await documents.read<Brought>(where, BROUGHT.id, 'latest');
    const head = await documents.read<Series>(where, HEAD.id, 'latest');
    if (!head) return null;
    const { tenant } = head;
    const before = found?.value ?? NOTHING_BROUGHT;
    const now = services.clock.now().toISOString();
    const brought = decide(withoutOldBrought(before, head.value, now));
    if (brought === before) return { brought, series: head.value, tenant };
    const series = sayingBrought(head.value, brought);
    const changes: Change[] = [
      ...(series === head.value
        ? []
        : ([{ change: 'replace', placing: HEAD, value: series, loaded: head }] as const)),
      placed(found, brought),
    ];
    try {
      await documents.write({ ...where, tenant }, changes);
    } catch (error) {
      if (!(error instanceof StorageConflict)) throw error;
      continue;
    }
    await (series === head.value ? nudgeBothBeside(services, series) : nudgeBoth(services, series));
    return { brought, series, tenant };
  }
  throw new Problem('busy');
}

const placed = (found: Loaded<Brought> | null, value: Brought): Change =>
  found
    ? { change: 'replace', placing: BROUGHT, value, loaded: found }
    : { change: 'create', placing: BROUGHT, value };
