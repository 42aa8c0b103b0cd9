import { DomainError } from './errors';
import { newInvitation, OPEN_FOR_MS } from './invitation';
import { next, requireManager } from './member';
import type { Person, Role } from './person';
import type { Series } from './series.schema';

/** People turned away that one series remembers; the longest ago are forgotten. */
const TURNED_AWAY_PER_SERIES = 20;

/**
 * Somebody in a meeting's chat, whose id names nobody, asks to take the open place. One request at a time;
 * a second person's changes nothing, nor does that of somebody who was turned away, and nobody is told
 * which it was.
 */
export function askToJoin(series: Series, requestId: string, person: Person, at: string): Series {
  const { invitation, joinRequest } = series;
  const open = invitation !== null && invitation.to === null && at < invitation.expiresAt;
  if (!open || series.manager.person.id === person.id || series.manager.leftAt) return series;
  // Asking again and again would keep the place from whoever is meant.
  if (series.turnedAway?.includes(person.id)) return series;
  if (joinRequest && Date.parse(joinRequest.at) + OPEN_FOR_MS > Date.parse(at)) return series;
  return next(series, { joinRequest: { id: requestId, person, at } });
}

/**
 * The manager confirms the verified name, which makes it an ordinary invitation, or says it is somebody else.
 * @throws DomainError `series.notManager`, `joinRequest.notFound`
 */
export function answerJoinRequest(
  series: Series,
  by: Role,
  input: { readonly id: string; readonly confirm: boolean },
  at: string,
): Series {
  requireManager(by);
  const request = series.joinRequest;
  if (request?.id !== input.id) throw new DomainError('joinRequest.notFound', 'requestId');
  if (input.confirm) {
    return next(series, { joinRequest: null, invitation: newInvitation(request.person, at) });
  }
  const turnedAway = [...(series.turnedAway ?? []), request.person.id];
  return next(series, {
    joinRequest: null,
    turnedAway: turnedAway.slice(-TURNED_AWAY_PER_SERIES),
  });
}
