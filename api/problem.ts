import type { DomainErrorCode } from '@rapport/domain/errors';

/** Everything the api says no with. Codes are stable; the sentences are for whoever reads an answer. */
const PROBLEMS = {
  'input.malformed': [400, 'This value does not have the expected form.'],
  'input.missing': [400, 'This value is missing.'],
  'input.wrongType': [400, 'This value has the wrong type.'],
  'input.empty': [400, 'This value is empty.'],
  'input.tooLong': [400, 'This value is longer than allowed.'],
  'input.notAllowed': [400, 'This value is none of the allowed ones.'],
  'input.unknownField': [400, 'There is no such field.'],
  'input.notPlainText': [400, 'This text has characters that are no text.'],
  'request.notJson': [400, 'The body is not valid JSON in UTF-8.'],
  'request.contentType': [415, 'The body has to be application/json.'],
  'request.tooLarge': [413, 'The body is larger than 256 kB.'],
  'request.tooMany': [429, 'Too much was written within a minute; try again later.'],
  'idempotencyKey.missing': [400, 'A write needs an Idempotency-Key header.'],
  'idempotencyKey.malformed': [400, 'The Idempotency-Key has to be a UUID in lower case.'],
  'idempotencyKey.reused': [422, 'This Idempotency-Key was used for something else.'],
  'signIn.required': [401, 'A valid token is needed.'],
  'signIn.unavailable': [503, 'Sign-in cannot be checked at the moment.'],
  'route.notFound': [404, 'There is nothing at this address.'],
  'series.notFound': [404, 'There is no such series for you.'],
  'series.tooMany': [409, 'You lead as many series as a home can show.'],
  'series.exists': [409, 'You lead a series with this person already.'],
  'export.tooLarge': [409, 'There is more here than one copy holds.'],
  'import.unknown': [404, 'There are no such notes.'],
  'import.idTaken': [409, 'This id is taken.'],
  'import.tooMany': [409, 'No more notes can be brought along here; take some back first.'],
  'series.idTaken': [409, 'This id is taken.'],
  'chat.notYours': [403, 'This chat is between other people.'],
  'version.stale': [412, 'It has changed since it was read.'],
  'keys.unavailable': [503, 'What is needed to read this cannot be reached at the moment.'],
  busy: [503, 'This could not be done just now; try again.'],
  unexpected: [500, 'Something went wrong on our side.'],
  'agenda.full': [409, 'The agenda holds no more topics.'],
  'topic.unknown': [404, 'There is no such topic.'],
  'line.notYours': [403, 'Only the one who wrote a line changes its words.'],
  'line.idTaken': [409, 'This id is taken.'],
  'line.yours': [409, 'One disputes the words of the other one; own words are changed.'],
  'line.changedSince': [409, 'The line has been changed since.'],
  'topic.otherGroup': [422, 'A topic moves among those of the same person.'],
  'topic.beingShared': [503, 'The topic is just being shared; try again.'],
  'notes.full': [409, 'This meeting holds no more notes.'],
  'note.unknown': [404, 'There is no such note.'],
  'wishes.full': [409, 'There are too many open wishes for feedback for one more.'],
  'wish.unknown': [404, 'There is no such wish for feedback.'],
  'actions.full': [409, 'There are too many open promises for one more.'],
  'action.unknown': [404, 'There is no such promise.'],
  'questions.full': [409, 'There are too many questions of their own for one more.'],
  'questions.tooManyHidden': [409, 'There are too many hidden questions for one more.'],
  'question.unknown': [404, 'There is no such question.'],
  'agendas.full': [409, 'There are too many agendas of their own for one more.'],
  'meeting.notFound': [404, 'There is no such meeting.'],
  'meeting.begun': [409, 'This meeting has begun, or is over.'],
  'meeting.movedSince': [409, 'The date has been changed since.'],
  'date.over': [422, 'This date is over already.'],
  'pause.unknown': [409, 'This pause is over already.'],
  'feedback.full': [409, 'There are too many drafts for one more.'],
  'feedback.unknown': [404, 'There is no such feedback for you.'],
  'feedback.onItsWay': [409, 'It is on its way; keep it back first.'],
  'feedback.when': [422, 'It can be put off by a week at the most.'],
  'feedback.tooManyOpen': [409, 'Too much feedback waits for an answer.'],
  'feedback.unopened': [409, 'Open it first.'],
  'feedback.opened': [409, 'It has been opened, so it cannot be taken back.'],
  'feedback.answered': [409, 'It has an answer already.'],
  'feedback.unanswered': [409, 'It has no answer to go on from.'],
  'feedback.notPast': [409, 'Only criticism that was closed is kept for longer.'],
  'feedback.wordsMissing': [400, 'This answer takes words.'],
  'ledger.idTaken': [409, 'This id is taken.'],
  'ledger.full': [409, 'There is no room for more of this in the ledger.'],
  'ledger.unknown': [404, 'There is no such entry for you.'],
  'disclosure.open': [409, 'A request about this waits for its answer.'],
  'disclosure.ended': [409, 'There are no more requests about this.'],
  'disclosure.unknown': [404, 'There is no such request.'],
  'disclosure.notYours': [403, 'This step is for the other one.'],
  'disclosure.notOpen': [409, 'It has its answer, or was withdrawn.'],
  'disclosure.notAllowed': [409, 'It may not be shared.'],
  'disclosure.inMeeting': [409, 'It is answered outside of the meeting.'],
  'disclosure.tooSoon': [409, 'A yes can be given an hour after it was asked for.'],
  'disclosure.wordsMissing': [400, 'This answer takes words.'],
  'safety.tooLate': [422, 'It can be put off by 30 days, and once more.'],
  'safety.shown': [409, 'The other one can see it already.'],
  'safety.extended': [409, 'It was put off once already.'],
  'checkIn.notDue': [409, 'There is no check-in to answer on this meeting.'],
  'talkShare.inMeeting': [409, 'It is looked at between meetings.'],
  'talkShare.noMeeting': [409, 'It is none of the last meetings.'],
  'concern.unknown': [404, 'There is no such concern for you.'],
  'concern.handedIn': [409, 'It is handed in, and not changed any more.'],
  'concern.frozen': [409, 'Its batch is frozen.'],
  'concern.onePerMonth': [409, 'There is one already in the coming batch.'],
  'concern.tooSoon': [409, 'This person was part of another one within half a year.'],
  'concern.tooFew': [422, 'It takes topics of at least three people, one of each.'],
  'concern.tooExact': [422, 'It names no number and quotes nobody.'],
  'concern.topicGone': [409, 'This topic is not one that your report raised within half a year.'],
  'concerns.full': [409, 'There are too many concerns for one more.'],
  'series.full': [409, 'The meeting holds no more words.'],
  'succession.unknown': [404, 'Nobody was asked by this id, or it is over.'],
  'succession.full': [409, 'Too many people were asked for one more.'],
  'succession.when': [422, 'A stand-in ends on a day within a year, and a hand-over on none.'],
  'succession.over': [409, 'There is nobody any more whose 1:1s could be led.'],
  'naming.notFound': [404, 'Nobody asks you this.'],
  'offer.unknown': [404, 'There is no such line for you.'],
  'offer.full': [409, 'There are too many lines to take along for one more.'],
  'offer.carried': [409, 'It has been taken along already.'],
  'series.ended': [409, 'One of the two has left; nothing can be added.'],
  'series.withYourself': [422, 'A series takes two people.'],
  'series.notManager': [403, 'Only the one who set up the series can do this.'],
  'series.notReport': [403, 'Only the report of this series can do this.'],
  'series.tooManyChats': [409, 'The series is open in too many chats.'],
  'invitation.notFound': [404, 'There is no such invitation for you.'],
  'invitation.expired': [410, 'The invitation has expired.'],
  'invitation.alreadyJoined': [409, 'The other one has joined already.'],
  'joinRequest.notFound': [404, 'There is no such request.'],
  'aboutUs.notYet': [409, 'This subject is not open to you yet.'],
  'values.full': [409, 'There are five lines already.'],
  'value.unknown': [404, 'There is no such line.'],
  'goals.full': [409, 'There are too many goals for one more.'],
  'goal.full': [409, 'This goal holds no more lines.'],
  'goal.unknown': [404, 'There is no such goal.'],
  'goal.otherAgrees': [409, 'Whoever did not suggest a goal says that it is agreed.'],
  'goalLine.unknown': [404, 'There is no such line.'],
  'terms.outdated': [409, 'There is a newer version of the terms.'],
  'terms.notAgreed': [409, 'Both have to agree to the terms first.'],
} as const satisfies Record<string, readonly [number, string]> &
  Record<DomainErrorCode, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

export const statusOf = (code: ProblemCode): number => PROBLEMS[code][0];

export const titleOf = (code: ProblemCode): string => PROBLEMS[code][1];

/** A refusal with a stable code; becomes a problem document (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    /** Name of the input at fault, dotted: `report.oid`. */
    readonly field: string | null = null,
  ) {
    super(code);
  }
}

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly field?: string;
  /** Leads to the line in the log. */
  readonly reference: string;
}

/** The problem document of a code (RFC 9457, section 3). */
export const problemDocument = (
  code: ProblemCode,
  field: string | null,
  reference: string,
): ProblemDocument => ({
  type: `urn:rapport:problem:${code}`,
  title: titleOf(code),
  status: statusOf(code),
  code,
  ...(field === null ? {} : { field }),
  reference,
});
