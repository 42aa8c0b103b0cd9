import { forgetPerson, goesAt } from '@rapport/domain/ending';
import type { PersonId } from '@rapport/domain/person';
import { peopleOf } from '@rapport/domain/seat';
import type { Seat, Series } from '@rapport/domain/series';
import type { Documents, Partition } from '../documents/documents';
import { listAll } from '../documents/listAll';
import { removeAll } from '../documents/removeAll';
import {
  chatKeyIn,
  chatPartition,
  forgettingPartition,
  forgettingPlacing,
  HEAD,
  KINDS_OF_PERSON,
  personPartition,
  seriesPartition,
  type ChatPointer,
} from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
import { EFFECT_KIND, type Effect } from './effect';
import { endSeries } from './end';
import { settleSeats } from './seats';

const CHATS_PER_PAGE = 100;

/**
 * Deletes everything of somebody (PRACTICE D11): they leave every series, invitations to them and requests of theirs
 * end, then their own partition goes, and its data key with it. The seats that name the series go last, so that a
 * run that was interrupted finds again what is left to do.
 */
export async function forgetEverything(
  services: Services,
  { person, at }: Extract<Effect, { type: 'forget' }>,
): Promise<undefined> {
  const { documents } = services;
  const mine = personPartition(person);
  const series = await seriesOf(services, person);
  for (const id of series) await leaveFor(services, id, person, at);
  await services.nudge.disconnect(person);
  await removeAll(documents, mine, KINDS_OF_PERSON);
  await documents.forget(mine);
  const where = forgettingPartition(mine.tenant);
  await changeDocument(services, where, forgettingPlacing(person), () => undefined);
}

/** Every series that somebody has a seat in, is invited to, or asked to join. */
async function seriesOf(services: Services, person: PersonId): Promise<Set<string>> {
  const { documents } = services;
  const mine = personPartition(person);
  const seats = await listAll<Seat>(documents, mine, 'seat');
  const found = new Set(seats.map(({ series }) => series));
  for (const chatKey of await chatsAskedIn(documents, mine)) {
    const where = chatPartition(chatKey, mine.tenant);
    const open = await listAll<{ series: string }>(documents, where, 'open');
    for (const { series } of open) found.add(series);
  }
  return found;
}

async function chatsAskedIn(documents: Documents, mine: Partition): Promise<string[]> {
  const keys: string[] = [];
  let continuation: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof documents.list<ChatPointer>>> =
      await documents.list<ChatPointer>(mine, 'chat', CHATS_PER_PAGE, continuation);
    for (const { id, value } of page.documents) {
      if (value.askedAt !== null) keys.push(chatKeyIn(id));
    }
    ({ continuation } = page);
  } while (continuation !== null);
  return keys;
}

async function leaveFor(
  services: Services,
  id: string,
  person: PersonId,
  at: string,
): Promise<void> {
  const { documents } = services;
  const head = await documents.read<Series>(seriesPartition(id), HEAD.id, 'latest');
  if (!head) return;
  const where = { ...seriesPartition(id), tenant: head.tenant };
  const after = await changeDocument<Series>(
    services,
    where,
    HEAD,
    (series) => series && forgetPerson(series, person, at),
  );
  if (!after) return;
  const goes = goesAt(after);
  const end = { type: 'end', series: id, notBefore: goes ?? at } as const;
  if (goes !== null) {
    const role = after.manager.person.id === person ? 'manager' : 'report';
    const placing = { id: `effect.end.${role}`, kind: EFFECT_KIND, schema: 1, due: goes };
    await changeDocument<Effect>(services, where, placing, (stored) => stored ?? end);
  }
  // Their own seat stays until all is done: it is what an interrupted run finds the series by.
  const people = peopleOf(after).filter((one) => one !== person);
  await settleSeats(services, { type: 'seats', series: id, people });
  await nudgeBoth(services, after);
  // Where nobody is left to read it, it need not wait for the timer.
  if (goes !== null) await endSeries(services, end);
}
