import { peopleOfChat } from './chat';
import { DomainError } from './errors';
import { plannedMeeting } from './meeting';
import { otherRole, type Person, type PersonId, type Role } from './person';
import type { Member, Minutes, Rhythm, Seat, Series } from './series.schema';
import { TERMS_VERSION } from './terms';

export type {
  InvitationView,
  MemberView,
  Minutes,
  PrivatePage,
  Rhythm,
  Seat,
  Series,
  SeriesView,
} from './series.schema';

/** How long an invitation and a request to join stay open. */
const OPEN_FOR_MS = 7 * 24 * 60 * 60 * 1000;
/** Chats and meetings one series can be opened from. */
const CHATS_PER_SERIES = 20;
/** People turned away that one series remembers; the longest ago are forgotten. */
const TURNED_AWAY_PER_SERIES = 20;

export interface NewSeries {
  readonly id: string;
  readonly report: Person | null;
  readonly rhythm: Rhythm;
  readonly minutes: Minutes;
  readonly introduction: string;
  readonly agree: boolean;
}

/**
 * A manager sets up a series (PRACTICE C1): usable by them at once, before the report joined.
 * @throws DomainError `series.withYourself`
 */
export function startSeries(input: NewSeries, manager: Person, at: string): Series {
  if (input.report?.id === manager.id) throw new DomainError('series.withYourself', 'report');
  return {
    id: input.id,
    version: 1,
    startedAt: at,
    rhythm: input.rhythm,
    minutes: input.minutes,
    introduction: input.introduction,
    manager: newMember(manager, input.agree, at),
    report: null,
    invitation: newInvitation(input.report, at),
    joinRequest: null,
    chats: [],
    meeting: plannedMeeting(1, null),
    lastMeeting: null,
    asked: [],
    topics: [],
    notes: [],
    actions: [],
  };
}

/** The role in which somebody may read and write this series; null for everybody but its two people. */
export function roleOf(series: Series, person: PersonId): Role | null {
  if (isMember(series.manager, person)) return 'manager';
  return isMember(series.report, person) ? 'report' : null;
}

const isMember = (member: Member | null, person: PersonId): boolean =>
  member?.person.id === person && member.leftAt === null;

/** True when this person holds an invitation that still stands. */
export function isInvited(series: Series, person: PersonId, at: string): boolean {
  const { invitation } = series;
  return (
    invitation?.to?.id === person &&
    invitation.declinedAt === null &&
    at < invitation.expiresAt &&
    series.manager.leftAt === null
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

/**
 * Agrees to the information terms (PRACTICE C6), later than on joining or to a newer version.
 * @throws DomainError `terms.outdated`
 */
export function agreeToTerms(series: Series, by: Role, terms: number, at: string): Series {
  requireCurrentTerms(terms);
  const member = series[by];
  if (!member || member.agreed?.terms === terms) return series;
  return next(series, { [by]: { ...member, agreed: { terms, at } } });
}

/**
 * Remembers a chat or meeting (hashed) this series is opened from.
 * @throws DomainError `series.tooManyChats`
 */
export function bindChat(series: Series, chatKey: string): Series {
  if (series.chats.includes(chatKey)) return series;
  if (series.chats.length >= CHATS_PER_SERIES) throw new DomainError('series.tooManyChats');
  return bindOwnChat(series, chatKey);
}

/** Remembers the 1:1 chat (hashed) of the two: it always has room, so that joining never fails over it. */
export function bindOwnChat(series: Series, chatKey: string): Series {
  if (series.chats.includes(chatKey)) return series;
  return next(series, { chats: [...series.chats, chatKey] });
}

/**
 * A 1:1 chat opens a series only if it is the chat of its two people: with somebody else it would bring the
 * one's agenda before the other, and stand in the way of their own. A meeting's chat names nobody.
 * @throws DomainError `chat.notYours`
 */
export function requireChatOf(series: Series, chatId: string): void {
  const { manager, report, invitation } = series;
  const two = [manager.person, report?.person ?? invitation?.to].map((person) => person?.id);
  const chat = peopleOfChat(chatId);
  const theirs = chat?.every((oid) => two.some((id) => id?.endsWith(`.${oid}`))) ?? true;
  if (!theirs) throw new DomainError('chat.notYours', 'chatId');
}

/** One of the two leaves: their access ends with this version (PRACTICE D11). */
export function leave(series: Series, by: Role, at: string): Series {
  const member = series[by];
  if (!member || member.leftAt) return series;
  return next(series, {
    [by]: { ...member, leftAt: at },
    joinRequest: null,
  });
}

/**
 * The series stays readable after one left, but takes no more words.
 * @throws DomainError `series.ended`
 */
export function requireGoingOn(series: Series): void {
  if (hasEnded(series)) throw new DomainError('series.ended');
}

/** Whether both agreed to the terms in force: before, notes for both stay closed (PRACTICE C6). */
export const bothAgreed = ({ manager, report }: Series): boolean =>
  [manager, report].every((member) => member?.agreed?.terms === TERMS_VERSION);

/** True once one of the two has left. */
export const hasEnded = ({ manager, report }: Series): boolean =>
  manager.leftAt !== null || (report?.leftAt ?? null) !== null;

/** The next version of the head, with these parts changed. */
export const next = (series: Series, change: Partial<Series>): Series => ({
  ...series,
  ...change,
  version: series.version + 1,
});

/** The seats this head gives: what each one's home says about it. Invited people have one, leavers none. */
export function seatsOf(series: Series, at: string): { person: PersonId; seat: Seat }[] {
  const { manager, report, invitation } = series;
  const named = report?.person ?? invitation?.to ?? null;
  const common = { series: series.id, version: series.version, rhythm: series.rhythm };
  const seats: { person: PersonId; seat: Seat }[] = [];
  if (!manager.leftAt) {
    const waiting = invitation?.declinedAt ? 'declined' : 'waiting';
    const state = hasEnded(series) ? 'ended' : report ? 'joined' : waiting;
    const seat: Seat = { ...common, role: 'manager', state, other: named?.name ?? null };
    seats.push({ person: manager.person.id, seat });
  }
  const invited = named !== null && isInvited(series, named.id, at);
  if (named && (invited || isMember(report, named.id))) {
    const seat: Seat = {
      ...common,
      role: 'report',
      state: hasEnded(series) ? 'ended' : report ? 'joined' : 'invited',
      other: manager.person.name,
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

const newMember = (person: Person, agree: boolean, at: string): Member => ({
  person,
  joinedAt: at,
  agreed: agree ? { terms: TERMS_VERSION, at } : null,
  leftAt: null,
});

const newInvitation = (to: Person | null, at: string): NonNullable<Series['invitation']> => ({
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
  if (invitation?.to?.id !== person || invitation.declinedAt || series.manager.leftAt) {
    throw new DomainError('invitation.notFound');
  }
  if (at >= invitation.expiresAt) throw new DomainError('invitation.expired');
  return invitation;
}

function requireManager(by: Role): void {
  if (otherRole(by) === 'manager') throw new DomainError('series.notManager');
}

function requireCurrentTerms(terms: number): void {
  if (terms !== TERMS_VERSION) throw new DomainError('terms.outdated', 'terms');
}
