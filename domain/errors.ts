/** A rule of the practice that a command broke. The code is stable: screens and other programs rely on it. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  /**
   * @param code stable, e.g. `line.notYours`
   * @param field name of the input field at fault, where there is one
   */
  constructor(
    readonly code: DomainErrorCode,
    readonly field: string | null = null,
  ) {
    super(code);
  }
}

export type DomainErrorCode =
  | 'line.notYours'
  | 'line.idTaken'
  | 'line.yours'
  | 'line.changedSince'
  | 'agenda.full'
  | 'topic.unknown'
  | 'topic.otherGroup'
  | 'topic.beingShared'
  | 'notes.full'
  | 'note.unknown'
  | 'questions.full'
  | 'questions.tooManyHidden'
  | 'question.unknown'
  | 'agendas.full'
  | 'actions.full'
  | 'wishes.full'
  | 'wish.unknown'
  | 'action.unknown'
  | 'feedback.full'
  | 'feedback.unknown'
  | 'feedback.onItsWay'
  | 'feedback.when'
  | 'feedback.tooManyOpen'
  | 'feedback.unopened'
  | 'feedback.opened'
  | 'feedback.answered'
  | 'feedback.unanswered'
  | 'feedback.wordsMissing'
  | 'ledger.idTaken'
  | 'ledger.full'
  | 'ledger.unknown'
  | 'disclosure.open'
  | 'disclosure.ended'
  | 'disclosure.unknown'
  | 'disclosure.notYours'
  | 'disclosure.notOpen'
  | 'disclosure.notAllowed'
  | 'disclosure.inMeeting'
  | 'disclosure.tooSoon'
  | 'disclosure.wordsMissing'
  | 'safety.tooLate'
  | 'safety.shown'
  | 'safety.extended'
  | 'checkIn.notDue'
  | 'talkShare.inMeeting'
  | 'talkShare.noMeeting'
  | 'concern.unknown'
  | 'concern.handedIn'
  | 'concern.frozen'
  | 'concern.onePerMonth'
  | 'concern.tooSoon'
  | 'concern.tooFew'
  | 'concern.tooExact'
  | 'concern.topicGone'
  | 'concerns.full'
  | 'series.full'
  | 'series.ended'
  | 'series.withYourself'
  | 'series.notManager'
  | 'series.notReport'
  | 'series.tooManyChats'
  | 'chat.notYours'
  | 'invitation.notFound'
  | 'invitation.expired'
  | 'invitation.alreadyJoined'
  | 'joinRequest.notFound'
  | 'aboutUs.notYet'
  | 'values.full'
  | 'value.unknown'
  | 'meeting.begun'
  | 'meeting.movedSince'
  | 'date.over'
  | 'pause.unknown'
  | 'terms.outdated'
  | 'terms.notAgreed';
