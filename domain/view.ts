import { subjectsLeft } from './aboutUs';
import { goesFor } from './ending';
import { introductionOf } from './introduction';
import { inForce } from './member';
import { retentionAt } from './retention';
import { otherRole, type Role } from './person';
import type {
  InvitationView,
  Member,
  MemberView,
  PrivatePage,
  Series,
  SeriesView,
} from './series.schema';
import type { Origin, OriginView } from './succession.schema';
import { TERMS_VERSION } from './terms';
import { isNew } from './trust';
import type { Wish } from './wish';
import { liveQuestions } from './seriesQuestions';
import { liveTopics } from './topic';
import type { Action } from './action.schema';
import { dueCheckIn } from './checkIn';
import type { FeedbackDraft } from './feedback';
import { openAsks } from './ledger';
import { liveLines } from './line';
import type { Note } from './note.schema';

/**
 * What one of the two is given of a series: the shared part and their own page, nothing of the other's.
 * This is the one place where a head becomes something that leaves the api (PRACTICE A1).
 * @param page the private page of the person in the role `by`
 */
export function viewFor(series: Series, page: PrivatePage, by: Role, at: string): SeriesView {
  const topics = liveTopics(series.topics);
  const goes = goesFor(series, by, at);
  return {
    id: series.id,
    version: series.version,
    pageVersion: page.version,
    me: by,
    manager: memberView(series.manager),
    report: series.report ? memberView(series.report) : invitedView(series),
    rhythm: series.rhythm,
    minutes: series.minutes,
    introduction: introductionOf(series),
    invitation: by === 'manager' ? invitationState(series, at) : null,
    joinRequest: by === 'manager' ? joinRequestView(series) : null,
    ...(goes === null ? {} : { goesAt: goes }),
    meeting: series.meeting,
    hands: series.hands,
    lastMeeting: series.lastMeeting,
    ...(series.pauses ? { pauses: series.pauses } : {}),
    asked: series.asked,
    questions: liveQuestions(series.questions),
    topics,
    notes: liveLines<Note>(series.notes),
    actions: liveLines<Action>(series.actions),
    loops: series.loops,
    wishes: liveLines<Wish>(series.wishes),
    ...(by === 'manager' && isNew(series.trust) ? { newToThis: true } : {}),
    asks: openAsks(series.asks, at),
    ...(series.goals === undefined ? {} : { goals: series.goals }),
    ...((series.notesBefore ?? page.notesBefore) ? { notesBefore: true } : {}),
    ...(series.brought ? { brought: true } : {}),
    ...(series.origin ? { origin: originOf(series.origin) } : {}),
    ...(series.endedAt ? { endedAt: series.endedAt } : {}),
    checkIn: dueCheckIn(series.lastMeeting, page.checkIns, at),
    format: series.format,
    labels: series.labels,
    shaped: series.shaped,
    retention: retentionAt(series, at),
    terms: termsFor(series, by),
    subjectsLeft: subjectsLeft(series.known, by, series.meeting.number),
    onlyMe: {
      // What has arrived is read there, also while it has not left this page yet.
      topics: notArrived(liveTopics(page.topics), topics, page),
      notes: notArrived(liveLines<Note>(page.notes), series.notes, page),
      feedback: liveLines<FeedbackDraft>(page.feedback).filter(
        ({ id, delivery }) => !delivery || !series.loops.some((loop) => loop.id === id),
      ),
      together: (page.together ?? []).filter((id) => series.loops.some((loop) => loop.id === id)),
    },
  };
}

const notArrived = <L extends { readonly id: string }>(
  mine: readonly L[],
  shared: readonly { readonly id: string }[],
  { sharing }: PrivatePage,
): L[] => mine.filter(({ id }) => !sharing.includes(id) || !shared.some((line) => line.id === id));

/** What the invited person reads before joining: inviter, introduction, rhythm and terms, nothing else. */
export function invitationFor(series: Series): InvitationView | null {
  if (!series.invitation) return null;
  return {
    id: series.id,
    from: series.manager.person.name,
    introduction: introductionOf(series),
    rhythm: series.rhythm,
    minutes: series.minutes,
    terms: TERMS_VERSION,
    expiresAt: series.invitation.expiresAt,
    ...(series.origin ? { origin: originOf(series.origin) } : {}),
  };
}

/** The other one's name as the screens of this view call them; null while nobody is named. */
export const otherName = (view: SeriesView): string | null =>
  view[otherRole(view.me)]?.name ?? null;

/** What both read of where they come from: not which series that was. */
const originOf = ({ kind, of, until }: Origin): OriginView => ({ kind, of, until });

const memberView = (member: Member): MemberView => ({
  name: member.person.name,
  address: member.person.address ?? null,
  joined: true,
  joinedAt: member.joinedAt,
  agreedAt: member.agreed.at(-1)?.at ?? null,
  agreedTo: member.agreed.at(-1)?.terms ?? null,
  leftAt: member.leftAt,
});

/**
 * Where the two stand with the terms, as one of them may know it.
 * @param newest a test stands in for a version to come
 */
export function termsFor(series: Series, by: Role, newest = TERMS_VERSION): SeriesView['terms'] {
  const me = series[by];
  const agreed = me?.agreed.some(({ terms }) => terms === newest) ?? false;
  return {
    newest,
    inForce: inForce(series),
    unanswered: !agreed && me?.postponed !== newest,
    commonConcern: by === 'report' ? series.commonConcern : null,
  };
}

function invitedView(series: Series): MemberView | null {
  const to = series.invitation?.to;
  return to
    ? {
        name: to.name,
        address: null,
        joined: false,
        joinedAt: null,
        agreedAt: null,
        agreedTo: null,
        leftAt: null,
      }
    : null;
}

function invitationState(series: Series, at: string): SeriesView['invitation'] {
  const { invitation } = series;
  if (!invitation) return null;
  const { expiresAt } = invitation;
  if (invitation.declinedAt) return { state: 'declined', expiresAt };
  if (at >= expiresAt) return { state: 'expired', expiresAt };
  return { state: invitation.to ? 'sent' : 'open', expiresAt };
}

function joinRequestView(series: Series): SeriesView['joinRequest'] {
  if (!series.joinRequest) return null;
  const { id, person, at } = series.joinRequest;
  return { id, name: person.name, at };
}
