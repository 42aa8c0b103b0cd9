import { isInvited } from './invitation';
import { goesFor, readerOf } from './ending';
import { hasEnded } from './member';
import { oidOf, type PersonId, type Role } from './person';
import type { Seat, Series } from './series.schema';

/**
 * The seats this head gives: what each one's home says about it. Invited people have one, and those who left
 * while they may still read it.
 */
export function seatsOf(series: Series, at: string): { person: PersonId; seat: Seat }[] {
  const { manager, report, invitation } = series;
  const named = report?.person ?? invitation?.to ?? null;
  const common = {
    series: series.id,
    version: series.version,
    rhythm: series.rhythm,
  };
  const goes = (role: Role): { goesAt?: string } => {
    const time = goesFor(series, role, at);
    return time === null ? {} : { goesAt: time };
  };
  const seats: { person: PersonId; seat: Seat }[] = [];
  const ended = hasEnded(series);
  if (readerOf(series, manager.person.id, at)) {
    const waiting = invitation?.declinedAt ? 'declined' : 'waiting';
    const state = ended ? 'ended' : report ? 'joined' : waiting;
    const seat: Seat = {
      ...common,
      ...goes('manager'),
      role: 'manager',
      state,
      other: named?.name ?? null,
      ...(named ? { oid: oidOf(named.id) } : {}),
    };
    seats.push({ person: manager.person.id, seat });
  }
  const invited = named !== null && isInvited(series, named.id, at);
  if (named && (invited || readerOf(series, named.id, at))) {
    const seat: Seat = {
      ...common,
      ...goes('report'),
      role: 'report',
      state: ended ? 'ended' : report ? 'joined' : 'invited',
      other: manager.person.name,
      oid: oidOf(manager.person.id),
    };
    seats.push({ person: named.id, seat });
  }
  return seats;
}

/** Everybody this head has ever named: those without a seat lose what hints they had. */
export function peopleOf(series: Series): PersonId[] {
  const { manager, report, invitation } = series;
  const ids = [manager.person.id, report?.person.id, invitation?.to?.id];
  return [...new Set(ids.filter((id) => id !== undefined))];
}
