import type { PageCommand } from '@rapport/domain/agenda';
import { DomainError } from '@rapport/domain/errors';
import type { Delivery } from '@rapport/domain/feedback';
import { changePage, EMPTY_PAGE } from '@rapport/domain/privatePage';
import { bothAgreed, requireGoingOn, roleOf } from '@rapport/domain/member';
import { type PrivatePage, type Series } from '@rapport/domain/series';
import type { Role } from '@rapport/domain/person';
import { asOf } from '@rapport/domain/succession';
import type { Effect } from '../effects/effect';
import { runEffects } from '../effects/runEffects';
import { HEAD, pagePlacing, personPartition, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { Answer } from '../route';
import { requireRole, versioned, type AnyCall, type Versioned } from './changeSeries';
import { takeOwnPage } from './ownPage';
import { writeOnce } from './writeOnce';

/** One's own words may go at any time, also when the other one has left. */
const TAKES_AWAY: ReadonlySet<PageCommand['type']> = new Set([
  'removeTopic',
  'removeNote',
  'removeFeedback',
]);

/** A command on the caller's own page of a series. */
export const commandOwnPage = (
  call: AnyCall,
  seriesId: string,
  command: PageCommand,
): Promise<Answer<Versioned>> =>
  changeOwnPage(
    call,
    seriesId,
    (page, by) => ({
      page: changePage(page, command, { by, at: call.at, commandId: call.idempotency.key }),
    }),
    TAKES_AWAY.has(command.type),
  );

/**
 * Decides how a piece of feedback gets to the other one.
 * @throws DomainError `terms.notAgreed` before both agreed: it stays a draft (PRACTICE C6)
 */
export const giveFromPage = (
  call: AnyCall,
  seriesId: string,
  id: string,
  delivery: Delivery,
): Promise<Answer<Versioned>> =>
  changeOwnPage(call, seriesId, (page, by, series) => {
    if (!bothAgreed(series)) throw new DomainError('terms.notAgreed');
    const doing = { by, at: call.at, commandId: call.idempotency.key };
    const given = changePage(page, { type: 'giveFeedback', id, delivery }, doing);
    if (given === page || delivery.how === 'bring') return { page: given };
    const notBefore = delivery.at;
    const person = call.caller.id;
    return { page: given, effects: [{ type: 'deliver', series: seriesId, person, notBefore }] };
  });

/**
 * A change of the caller's own page of a series, which nobody else is ever given.
 * @throws Problem `series.notFound`; DomainError `series.ended`; Problem `busy` where an effect that the
 * answer depends on could not be done yet
 */
export async function changeOwnPage(
  call: AnyCall,
  seriesId: string,
  decide: (
    page: PrivatePage,
    by: Role,
    series: Series,
  ) => { page: PrivatePage; effects?: readonly Effect[] },
  /** What may still be done once one of the two has left: taking something away. */
  afterEnd = false,
): Promise<Answer<Versioned>> {
  const { services, caller } = call;
  const head = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id);
  if (!head) throw new Problem('series.notFound');
  const by = requireRole(head.value, caller.id);
  const { value, pending } = await writeOnce<PrivatePage, Versioned>(
    call,
    {
      partition: personPartition(caller.id),
      placing: pagePlacing(seriesId),
      authorise: () => undefined,
    },
    (current) => {
      if (!afterEnd) requireGoingOn(asOf(head.value, call.at));
      const { page, effects } = decide(current ?? EMPTY_PAGE, by, head.value);
      return { value: page, effects: effects ?? [] };
    },
    versioned,
  );
  await refuseLeaver(call, seriesId);
  if (!(await runEffects(services, pending))) throw new Problem('busy');
  // Their other devices.
  await services.nudge.send(caller.id, { series: seriesId, version: 0, page: value.version });
  return { value };
}

/**
 * Somebody who left while this was written takes it along: leaving deletes the page, and must not be outrun.
 * @throws Problem `series.notFound`
 */
async function refuseLeaver(call: AnyCall, seriesId: string): Promise<void> {
  const { services, caller } = call;
  const head = await services.documents.read<Series>(seriesPartition(seriesId), HEAD.id, 'latest');
  if (head && roleOf(head.value, caller.id)) return;
  await takeOwnPage(call, seriesId);
  throw new Problem('series.notFound');
}
