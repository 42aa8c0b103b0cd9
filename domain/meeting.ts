import { DomainError } from './errors';
import { liveLines, type Doing } from './line';
import type { Action, ActionEntry } from './action.schema';
import type { AskedQuestion, LastMeeting, Meeting, MeetingRecord } from './meeting.schema';
import type { Loop } from './feedback.schema';
import { NO_HANDS, raiseHand, type Hand, type Hands } from './hand';
import type { Note, NoteEntry } from './note.schema';
import type { SeriesQuestions } from './question.schema';
import { questionsAfter, rememberQuestions } from './seriesQuestions';
import { carryOver, isLive, type Topic, type TopicEntry } from './topic';
import type { WishEntry } from './wish.schema';

export type { LastMeeting, Meeting, MeetingRecord } from './meeting.schema';

/** The part of a series that both work on, in its meeting and between: in the head and in every view. */
export interface Shared {
  readonly meeting: Meeting;
  /** Who wishes for a moment first in the coming meeting. */
  readonly hands: Hands;
  readonly lastMeeting: LastMeeting | null;
  /** Questions of the last four meetings. */
  readonly asked: readonly AskedQuestion[];
  /** What the two made of the questions; missing until they, or a meeting, did. */
  readonly questions?: SeriesQuestions | undefined;
  readonly topics: readonly TopicEntry[];
  readonly notes: readonly NoteEntry[];
  readonly actions: readonly ActionEntry[];
  readonly loops: readonly Loop[];
  readonly wishes: readonly WishEntry[];
}

export type MeetingCommand =
  | { readonly type: 'prepareMeeting'; readonly number: number; readonly hand: Hand }
  | {
      readonly type: 'startMeeting';
      readonly number: number;
      readonly endsAt: string | null;
    }
  | { readonly type: 'cancelStart'; readonly number: number }
  | { readonly type: 'openTopic'; readonly number: number; readonly topic: string | null }
  | { readonly type: 'wrapUp'; readonly number: number }
  | { readonly type: 'resumeMeeting'; readonly number: number }
  | {
      readonly type: 'finishMeeting';
      readonly number: number;
      readonly nextAt: string | null;
      /** How far the clock of whoever ends it is ahead of UTC on that date, in minutes. */
      readonly offset?: number | undefined;
    };

/** However short they agreed to be, a call may be planned for as long as this. */
const LONGEST_MS = 2 * 60 * 60_000;

/** The meeting that a series begins with, and the one after each. */
export const plannedMeeting = (number: number, plannedAt: string | null): Meeting => ({
  number,
  state: 'planned',
  plannedAt,
  startedAt: null,
  endsAt: null,
  topic: null,
  by: null,
});

/**
 * Carries out what one of the two pressed. Every command names the meeting it means, so that a late or
 * second press does nothing to the next one: it changes nothing where the meeting is over already.
 * @param minutes the agreed length, for an end where the host knows none
 * @throws DomainError `topic.unknown`
 */
export function changeMeeting<S extends Shared>(
  shared: S,
  command: MeetingCommand,
  { by, at }: Pick<Doing, 'by' | 'at'>,
  minutes: number,
): S {
  const { meeting } = shared;
  if (command.number !== meeting.number) return shared;
  const become = (change: Partial<Meeting>): S => {
    const same = Object.entries(change).every(
      ([key, value]) => Reflect.get(meeting, key) === value,
    );
    return same ? shared : { ...shared, meeting: { ...meeting, ...change, by } };
  };
  switch (command.type) {
    case 'prepareMeeting': {
      const hands = raiseHand(shared.hands, by, command.hand, meeting.state === 'planned');
      return hands === shared.hands ? shared : { ...shared, hands };
    }
    case 'startMeeting':
      return meeting.state === 'planned' ? become(started(at, command.endsAt, minutes)) : shared;
    case 'cancelStart':
      return isEmptyStart(shared)
        ? {
            ...shared,
            meeting: { ...meeting, ...plannedMeeting(meeting.number, meeting.plannedAt) },
          }
        : shared;
    case 'openTopic': {
      if (command.topic !== null) requireTopic(shared.topics, command.topic);
      const start = meeting.state === 'planned' ? started(at, null, minutes) : {};
      return become({ ...start, topic: command.topic });
    }
    case 'wrapUp':
      return meeting.state === 'live' ? become({ state: 'wrappingUp', topic: null }) : shared;
    case 'resumeMeeting':
      return meeting.state === 'wrappingUp' ? become({ state: 'live' }) : shared;
    case 'finishMeeting':
      return meeting.state === 'planned' ? shared : finished(shared, command, { by, at });
  }
}

/** Whether a meeting has begun and nothing was written down in it: then its beginning may have been a slip. */
export const isEmptyStart = ({ meeting, topics, notes, actions }: Shared): boolean =>
  meeting.state === 'live' &&
  [
    ...topics.map(({ discussedAt }) => discussedAt),
    ...[...notes, ...actions].map(({ at }) => at),
  ].every((at) => (at ?? '') < (meeting.startedAt ?? ''));

/** The host's end counts where it can be this meeting's: somebody may open the call of next week. */
function started(at: string, endsAt: string | null, minutes: number): Partial<Meeting> {
  const ms = minutes * 60_000;
  const near =
    endsAt !== null && Date.parse(endsAt) - Date.parse(at) <= Math.max(2 * ms, LONGEST_MS);
  return {
    state: 'live',
    startedAt: at,
    endsAt: near ? endsAt : new Date(Date.parse(at) + ms).toISOString(),
  };
}

/** The next meeting begins with what was not discussed, and with the promises that are still open. */
function finished<S extends Shared>(
  shared: S,
  { nextAt, offset }: Extract<MeetingCommand, { type: 'finishMeeting' }>,
  { by, at }: Pick<Doing, 'by' | 'at'>,
): S {
  const { number } = shared.meeting;
  const clocks = nextAt === null || offset === undefined ? {} : { clocks: { [by]: offset } };
  const questions = questionsAfter(shared.questions, talkedAbout(shared), number);
  return {
    ...shared,
    ...(questions && { questions }),
    meeting: { ...plannedMeeting(number + 1, nextAt), ...clocks },
    hands: NO_HANDS,
    lastMeeting: { number, finishedAt: at, by },
    asked: rememberQuestions(shared.asked, liveLines<Topic>(shared.topics), number),
    topics: carryOver(shared.topics),
    notes: [],
    actions: liveLines<Action>(shared.actions).filter(({ doneAt }) => doneAt === null),
    loops: shared.loops.map((loop) => bringBack(loop, number + 1)),
  };
}

/** A loop without an answer is brought back in the next meeting, once (PRACTICE B1). */
const bringBack = (loop: Loop, number: number): Loop =>
  loop.answered || loop.broughtBack !== null ? loop : { ...loop, broughtBack: number };

/** The topics that were ticked off, or that a note was taken on. */
const talkedAbout = ({ topics, notes }: Pick<Shared, 'topics' | 'notes'>): Topic[] =>
  liveLines<Topic>(topics).filter(({ discussedAt, id }) =>
    Boolean(discussedAt ?? liveLines<Note>(notes).some(({ topic }) => topic === id)),
  );

/** What is kept of the meeting that `finishMeeting` ends. */
export const recordOf = (shared: Shared, at: string): MeetingRecord => ({
  number: shared.meeting.number,
  startedAt: shared.meeting.startedAt,
  finishedAt: at,
  topics: talkedAbout(shared),
  notes: liveLines<Note>(shared.notes),
  actions: liveLines<Action>(shared.actions).filter(
    ({ doneAt, meeting }) => doneAt !== null || meeting === shared.meeting.number,
  ),
});

function requireTopic(topics: readonly TopicEntry[], id: string): void {
  if (!topics.some((entry) => entry.id === id && isLive(entry))) {
    throw new DomainError('topic.unknown', 'topic');
  }
}
