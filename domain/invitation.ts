import { DomainError } from './errors';
import { hasEnded, isMember, newMember, next, requireCurrentTerms, requireManager } from './member';
import type { Person, PersonId, Role } from './person';
import type { Series } from './series.schema';

/** How long an invitation and a request to join stay open. */
export const OPEN_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** True when this person holds an invitation that still stands. */
export function isInvited(series: Series, person: PersonId, at: string): boolean {
  const { invitation } = series;
  return (
    invitation?.to?.id === person &&
    invitation.declinedAt === null &&
    at < invitation.expiresAt &&
    !hasEnded(series)
  );
}

/**
 * The invited person takes the report's place, once (PRACTICE C1). Their verified name replaces the one
 * that the inviter picked. Agreeing to the terms is a choice of its own (PRACTICE C6).
 * @throws DomainError `invitation.notFound`, `invitation.expired`, `terms.outdated`
 */
export function acceptInvitation(
  series: Series,
  person: Person,
  input: { readonly terms: number; readonly agree: boolean },
  at: string,
): Series {
  if (isMember(series.report, person.id)) return series;
  requireInvitation(series, person.id, at);
  requireCurrentTerms(input.terms);
  return next(series, { report: newMember(person, input.agree, at), invitation: null });
}

/**
 * The invited person says no; the inviter sees that, and no reason.
 * @throws DomainError `invitation.notFound`, `invitation.expired`
 */
export function declineInvitation(series: Series, person: PersonId, at: string): Series {
  const { invitation } = series;
  if (invitation?.to?.id === person && invitation.declinedAt !== null) return series;
  return next(series, { invitation: { ...requireInvitation(series, person, at), declinedAt: at } });
}

/**
 * The manager invites the same person again after silence or a no, for another seven days; an open place
 * also opens again to those who were turned away.
 * @throws DomainError `series.notManager`, `invitation.alreadyJoined`
 */
export function renewInvitation(series: Series, by: Role, at: string): Series {
  requireManager(by);
  if (!series.invitation) throw new DomainError('invitation.alreadyJoined');
  return next(series, {
    invitation: newInvitation(series.invitation.to, at),
    joinRequest: null,
    turnedAway: [],
  });
}

/** An invitation for seven days; to nobody yet (`to: null`) in a meeting whose chat names nobody. */
export const newInvitation = (
  to: Person | null,
  at: string,
): NonNullable<Series['invitation']> => ({
  to,
  at,
  expiresAt: new Date(Date.parse(at) + OPEN_FOR_MS).toISOString(),
  declinedAt: null,
});

function requireInvitation(
  series: Series,
  person: PersonId,
  at: string,
): NonNullable<Series['invitation']> {
  const { invitation } = series;
  if (invitation?.to?.id !== person || invitation.declinedAt || hasEnded(series)) {
    throw new DomainError('invitation.notFound');
  }
  if (at >= invitation.expiresAt) throw new DomainError('invitation.expired');
  return invitation;
}
