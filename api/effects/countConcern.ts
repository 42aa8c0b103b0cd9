import type { Concern, ConcernNotice, ConcernPart } from '@rapport/domain/concern.schema';
import { closedExpires, resultExpires } from '@rapport/domain/concern';
import { resultFrom } from '@rapport/domain/concernBatch';
import { resultOf, stillCounts, type OnRoll } from '@rapport/domain/concernCount';
import { concernPlacing, noticePlacing, personPartition, rollPlacing } from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { partNow } from '../writing/onConcern';
import type { Effect } from './effect';
import { freezeEffectId, type Roll } from './freezeConcern';

type Count = Extract<Effect, { type: 'countConcern' }>;

/** A freeze that does not get done is waited for so long; then a notice that is missing is nobody's. */
const FREEZING_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Closes every notice, counts who is still part of a concern, and writes the result where its manager reads it
 * (PRACTICE C8). What is read and written is the same whatever comes out. Doing it again closes nothing anew; the
 * first result that is written stays.
 * @returns `later` while somebody has not had their three working days
 */
export async function countConcern(
  services: Services,
  effect: Count,
): Promise<'later' | undefined> {
  const { documents, clock, nudge } = services;
  const at = clock.now().toISOString();
  if (at < effect.notBefore) return 'later';
  const mine = personPartition(effect.manager);
  const [found, roll] = await Promise.all([
    documents.read<Concern>(mine, concernPlacing(effect.concern).id, 'latest'),
    documents.read<Roll>(mine, rollPlacing(effect.concern).id, 'latest'),
  ]);
  if (roll?.value.handedIn !== effect.handedIn) return undefined;
  const forget = { change: 'delete', id: rollPlacing(effect.concern).id, etag: roll.etag } as const;
  const batch = found?.value.handedIn?.id === effect.handedIn && found.value.handedIn.batch;
  if (!found || !batch) {
    await documents.write(mine, [forget]);
    return undefined;
  }
  const { people } = roll.value;
  if (await isStillFreezing(services, effect, at)) return 'later';
  if (!(await allHadTheirTime(services, effect, people, at))) return 'later';
  const standing: ConcernPart[] = [];
  for (const entry of people) {
    const notice = await close(services, effect, entry, at);
    const { marks } = found.value;
    const now = await partNow(documents, effect.manager, entry, { marks, batch, at });
    standing.push(notice ? stillCounts(notice.part, now, notice.left) : 'none');
  }
  const counted: Concern = { ...found.value, result: resultOf(standing) };
  const placing = { ...concernPlacing(effect.concern), expires: resultExpires(at) };
  await documents.write(mine, [
    { change: 'replace', placing, value: counted, loaded: found },
    forget,
  ]);
  await nudge.send(effect.manager, { series: null, version: 0, page: 0 });
  return undefined;
}

/** Not everybody has their notice yet. */
async function isStillFreezing(
  { documents }: Services,
  { manager, handedIn, notBefore }: Count,
  at: string,
): Promise<boolean> {
  if (Date.parse(at) >= Date.parse(notBefore) + FREEZING_MS) return false;
  return (await documents.read(personPartition(manager), freezeEffectId(handedIn))) !== null;
}

/** Whether each notice has lain there for three working days, raiser's or not. One that is gone is nobody's. */
async function allHadTheirTime(
  { documents }: Services,
  { concern, handedIn }: Count,
  people: readonly OnRoll[],
  at: string,
): Promise<boolean> {
  for (const { person } of people) {
    const partition = personPartition(person);
    const notice = await documents.read<ConcernNotice>(partition, noticePlacing(concern).id);
    if (notice?.value.handedIn !== handedIn) continue;
    if (at < resultFrom(notice.value.shownAt)) return false;
  }
  return true;
}

/** From here on nobody leaves any more: whoever was told that they are not part of it is not counted. */
const close = (
  services: Services,
  { concern, handedIn }: Count,
  { person }: OnRoll,
  at: string,
): Promise<ConcernNotice | undefined> =>
  changeDocument<ConcernNotice>(
    services,
    personPartition(person),
    { ...noticePlacing(concern), expires: closedExpires(at) },
    (current) =>
      !current || current.handedIn !== handedIn || current.closed
        ? current
        : { ...current, closed: true },
  );
