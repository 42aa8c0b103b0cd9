import type { ConcernNotice } from '@rapport/domain/concern.schema';
import type { PersonId } from '@rapport/domain/person';
import { goesAt } from '@rapport/domain/ending';
import { hasEnded } from '@rapport/domain/member';
import { seatsOf } from '@rapport/domain/seat';
import { type Seat, type Series } from '@rapport/domain/series';
import { asOf } from '@rapport/domain/succession';
import { removeImports } from '../documents/removeImports';
import type { Partition } from '../documents/documents';
import {
  chatPartition,
  chatPlacing,
  HEAD,
  digestOf,
  keptNotesPlacing,
  NOTICE_KIND,
  noticePlacing,
  NOTICES_PER_PERSON,
  openPlacing,
  ownWordsPlacing,
  pagePlacing,
  personPartition,
  seatPlacing,
  seriesPartition,
  leadPlacing,
  toldPlacing,
  type ChatPointer,
  type Lead,
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
  for (let settled = 0; ;) {
    const head = await services.documents.read<Series>(
      seriesPartition(effect.series),
      HEAD.id,
      'latest',
    );
    // Whatever changed meanwhile may have been settled already, by another run that this one then undid.
    if (!head || head.value.version === settled) return;
    await settle(services, head.value, head.tenant, effect.people);
    settled = head.value.version;
  }
}

async function settle(
  services: Services,
  series: Series,
  tenant: string,
  people: readonly PersonId[],
): Promise<void> {
  const now = services.clock.now().toISOString();
  const seats = seatsOf(series, now);
  for (const person of people) {
    const seat = seats.find((candidate) => candidate.person === person)?.seat;
    await settlePerson(services, series, person, seat);
    await services.nudge.send(person, { series: null, version: 0, page: 0 });
  }
  await settleOpenPlaces(services, series, tenant);
}

async function settlePerson(
  services: Services,
  series: Series,
  person: PersonId,
  seat: Seat | undefined,
): Promise<void> {
  const partition = personPartition(person);
  const now = services.clock.now().toISOString();
  // What an invited person sees goes when the invitation does, without anybody doing anything.
  const expires = seat?.state === 'invited' ? series.invitation?.expiresAt : undefined;
  const placing = { ...seatPlacing(series.id), ...(expires === undefined ? {} : { expires }) };
  await changeDocument<Seat>(services, partition, placing, (current) => {
    if (!seat) return undefined;
    return current && current.version >= seat.version ? current : seat;
  });
  for (const chatKey of series.chats) {
    await changeDocument<ChatPointer>(
      services,
      partition,
      chatPlacing(chatKey),
      async (current) => {
        const other = current?.series ?? null;
        // Whoever left reads it from their home; the chat is free for what comes next.
        if (!seat || hasLeft(series, person)) return other === series.id ? undefined : current;
        const stays =
          other !== null && (other === series.id || (await stillOpens(services, other, person)));
        return stays || (other !== null && hasEnded(series))
          ? current
          : { series: series.id, askedAt: null };
      },
    );
  }
  // Nobody tells them anything of it any more.
  if (!seat || hasLeft(series, person)) {
    await changeDocument(services, partition, toldPlacing(series.id), () => undefined);
  }
  if (hasLeft(series, person) || isOver(series, now)) {
    await deletePrivate(services, series, partition);
  }
}

/** What they were shown of common concerns in this series, and whether they left them (PRACTICE C8). */
async function forgetNotices(services: Services, partition: Partition, id: string): Promise<void> {
  const { documents: notices } = await services.documents.list<ConcernNotice>(
    partition,
    NOTICE_KIND,
    NOTICES_PER_PERSON,
  );
  for (const { value } of notices) {
    if (value.series !== id) continue;
    await changeDocument(services, partition, noticePlacing(value.concern), () => undefined);
  }
}

/** What somebody had for themselves in this series goes when they leave it, at the latest with the series. */
async function deletePrivate(
  services: Services,
  series: Series,
  partition: Partition,
): Promise<void> {
  await changeDocument(services, partition, pagePlacing(series.id), () => undefined);
  await removeImports(services.documents, partition, series.id);
  await forgetNotices(services, partition, series.id);
  for (let number = 1; number < series.meeting.number; number += 1) {
    const kept = keptNotesPlacing(series.id, number);
    await changeDocument(services, partition, kept, () => undefined);
  }
  for (let digest = digestOf(series.meeting.number); digest >= 0; digest -= 1) {
    const words = ownWordsPlacing(series.id, digest);
    await changeDocument(services, partition, words, () => undefined);
  }
  for (const chatKey of series.chats) {
    await changeDocument<Lead>(services, partition, leadPlacing(chatKey), (lead) =>
      lead?.series === series.id ? undefined : lead,
    );
  }
}

/** True once nothing of it is to be read any more, but for what the law or safety keeps. */
const isOver = (series: Series, at: string): boolean => {
  const goes = goesAt(series);
  return goes !== null && goes <= at;
};

/** A chat goes on opening what it opens, until that is over or not this person's any more. */
async function stillOpens(services: Services, id: string, person: PersonId): Promise<boolean> {
  const head = await services.documents.read<Series>(seriesPartition(id), HEAD.id);
  if (!head) return false;
  const at = services.clock.now().toISOString();
  const series = asOf(head.value, at);
  if (hasEnded(series)) return false;
  const seats = seatsOf(series, at);
  return seats.some((seat) => seat.person === person);
}

const hasLeft = ({ manager, report }: Series, person: PersonId): boolean =>
  [manager, report].some((member) => member?.person.id === person && member.leftAt !== null);

async function settleOpenPlaces(services: Services, series: Series, tenant: string): Promise<void> {
  const { invitation, manager, id } = series;
  const open = invitation !== null && invitation.to === null && !manager.leftAt;
  for (const chatKey of series.chats) {
    await changeDocument<{ series: string }>(
      services,
      chatPartition(chatKey, tenant),
      openPlacing(chatKey, manager.person.id),
      (current) => {
        if (open) return current?.series === id ? current : { series: id };
        return current?.series === id ? undefined : current;
      },
    );
  }
}
