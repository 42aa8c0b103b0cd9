import { isInvited } from './invitation';
import { hasEnded, isMember } from './member';
import { oidOf, type PersonId } from './person';
import type { Seat, Series } from './series.schema';

/** The seats this head gives: what each one's home says about it. Invited people have one, leavers none. */
export function seatsOf(series: Series, at: string): { person: PersonId; seat: Seat }[] {
  const { manager, report, invitation } = series;
  const named = report?.person ?? invitation?.to ?? null;
  const common = { series: series.id, version: series.version, rhythm: series.rhythm };
  const seats: { person: PersonId; seat: Seat }[] = [];
  if (!manager.leftAt) {
    const waiting = invitation?.declinedAt ? 'declined' : 'waiting';
    const state = hasEnded(series) ? 'ended' : report ? 'joined' : waiting;
    const seat: Seat = {
      ...common,
      role: 'manager',
      state,
      other: named?.name ?? null,
      ...(named ? { oid: oidOf(named.id) } : {}),
    };
    seats.push({ person: manager.person.id, seat });
  }
  const invited = named !== null && isInvited(series, named.id, at);
  if (named && (invited || isMember(report, named.id))) {
    const seat: Seat = {
      ...common,
      role: 'report',
      state: hasEnded(series) ? 'ended' : report ? 'joined' : 'invited',
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
