import type { PersonId } from '@rapport/domain/person';
import { seatsOf, type Seat, type Series } from '@rapport/domain/series';
import {
  chatPartition,
  chatPlacing,
  HEAD,
  keptNotesPlacing,
  openPlacing,
  pagePlacing,
  personPartition,
  seatPlacing,
  seriesPartition,
  type ChatPointer,
} from '../places';
import type { Services } from '../services';
import { changeDocument } from '../writing/changeDocument';
import type { Effect } from './effect';

/**
 * Derives from the head what each person's own partition says about it: a seat in their home, the chats that
 * open it, and the open places in chats. Made from the head alone, so that late and repeated runs agree.
 */
export async function settleSeats(
  services: Services,
  effect: Extract<Effect, { type: 'seats' }>,
): Promise<void> {
  const head = await services.documents.read<Series>(seriesPartition(effect.series), HEAD.id);
  if (!head) return;
  const series = head.value;
  const seats = seatsOf(series, services.clock.now().toISOString());
  for (const person of effect.people) {
    const seat = seats.find((candidate) => candidate.person === person)?.seat;
    await settlePerson(services, series, person, seat);
    await services.nudge.send(person, { series: null, version: series.version });
  }
  await settleOpenPlaces(services, series, head.tenant);
}

async function settlePerson(
  services: Services,
  series: Series,
  person: PersonId,
  seat: Seat | undefined,
): Promise<void> {
  const partition = personPartition(person);
  await changeDocument<Seat>(services, partition, seatPlacing(series.id), (current) => {
    if (!seat) return undefined;
    return current && current.version >= seat.version ? current : seat;
  });
  for (const chatKey of series.chats) {
    await changeDocument<ChatPointer>(services, partition, chatPlacing(chatKey), (current) => {
      const ours = current?.series === series.id;
      if (!seat) return ours ? undefined : current;
      return current?.series ? current : { series: series.id, askedAt: null };
    });
  }
  if (hasLeft(series, person)) {
    await changeDocument(services, partition, pagePlacing(series.id), () => undefined);
    for (let number = 1; number < series.meeting.number; number += 1) {
      const placing = keptNotesPlacing(series.id, number);
      await changeDocument(services, partition, placing, () => undefined);
    }
  }
}

const hasLeft = ({ manager, report }: Series, person: PersonId): boolean =>
  [manager, report].some((member) => member?.person.id === person && member.leftAt !== null);

async function settleOpenPlaces(services: Services, series: Series, tenant: string): Promise<void> {
  const open =
    series.invitation !== null && series.invitation.to === null && !series.manager.leftAt;
  for (const chatKey of series.chats) {
    const partition = chatPartition(chatKey, tenant);
    await changeDocument<{ series: string }>(
      services,
      partition,
      openPlacing(series.id),
      (current) => (open ? (current ?? { series: series.id }) : undefined),
    );
  }
}
