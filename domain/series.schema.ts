import * as z from 'zod/mini';
import { FILLED_INTRODUCTION_LENGTH, INTRODUCTION_LENGTH } from './limits';
import { chatAddress, person, personId, personName, pickedPerson, role } from './person.schema';
import { instant, prose, uuid } from './text.schema';
import { topic, topicEntry } from './topic.schema';
import { action, actionEntry } from './action.schema';
import { ask } from './ledger.schema';
import { hands } from './hand.schema';
import { pause } from './rhythm.schema';
import { format, labels, shaped } from './shape.schema';
import { subject } from './subject.schema';
import { origin, originView } from './succession.schema';
import { askedQuestion, lastMeeting, meeting } from './meeting.schema';
import { note, noteEntry } from './note.schema';
import { questionsView, seriesQuestions } from './question.schema';
import { checkIn } from './checkIn.schema';
import { retention } from './retention.schema';
import { talkShareOffer } from './talkShare.schema';
import { wish, wishEntry } from './wish.schema';
import { trust } from './trust.schema';
import { feedbackDraft, feedbackEntry, loop } from './feedback.schema';

export const rhythm = z.enum(['weekly', 'biweekly', 'monthly', 'quarterly']);
/** Length of a meeting in minutes (PRACTICE A2). */
export const minutes = z.literal([15, 30, 45, 60]);
export const introduction = prose(INTRODUCTION_LENGTH);
/** As it is read: with the name of whoever it is for. */
export const filledIntroduction = prose(FILLED_INTRODUCTION_LENGTH);

/** A chat's or meeting's id, hashed: the series knows its chats without naming them. */
export const chatKey = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** When somebody agreed to which version of the terms. */
const agreement = z.strictObject({ terms: z.int(), at: instant });

const member = z.strictObject({
  person,
  joinedAt: instant,
  /** Every version of the terms they agreed to, the oldest first. */
  agreed: z.array(agreement),
  /** The version they put off: they are not asked about it again; their own to know. */
  postponed: z.nullable(z.int()),
  /** Set when they left: from then on they write nothing here, and read for 90 days what both shared. */
  leftAt: z.nullable(instant),
  /** They had everything of theirs deleted: nothing of the series reaches them any more. */
  erased: z.optional(z.literal(true)),
});

/** Who may take the report's place: one named person, or (`to: null`) whoever asks and is confirmed. */
const invitation = z.strictObject({
  to: z.nullable(person),
  at: instant,
  expiresAt: instant,
  declinedAt: z.nullable(instant),
});

const window = z.strictObject({ from: instant, until: instant });

const joinRequest = z.strictObject({ id: uuid, person, at: instant });

/** The head of a series: everything the open agenda needs, in one document. */
export const series = z.strictObject({
  id: uuid,
  version: z.int().check(z.positive()),
  startedAt: instant,
  rhythm,
  minutes,
  introduction,
  format,
  labels,
  /** Who last changed what of this, and when. */
  shaped: z.array(shaped),
  /** Subjects that each has answered or skipped (PRACTICE A4); nobody is told which. */
  known: z.strictObject({ manager: z.array(subject), report: z.array(subject) }),
  /** Exception (1) of the terms, off until the report turns it on; theirs alone to know (PRACTICE C6). */
  commonConcern: z.boolean(),
  manager: member,
  report: z.nullable(member),
  invitation: z.nullable(invitation),
  joinRequest: z.nullable(joinRequest),
  /** Who asked to join and was somebody else; missing where that never happened. */
  turnedAway: z.optional(z.array(personId)),
  chats: z.array(chatKey),
  meeting,
  hands,
  lastMeeting: z.nullable(lastMeeting),
  /** Times in which the two did not meet, the oldest first; missing where there never was one. */
  pauses: z.optional(z.array(pause)),
  asked: z.array(askedQuestion),
  /** Their own questions, and hidden ones; missing where there is nothing to say. */
  questions: z.optional(seriesQuestions),
  topics: z.array(topicEntry),
  notes: z.array(noteEntry),
  actions: z.array(actionEntry),
  /** Feedback whose receiver has not closed it, without any words. */
  loops: z.array(loop),
  trust: z.optional(trust),
  /** How long what is past is kept; missing: nobody has said. */
  retention: z.optional(retention),
  wishes: z.array(wishEntry),
  /** Requests to share something that wait for an answer (PRACTICE C6). */
  asks: z.array(ask),
  /** How many goals there are; missing while there never was one. */
  goals: z.optional(z.int()),
  /** Notes from before that both read lie beside it; missing: none do. */
  notesBefore: z.optional(z.literal(true)),
  /** So do lines that came along from another series. */
  brought: z.optional(z.literal(true)),
  /** After all else has gone: from when until when each reads what may not go yet, entry by entry. */
  remains: z.optional(
    z.strictObject({ manager: z.array(window), report: z.array(window), until: instant }),
  ),
  /** Where the two come from, if one led before (PRACTICE C7). */
  origin: z.optional(origin),
  /** When a stand-in's series was over. */
  endedAt: z.optional(instant),
});

/** What one person alone may read about a series: their "only me" topics, their notes of the meeting. */
export const privatePage = z.strictObject({
  version: z.int().check(z.nonnegative()),
  topics: z.array(topicEntry),
  notes: z.array(noteEntry),
  /** Feedback being written, or on its way. */
  feedback: z.array(feedbackEntry),
  checkIns: z.array(checkIn),
  /** Numbers that they would keep of past meetings; missing until there was one. */
  talkShares: z.optional(z.array(talkShareOffer)),
  /** Received feedback that its reader would rather read in the next 1:1. */
  together: z.optional(z.array(uuid)),
  /** Topics on their way from this page to the shared agenda; until they arrive they also stand above. */
  sharing: z.array(uuid),
  /** Notes from before that their person alone reads lie beside it; missing: none do. */
  notesBefore: z.optional(z.literal(true)),
});

const memberView = z.strictObject({
  name: personName,
  address: z.nullable(chatAddress),
  joined: z.boolean(),
  /** null while they have not. */
  joinedAt: z.nullable(instant),
  /** When they agreed to the newest terms they agreed to, and which those are. */
  agreedAt: z.nullable(instant),
  agreedTo: z.nullable(z.int()),
  leftAt: z.nullable(instant),
});

/** What one of the two is given of a series. */
export const seriesView = z.strictObject({
  id: uuid,
  /** Version of what both share. */
  version: z.int(),
  /** Version of the reader's own page. */
  pageVersion: z.int(),
  me: role,
  manager: memberView,
  /** null while nobody was invited by name. */
  report: z.nullable(memberView),
  rhythm,
  minutes,
  introduction: filledIntroduction,
  /** Seen by the inviter only; null for the other one and once somebody joined. */
  invitation: z.nullable(
    z.strictObject({
      state: z.enum(['open', 'sent', 'declined', 'expired']),
      expiresAt: instant,
    }),
  ),
  /** Somebody who asked to join from the meeting's chat, with the name their organisation vouches for. */
  joinRequest: z.nullable(z.strictObject({ id: uuid, name: personName, at: instant })),
  /** When all of it goes for good; missing while neither has left (PRACTICE D11). */
  goesAt: z.optional(instant),
  meeting,
  hands,
  lastMeeting: z.nullable(lastMeeting),
  pauses: z.optional(z.array(pause)),
  asked: z.array(askedQuestion),
  questions: questionsView,
  topics: z.array(topic),
  notes: z.array(note),
  actions: z.array(action),
  loops: z.array(loop),
  wishes: z.array(wish),
  /** For the manager alone, while the two are still new to criticism (PRACTICE B3). */
  newToThis: z.optional(z.literal(true)),
  asks: z.array(ask),
  /** How many goals there are; missing while there never was one. */
  goals: z.optional(z.int()),
  /** There are notes from before that the reader may read; missing: there are none. */
  notesBefore: z.optional(z.literal(true)),
  /** Lines came along from another series; missing: there are none. */
  brought: z.optional(z.literal(true)),
  origin: z.optional(originView),
  endedAt: z.optional(instant),
  /** Number of the meeting whose check-in waits for the reader, or null. */
  checkIn: z.nullable(z.int()),
  format,
  labels,
  shaped: z.array(shaped),
  retention,
  terms: z.strictObject({
    /** The newest there are. */
    newest: z.int(),
    /** The newest that both agreed to; null: shared notes and feedback wait (PRACTICE C6). */
    inForce: z.nullable(z.int()),
    /** Whether the reader has not been asked about the newest yet. */
    unanswered: z.boolean(),
    /** Exception (1); null for the manager, who is not told. */
    commonConcern: z.nullable(z.boolean()),
  }),
  /** Subjects of this meeting that the reader may still answer (PRACTICE A4). */
  subjectsLeft: z.int(),
  onlyMe: z.strictObject({
    topics: z.array(topic),
    notes: z.array(note),
    feedback: z.array(feedbackDraft),
    together: z.array(uuid),
  }),
});

/** What an invited person is given before they joined: this, and nothing else. */
export const invitationView = z.strictObject({
  id: uuid,
  from: personName,
  introduction: filledIntroduction,
  rhythm,
  minutes,
  terms: z.int(),
  expiresAt: instant,
  origin: z.optional(originView),
});

/** A line of somebody's home: a hint of a series, the head decides. */
export const seat = z.strictObject({
  series: uuid,
  /** Version of what both share; 0 in what an invited person is given. */
  version: z.int(),
  role,
  state: z.enum(['invited', 'waiting', 'declined', 'joined', 'ended']),
  /** The other one's name; null while the series is open to whoever asks. */
  other: z.nullable(personName),
  /** Their object id, so that whoever leads it does not begin a second one; missing where nobody is named. */
  oid: z.optional(uuid),
  rhythm,
  /** When it goes for good; only where one of the two left. */
  goesAt: z.optional(instant),
});

export type Rhythm = z.infer<typeof rhythm>;
export type Minutes = z.infer<typeof minutes>;
export type Member = z.infer<typeof member>;
export type Series = z.infer<typeof series>;
export type PrivatePage = z.infer<typeof privatePage>;
export type MemberView = z.infer<typeof memberView>;
export type SeriesView = z.infer<typeof seriesView>;
export type InvitationView = z.infer<typeof invitationView>;
export type Seat = z.infer<typeof seat>;

export const startSeriesInput = z.strictObject({
  id: uuid,
  /** The report, by object id; null opens the place to whoever asks in the chat and is confirmed. */
  report: z.nullable(pickedPerson),
  rhythm,
  minutes,
  introduction,
  // oxlint-disable-next-line no-underscore-dangle -- zod/mini's name for it
  format: z._default(format, 'free'),
  // oxlint-disable-next-line no-underscore-dangle -- zod/mini's name for it
  labels: z._default(labels, 'manager'),
  agree: z.boolean(),
  /** Where somebody asked the caller to lead these 1:1s. */
  naming: z.optional(uuid),
});
export const acceptInput = z.strictObject({ terms: z.int(), agree: z.boolean() });
export const agreeInput = z.strictObject({ terms: z.int() });
export const commonConcernInput = z.strictObject({ on: z.boolean() });
export const shapeSeriesInput = z.strictObject({
  rhythm: z.optional(rhythm),
  minutes: z.optional(minutes),
  format: z.optional(format),
  labels: z.optional(labels),
  introduction: z.optional(introduction),
});
export const answerJoinRequestInput = z.strictObject({ confirm: z.boolean() });
