import {
  batchesBefore,
  CONCERNS_PER_MANAGER,
  handIn,
  requireRemovable,
  slotExpires,
  takeOut,
  type Concern,
} from '@rapport/domain/concern';
import type { ConcernSlot } from '@rapport/domain/concern.schema';
import { batchAfter, freezeOf } from '@rapport/domain/concernBatch';
import type { OnRoll } from '@rapport/domain/concernCount';
import { DomainError } from '@rapport/domain/errors';
import type { Change } from '../documents/documents';
import { CONCERN_KIND, concernPlacing, personPartition, slotPlacing } from '../places';
import type { AnyCall } from './changeSeries';
import { hasRaised, ledSeries } from './onConcern';
import { writeOnce, type Decision } from './writeOnce';

/**
 * A change of one of the caller's own concerns, which lie in their partition. What it says no with follows from
 * what the caller did and may read, never from what a report chose.
 * @throws DomainError as `decide` does, Problem `busy`
 */
export async function changeConcern(
  call: AnyCall,
  id: string,
  decide: (concern: Concern | null) => Decision<Concern> | Promise<Decision<Concern>>,
): Promise<{ value: { id: string } }> {
  await writeOnce<Concern, null>(
    call,
    {
      partition: personPartition(call.caller.id),
      placing: concernPlacing(id),
      authorise: () => undefined,
    },
    decide,
    () => null,
  );
  await call.services.nudge.send(call.caller.id, { series: null, version: 0, page: 0 });
  return { value: { id } };
}

/** @throws DomainError `concern.unknown` */
export function existing(concern: Concern | null): Concern {
  if (!concern) throw new DomainError('concern.unknown');
  return concern;
}

/** @throws DomainError `concerns.full` */
export async function requireRoom({ caller, services: { documents } }: AnyCall): Promise<void> {
  const { documents: known } = await documents.list(
    personPartition(caller.id),
    CONCERN_KIND,
    CONCERNS_PER_MANAGER,
  );
  if (known.length >= CONCERNS_PER_MANAGER) throw new DomainError('concerns.full');
}

/**
 * Hands a concern in: with it the batch is taken, and its freeze is waited for.
 * @throws DomainError as `handIn`, `concern.topicGone`
 */
export async function handInConcern(call: AnyCall, concern: Concern): Promise<Decision<Concern>> {
  const { documents } = call.services;
  const mine = personPartition(call.caller.id);
  const batch = batchAfter(call.at);
  const slot = await documents.read<ConcernSlot>(mine, slotPlacing(batch).id);
  const before = await Promise.all(
    batchesBefore(batch).map((one) => documents.read<ConcernSlot>(mine, slotPlacing(one).id)),
  );
  const people = await markedPeople(call, concern, batch);
  const { key: id } = call.idempotency;
  const slots = {
    taken: slot !== null,
    before: before.flatMap((one) => (one ? [one.value] : [])),
  };
  const value = handIn(concern, people, slots, { id, at: call.at });
  const taken: ConcernSlot = { concern: concern.id, people };
  const placing = { ...slotPlacing(batch), expires: slotExpires(batch) };
  return {
    value,
    also: [{ change: 'create', placing, value: taken }],
    effects: [
      {
        type: 'freezeConcern',
        manager: call.caller.id,
        concern: concern.id,
        handedIn: id,
        notBefore: freezeOf(batch),
      },
    ],
  };
}

/** Takes a concern out of its batch, which is free again. @throws DomainError `concern.frozen` */
export async function takeOutConcern(call: AnyCall, concern: Concern): Promise<Decision<Concern>> {
  const value = takeOut(concern, call.at);
  if (value === concern || !concern.handedIn) return { value: concern };
  const mine = personPartition(call.caller.id);
  const { id } = slotPlacing(concern.handedIn.batch);
  const slot = await call.services.documents.read<ConcernSlot>(mine, id);
  const free: Change[] =
    slot?.value.concern === concern.id ? [{ change: 'delete', id, etag: slot.etag }] : [];
  return { value, also: free };
}

/** Deletes a draft or a result. @throws DomainError `concern.handedIn` */
export async function removeConcern(call: AnyCall, concern: Concern): Promise<Decision<Concern>> {
  requireRemovable(concern);
  const { id } = concernPlacing(concern.id);
  const found = await call.services.documents.read(personPartition(call.caller.id), id);
  return { value: concern, also: found ? [{ change: 'delete', id, etag: found.etag }] : [] };
}

/** Whose topics are marked. @throws DomainError `concern.topicGone` naming the mark */
async function markedPeople(
  { caller, services: { documents }, at }: AnyCall,
  { marks }: Concern,
  batch: string,
): Promise<OnRoll[]> {
  return Promise.all(
    marks.map(async (mark, index) => {
      const series = await ledSeries(documents, caller.id, mark.series, at);
      const report = series?.report;
      const raised = series !== null && (await hasRaised(documents, series, mark, batch));
      if (!report || !raised) throw new DomainError('concern.topicGone', `marks.${index}`);
      return { person: report.person.id, series: mark.series };
    }),
  );
}
