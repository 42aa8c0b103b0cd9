import { noticeExpires } from '@rapport/domain/concern';
import type { Concern, ConcernNotice } from '@rapport/domain/concern.schema';
import { resultFrom } from '@rapport/domain/concernBatch';
import { isSettled, isShown, type OnRoll } from '@rapport/domain/concernCount';
import type { PersonId } from '@rapport/domain/person';
import type { Seat } from '@rapport/domain/series';
import {
  concernPlacing,
  noticePlacing,
  personPartition,
  rollPlacing,
  SEATS_PER_PERSON,
} from '../places';
import { StorageConflict } from '../ports/storage';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { ledSeries, partNow } from '../writing/onConcern';
import { EFFECT_KIND, type Effect } from './effect';

type Freeze = Extract<Effect, { type: 'freezeConcern' }>;

/** The manager's reports at the freeze; nothing of what they chose. */
export interface Roll {
  readonly handedIn: string;
  readonly people: readonly OnRoll[];
}

/** As the batch of the handing in named it (writing/writeOnce.ts). */
export const freezeEffectId = (handedIn: string): string => `effect.${handedIn}.0`;

/**
 * Freezes a concern in its batch: writes down who the manager's reports are, and lays a notice with every one of
 * them, which those who raised it can read (PRACTICE C8). The same documents are written whatever anybody chose,
 * and none of the manager's own is touched.
 * @returns `later` while the batch is open
 */
export async function freezeConcern(
  services: Services,
  effect: Freeze,
): Promise<'later' | undefined> {
  const { documents, clock } = services;
  const at = clock.now().toISOString();
  if (at < effect.notBefore) return 'later';
  const mine = personPartition(effect.manager);
  const found = await documents.read<Concern>(mine, concernPlacing(effect.concern).id, 'latest');
  const concern = found?.value;
  // Taken out, or counted already.
  if (concern?.handedIn?.id !== effect.handedIn || concern.result) return undefined;
  const { batch } = concern.handedIn;
  const { people } = await rollOf(services, effect, concern, batch);
  for (const entry of people) {
    const { marks } = concern;
    const part = await partNow(documents, effect.manager, entry, { marks, batch, at });
    const notice: ConcernNotice = {
      concern: concern.id,
      manager: effect.manager,
      series: entry.series,
      handedIn: effect.handedIn,
      part: part === 'raiser' && !isShown(part, people) ? 'none' : part,
      shownAt: clock.now().toISOString(),
      left: false,
      closed: false,
    };
    await changeDocument<ConcernNotice>(
      services,
      personPartition(entry.person),
      { ...noticePlacing(concern.id), expires: noticeExpires(notice) },
      // An earlier run's stays: it has been read, and maybe left.
      (current) => (current?.handedIn === effect.handedIn ? current : notice),
    );
    await services.nudge.send(entry.person, { series: entry.series, version: 0, page: 0 });
  }
  return undefined;
}

/** Who is on the roll: written down once, together with the time at which it is counted. */
async function rollOf(
  services: Services,
  { manager, concern: id, handedIn }: Freeze,
  concern: Concern,
  batch: string,
): Promise<Roll> {
  const { documents } = services;
  const mine = personPartition(manager);
  const known = await documents.read<Roll>(mine, rollPlacing(id).id, 'latest');
  if (known?.value.handedIn === handedIn) return known.value;
  const roll: Roll = { handedIn, people: await reportsOf(services, manager, concern, batch) };
  const notBefore = resultFrom(services.clock.now().toISOString());
  const count: Effect = { type: 'countConcern', manager, concern: id, handedIn, notBefore };
  const placing = rollPlacing(id);
  try {
    await documents.write(mine, [
      known
        ? { change: 'replace', placing, value: roll, loaded: known }
        : { change: 'create', placing, value: roll },
      {
        change: 'create',
        placing: {
          id: `effect.count.${handedIn}`,
          kind: EFFECT_KIND,
          schema: 1,
          due: notBefore,
        },
        value: count,
      },
    ]);
    return roll;
  } catch (error) {
    // Another run wrote it down first: that one counts.
    if (!(error instanceof StorageConflict)) throw error;
    const first = await documents.read<Roll>(mine, placing.id, 'latest');
    if (first?.value.handedIn !== handedIn) throw error;
    return first.value;
  }
}

/** Everybody who has been led for long enough, once each; where it is in two series, the marked one. */
async function reportsOf(
  { documents, clock }: Services,
  manager: PersonId,
  concern: Concern,
  batch: string,
): Promise<OnRoll[]> {
  const at = clock.now().toISOString();
  const seats = await documents.list<Seat>(personPartition(manager), 'seat', SEATS_PER_PERSON);
  const led = seats.documents.flatMap(({ value }) => (value.role === 'manager' ? [value] : []));
  const marked = new Set(concern.marks.map(({ series }) => series));
  const inOrder = led.toSorted((a, b) => +marked.has(b.series) - +marked.has(a.series));
  const people = new Map<PersonId, OnRoll>();
  for (const seat of inOrder) {
    const series = await ledSeries(documents, manager, seat.series, at);
    const report = series?.report;
    if (!report || people.has(report.person.id)) continue;
    if (!isSettled(concern, batch, report.joinedAt)) continue;
    people.set(report.person.id, { person: report.person.id, series: seat.series });
  }
  return [...people.values()];
}
