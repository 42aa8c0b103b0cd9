import { NOTHING_BROUGHT, withoutPast } from '@rapport/domain/bring';
import { withoutOldBrought } from '@rapport/domain/broughtPast';
import { readerOf } from '@rapport/domain/ending';
import { requireGoingOn } from '@rapport/domain/member';
import { otherRole, type Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import { NO_SUCCESSIONS, successionsFor, withOrigin } from '@rapport/domain/succession';
import type { Brought, Naming, Successions } from '@rapport/domain/succession.schema';
import type { Change, Placing } from '../documents/documents';
import type { Effect } from '../effects/effect';
import { BROUGHT, namingPlacing, personPartition, seriesPartition, SUCCESSIONS } from '../places';
import { Problem } from '../problem';
import type { Answer } from '../route';
import { sayingBrought } from './changeBrought';
import { requireRole, writeHead, type AnyCall, type Versioned } from './changeSeries';

/**
 * A change of what is asked and offered from a series. The head stays as it is: what one of the two lets go of
 * their own words changes nothing that the other one reads, and they are not told that there was anything.
 * @throws Problem `series.notFound`, DomainError as the rules say
 */
export const changeSuccessions = (
  call: AnyCall,
  seriesId: string,
  decide: (
    successions: Successions,
    series: Series,
    by: Role,
  ) => Decided<Successions> | Promise<Decided<Successions>>,
  who = whoWrites,
): Promise<Answer<Versioned>> =>
  changeBeside(call, seriesId, SUCCESSIONS, who, async (found: Successions | null, series, by) => {
    const before = withoutPast(found ?? NO_SUCCESSIONS, series, call.at);
    const decided = await decide(before, series, by);
    const [then, now] = [before, decided.value].map((one) =>
      JSON.stringify(successionsFor(one, series.origin, otherRole(by), call.at)),
    );
    return { ...decided, untold: then === now };
  });

interface Decided<T> {
  readonly value: T;
  readonly effects?: readonly Effect[];
  readonly untold?: boolean;
  /** The head, where it says more or less with it. */
  readonly head?: Series;
}

/** A change of what was brought into a series. */
export const changeBrought = (
  call: AnyCall,
  seriesId: string,
  decide: (brought: Brought, by: Role) => Brought,
): Promise<Answer<Versioned>> =>
  changeBeside(call, seriesId, BROUGHT, whoWrites, async (found: Brought | null, series, by) => {
    requireGoingOn(series);
    const value = decide(withoutOldBrought(found ?? NOTHING_BROUGHT, series, call.at), by);
    return { value, head: sayingBrought(series, value) };
  });

/**
 * Whoever reads what is let go may take theirs back, also once they have left: a yes is one for as long as they say so.
 * @throws Problem `series.notFound` for everybody else
 */
export function whoReads(series: Series, { caller, at }: AnyCall): Role {
  const by = readerOf(series, caller.id, at);
  if (!by) throw new Problem('series.notFound');
  return by;
}

/** What nobody reads any more goes nowhere from here, also where the timer that deletes it is late. */
function whoWrites(series: Series, call: AnyCall): Role {
  requireRole(series, call.caller.id);
  return whoReads(series, call);
}

function changeBeside<T>(
  call: AnyCall,
  seriesId: string,
  placing: Placing,
  who: typeof whoWrites,
  decide: (found: T | null, series: Series, by: Role) => Promise<Decided<T>>,
): Promise<Answer<Versioned>> {
  return writeHead(call, seriesId, {
    authorise: (series) => void who(series, call),
    async change(series) {
      const by = who(series, call);
      const found = await call.services.documents.read<T>(seriesPartition(seriesId), placing.id);
      const {
        value,
        effects = [],
        untold = false,
        head = series,
      } = await decide(found?.value ?? null, series, by);
      if (value === found?.value) return { series, effects };
      const change: Change = found
        ? { change: 'replace', placing, value, loaded: found }
        : { change: 'create', placing, value };
      return { series: head, also: [change], effects, untold };
    },
  });
}

/**
 * What asked the caller to lead 1:1s with this person.
 * @throws Problem `naming.notFound` where nobody asks (any more), or about somebody else
 */
export async function requireNaming(
  { caller, services }: AnyCall,
  id: string,
  reportOid: string | undefined,
): Promise<Naming> {
  const found = await services.documents.read<Naming>(
    personPartition(caller.id),
    namingPlacing(id).id,
  );
  const naming = found?.value;
  if (!naming || naming.declined || naming.report.oid !== reportOid) {
    throw new Problem('naming.notFound', 'naming');
  }
  return naming;
}

/** The series that somebody begins because they were asked to, and what that brings about. */
export function followOn(series: Series, naming: Naming): { value: Series; effects: Effect[] } {
  const { id: succession, series: from, kind, manager: of, until } = naming;
  const end: Effect[] = until ? [{ type: 'endStandIn', series: series.id, at: until }] : [];
  const begun: Effect = { type: 'name', series: from, succession, outcome: series.id };
  return {
    value: withOrigin(series, { kind, of, until, from, succession }),
    effects: [begun, ...end],
  };
}
