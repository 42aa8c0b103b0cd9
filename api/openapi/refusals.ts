import {
  BOTH,
  HEAD,
  lines,
  MATCHED,
  OWN,
  ownLines,
  rows,
  type Codes,
  type Table,
} from './refusalRows';

const agenda: Table = {
  ...lines('Topic', 'agenda.full', 'topic.unknown'),
  ...ownLines('Topic', 'agenda.full', 'topic.unknown'),
  ...rows('moveTopic', BOTH, ['topic.unknown', 'topic.otherGroup']),
  ...rows('movePrivateTopic', OWN, ['topic.unknown']),
  ...rows('discussTopic', BOTH, ['topic.unknown']),
  ...rows('keepTopic markTopic', BOTH, ['topic.unknown', 'line.notYours']),
  ...lines('Note', 'notes.full', 'note.unknown'),
  ...rows('addNote', BOTH, ['line.idTaken', 'notes.full', 'terms.notAgreed']),
  ...rows('restoreNote', BOTH, ['line.notYours', 'notes.full', 'terms.notAgreed']),
  ...rows('disputeNote', BOTH, ['note.unknown', 'line.yours', 'line.changedSince']),
  ...ownLines('Note', 'notes.full', 'note.unknown'),
  ...rows('shareTopic', OWN, ['topic.unknown', 'agenda.full']),
  ...rows('shareNote', OWN, ['topic.unknown', 'notes.full', 'terms.notAgreed']),
  ...lines('Action', 'actions.full', 'action.unknown'),
  ...rows('assignAction finishAction', BOTH, ['action.unknown']),
  ...rows('disputeAction', BOTH, ['action.unknown', 'line.yours', 'line.changedSince']),
  ...lines('Question', 'questions.full', 'question.unknown'),
  ...rows('hideQuestion', BOTH, ['questions.tooManyHidden']),
  ...rows('addWish', BOTH, ['line.idTaken', 'wishes.full', 'terms.notAgreed']),
  ...rows('removeWish', BOTH, ['wish.unknown', 'line.notYours', 'line.changedSince']),
  ...rows('restoreWish', BOTH, ['line.notYours', 'wishes.full', 'terms.notAgreed']),
};

const meetings: Table = {
  ...rows('prepareMeeting startMeeting cancelStart wrapUp resumeMeeting finishMeeting', BOTH),
  ...rows('openTopic', BOTH, ['topic.unknown']),
  ...rows('planMeeting', BOTH, ['meeting.begun', 'meeting.movedSince', 'date.over']),
  ...rows('pauseSeries', BOTH, ['date.over']),
  ...rows('endPause', BOTH, ['pause.unknown']),
  ...rows('setRetention', BOTH),
  ...rows('getMeeting', ['meeting.notFound']),
  ...rows('addCheckIn', ['series.ended', 'checkIn.notDue']),
  ...rows('getTalkShare', ['talkShare.inMeeting']),
  ...rows('keepTalkShare', [
    'series.ended',
    'talkShare.inMeeting',
    'talkShare.noMeeting',
    'terms.notAgreed',
  ]),
  ...rows('dropTalkShare', ['series.ended', 'talkShare.inMeeting', 'talkShare.noMeeting']),
};

const feedback: Table = {
  ...rows('addPrivateFeedback restorePrivateFeedback', OWN, ['feedback.full', 'feedback.onItsWay']),
  ...rows('editPrivateFeedback', OWN, ['feedback.unknown', 'feedback.full', 'feedback.onItsWay']),
  ...rows('removePrivateFeedback', OWN, [
    'feedback.unknown',
    'feedback.onItsWay',
    'line.changedSince',
  ]),
  ...rows('giveFeedback', OWN, [
    'feedback.unknown',
    'feedback.when',
    'feedback.tooManyOpen',
    'terms.notAgreed',
  ]),
  ...rows('keepFeedback sayFeedback', OWN, ['feedback.unknown']),
  ...rows('deferFeedback', OWN),
  ...rows('openFeedback', HEAD, ['series.ended', 'feedback.unknown']),
  ...rows('answerFeedback', HEAD, [
    'series.ended',
    'feedback.unknown',
    'feedback.unopened',
    'feedback.answered',
    'feedback.wordsMissing',
    'actions.full',
    'agenda.full',
    'line.idTaken',
  ]),
  ...rows('replyToAnswer closeFeedback', HEAD, [
    'series.ended',
    'feedback.unknown',
    'feedback.unanswered',
  ]),
  ...rows('takeFeedbackBack', HEAD, ['series.ended', 'feedback.unknown', 'feedback.opened']),
  ...rows('retainFeedback', ['series.ended', 'feedback.unknown', 'feedback.notPast']),
};

const goalLines: Codes = [...HEAD, 'series.ended', 'goal.unknown'];

const growing: Table = {
  ...rows('getGoal', ['goal.unknown']),
  ...rows('addGoal', HEAD, ['series.ended', 'terms.notAgreed', 'line.idTaken', 'goals.full']),
  ...rows('changeGoal', goalLines, ['goal.otherAgrees', 'goals.full']),
  ...lines('GoalLine', 'goal.full', 'goalLine.unknown', [...goalLines, 'goals.full']),
  ...rows('disputeGoalLine', goalLines, ['goalLine.unknown', 'line.yours', 'line.changedSince']),
  ...rows('shapeSeries', HEAD, ['series.ended', 'series.notManager']),
  ...rows('answerSubject', HEAD, ['series.ended', 'aboutUs.notYet']),
  ...lines('Value', 'values.full', 'value.unknown', [...HEAD, 'series.ended']),
};
delete growing['restoreValue'];

const beginning: Table = {
  ...rows('startSeries', [
    'series.idTaken',
    'series.withYourself',
    'series.exists',
    'series.tooMany',
    'naming.notFound',
  ]),
  ...rows('renewInvitation', MATCHED, ['series.notManager', 'invitation.alreadyJoined']),
  ...rows('answerJoinRequest', MATCHED, ['series.notManager', 'joinRequest.notFound']),
  ...rows('bindChat', MATCHED, ['chat.notYours', 'series.tooManyChats']),
  ...rows('agreeToTerms postponeTerms', MATCHED, ['terms.outdated']),
  ...rows('allowCommonConcern', MATCHED, ['series.notReport']),
  ...rows('leaveSeries', HEAD),
  ...rows('getInvitation', ['invitation.notFound']),
  ...rows('acceptInvitation', HEAD, [
    'invitation.notFound',
    'invitation.expired',
    'terms.outdated',
  ]),
  ...rows('declineInvitation', HEAD, ['invitation.notFound', 'invitation.expired']),
  ...rows('findChat askToJoin', ['chat.notYours']),
};

const beyond: Table = {
  ...rows('addLedgerEntry', HEAD, [
    'series.ended',
    'terms.notAgreed',
    'ledger.idTaken',
    'ledger.unknown',
    'ledger.full',
    'disclosure.open',
    'disclosure.ended',
    'safety.tooLate',
  ]),
  ...rows('changeLedgerEntry', HEAD, [
    'series.ended',
    'terms.notAgreed',
    'ledger.unknown',
    'ledger.full',
    'disclosure.unknown',
    'disclosure.notYours',
    'disclosure.notOpen',
    'disclosure.notAllowed',
    'disclosure.inMeeting',
    'disclosure.tooSoon',
    'disclosure.wordsMissing',
    'line.notYours',
    'safety.shown',
    'safety.extended',
    'safety.tooLate',
  ]),
  ...rows('exportSeries', ['export.tooLarge', 'ledger.idTaken']),
  ...rows('getImport getPrivateImport', ['import.unknown']),
  ...rows('addImport', HEAD, [
    'series.ended',
    'terms.notAgreed',
    'import.idTaken',
    'import.tooMany',
  ]),
  ...rows('addPrivateImport', ['series.ended', 'import.tooMany']),
  ...rows('removeImport', HEAD, ['series.ended', 'terms.notAgreed', 'line.notYours']),
  ...rows('removePrivateImport', ['series.ended']),
  ...rows('saveAgenda', ['agendas.full']),
  ...rows('saveConcern', ['concern.handedIn', 'concern.tooExact', 'concerns.full']),
  ...rows('handInConcern', [
    'concern.unknown',
    'concern.handedIn',
    'concern.tooFew',
    'concern.onePerMonth',
    'concern.tooSoon',
    'concern.topicGone',
  ]),
  ...rows('takeOutConcern', ['concern.unknown', 'concern.frozen']),
  ...rows('removeConcern', ['concern.unknown', 'concern.handedIn']),
  ...rows('listConcernNotices', ['series.notReport']),
  ...rows('leaveConcern', ['series.notReport', 'concern.unknown']),
  ...rows('nameSuccessor', HEAD, [
    'succession.over',
    'succession.when',
    'succession.full',
    'series.withYourself',
  ]),
  ...rows('withdrawSuccession', HEAD, ['succession.unknown']),
  ...rows('offerLine', HEAD, [
    'topic.unknown',
    'note.unknown',
    'action.unknown',
    'meeting.notFound',
    'line.notYours',
    'line.changedSince',
    'line.idTaken',
    'succession.unknown',
    'offer.full',
  ]),
  ...rows('agreeToOffer', HEAD, ['offer.unknown']),
  ...rows('takeBackOffer', HEAD, ['offer.unknown', 'offer.carried']),
  ...rows('extendStandIn', MATCHED, [
    'series.notReport',
    'series.ended',
    'succession.unknown',
    'succession.when',
  ]),
  ...rows('removeBrought', HEAD, ['series.ended', 'offer.unknown', 'line.notYours']),
  ...rows('declineNaming', ['naming.notFound']),
};

/**
 * What a route refuses by a rule of its own, by its name; what every route of its kind refuses is added to it
 * (problems.ts). Every test that plays in a world of its own looks that no other code is ever answered.
 */
export const REFUSALS: Readonly<Record<string, Codes>> = {
  ...agenda,
  ...meetings,
  ...feedback,
  ...growing,
  ...beginning,
  ...beyond,
};
