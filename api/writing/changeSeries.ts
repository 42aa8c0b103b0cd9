import type { PersonId, Role } from '@rapport/domain/person';
import { bothAgreed, roleOf } from '@rapport/domain/member';
import { removedBetween, withoutLines } from '@rapport/domain/letting';
import { peopleOf } from '@rapport/domain/seat';
import { type PrivatePage, type Series } from '@rapport/domain/series';
import { seriesView } from '@rapport/domain/series.schema';
import { EMPTY_PAGE } from '@rapport/domain/privatePage';
import { asOf } from '@rapport/domain/succession';
import { viewFor } from '@rapport/domain/view';
import type { Change } from '../documents/documents';
import type { Effect } from '../effects/effect';
import { runEffects } from '../effects/runEffects';
import { etagOf } from '../pipeline';
import { HEAD, meetingPlacing, pagePlacing, personPartition, seriesPartition } from '../places';
import { Problem } from '../problem';
import type { Answer, Call } from '../route';
import { keepBack } from './keepBack';
import { nudgeBoth, nudgeBothBeside } from './nudgeBoth';
import { reminding } from './reminding';
import { requireRoom } from './room';
import { writeOnce, type Decision } from './writeOnce';
import { recordOf } from '@rapport/domain/meeting';
import { expiryOf } from '@rapport/domain/retention';

/** The version that a write made, and the one it was made on. */
export interface Versioned {
  readonly version: number;
  readonly on?: number;
}

export const versioned = (
  { version }: { readonly version: number },
  before: { readonly version: number } | null,
): Versioned => ({ version, on: before?.version ?? 0 });

/** A call, whatever its path and body are. */
export type AnyCall = Call<unknown, unknown>;

/**
 * A change of the head by one of the two people.
 * @param change a function of the domain
 * @throws Problem `series.notFound` for everybody else, whether the series exists or not
 */
export function changeSeries(
  call: AnyCall,
  seriesId: string,
  change: (series: Series, by: Role) => Series | Changed | Promise<Series | Changed>,
): Promise<Answer<Versioned>> {
  return writeHead(call, seriesId, {
    authorise: (series) => void requireRole(series, call.caller.id),
    change: async (series) => {
      const by = requireRole(series, call.caller.id);
      if (call.ifMatch !== null) await requireCurrent(call, series, by);
      return change(series, by);
    },
  });
}

/** A change of the head that takes other documents of the series along, or has effects of its own. */
export interface Changed {
  readonly series: Series;
  readonly also?: readonly Change[];
  readonly effects?: readonly Effect[];
  /** The other one reads just what they read before: not even that something happened reaches them. */
  readonly untold?: boolean;
}

/** A change of the head by somebody who need not be one of the two: `authorise` says who may. */
export async function writeHead(
  call: AnyCall,
  seriesId: string,
  rule: {
    authorise(series: Series): void;
    change(series: Series): Series | Changed | Promise<Series | Changed>;
  },
): Promise<Answer<Versioned>> {
  const { services } = call;
  let toldBeside = false;
  let read = 0;
  const { value, after, pending } = await writeOnce<Series, Versioned>(
    call,
    {
      partition: seriesPartition(seriesId),
      placing: HEAD,
      authorise: (series) => rule.authorise(existing(series)),
    },
    async (current) => {
      const series = asOf(existing(current), call.at);
      const changed = await rule.change(series);
      const {
        series: head,
        also,
        effects,
        untold = false,
      }: Changed = 'series' in changed ? changed : { series: changed };
      const more = consequences(series, head, call.at);
      const removed = removedBetween(series, head);
      const back =
        removed.size === 0
          ? []
          : await keepBack(services, seriesId, (all) => withoutLines(all, removed));
      toldBeside = !untold && also !== undefined && also.length > 0;
      read = series.version;
      return {
        value: head,
        also: [...(more.also ?? []), ...(also ?? []), ...back],
        effects: [...(more.effects ?? []), ...(effects ?? [])],
      };
    },
    versioned,
  );
  await runEffects(services, pending);
  // What changes nothing for the other one does not tell them that something happened.
  if (after && after.version !== read) await nudgeBoth(services, after);
  else if (after && toldBeside) await nudgeBothBeside(services, after);
  else if (after) {
    await services.nudge.send(call.caller.id, { series: seriesId, version: 0, page: 0 });
  }
  return { value };
}

/** What goes with a change of the head, in the same batch. @throws DomainError `series.full` */
function consequences(before: Series, after: Series, at: string): Omit<Decision<Series>, 'value'> {
  requireRoom(before, after);
  const effects = [
    ...seatEffects(before, after),
    ...bringing(before, after),
    ...reminding(before, after),
  ];
  const { number } = before.meeting;
  if (after.meeting.number === number) return { effects };
  const placing = { ...meetingPlacing(number), expires: expiryOf(at, after, at) };
  const people = [before.manager, before.report].flatMap((member) =>
    member && !member.leftAt ? [member.person.id] : [],
  );
  const keep: Effect = { type: 'keepNotes', series: before.id, number, people, at };
  const bring = people.map((person): Effect => ({
    type: 'deliver',
    series: before.id,
    person,
    notBefore: null,
  }));
  return {
    effects: [...effects, keep, ...bring],
    also: [{ change: 'create', placing, value: recordOf(before, at) }],
  };
}

/** What was let go for those who follow arrives once they have joined and agreed. */
function bringing(before: Series, { origin, ...after }: Series): Effect[] {
  const isReady = origin !== undefined && bothAgreed(after) && !bothAgreed(before);
  return isReady ? [{ type: 'carry', series: origin.from, succession: origin.succession }] : [];
}

/** What seats are made of; when somebody agreed, or put it off, is in none of them. */
const seatParts = ({ manager, report, invitation, chats, rhythm, endedAt }: Series): string =>
  JSON.stringify([
    ...[manager, report].map((member) => member && [member.person, member.leftAt]),
    invitation,
    chats,
    rhythm,
    endedAt,
  ]);

/** The hints follow only where the head says something new about who takes part, and from where. */
function seatEffects(before: Series, after: Series): Effect[] {
  if (seatParts(before) === seatParts(after)) return [];
  const people: PersonId[] = [...new Set([...peopleOf(before), ...peopleOf(after)])];
  return [{ type: 'seats', series: after.id, people }];
}

function existing(series: Series | null): Series {
  if (!series) throw new Problem('series.notFound');
  return series;
}

/** @throws Problem `series.notFound` for everybody but the two */
export function requireRole(series: Series, person: PersonId): Role {
  const role = roleOf(series, person);
  if (!role) throw new Problem('series.notFound');
  return role;
}

/** `If-Match` names what the caller was last given (RFC 9110, 13.1.1). */
async function requireCurrent(call: AnyCall, series: Series, by: Role): Promise<void> {
  const page = await readPage(call, series.id);
  // As it is sent: by the schema, which has an order of its own.
  const view = seriesView.parse(viewFor(series, page, by, call.at));
  const etag = etagOf(JSON.stringify(view));
  if (call.ifMatch !== '*' && call.ifMatch !== etag) throw new Problem('version.stale', 'If-Match');
}

/** The caller's own page of a series. */
export async function readPage(call: AnyCall, seriesId: string): Promise<PrivatePage> {
  const { documents } = call.services;
  const page = await documents.read<PrivatePage>(
    personPartition(call.caller.id),
    pagePlacing(seriesId).id,
  );
  return page?.value ?? EMPTY_PAGE;
}
