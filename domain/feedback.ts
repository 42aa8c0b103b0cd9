import { DomainError } from './errors';
import type {
  AnswerKind,
  Delivery,
  Feedback,
  FeedbackAbout,
  FeedbackDraft,
  FeedbackEntry,
  FeedbackView,
  Loop,
} from './feedback.schema';
import {
  addLine,
  editLine,
  findLine,
  isLive,
  markLine,
  newLine,
  removeLine,
  restoreLine,
  type Doing,
  type ListRules,
} from './line';
import type { Role } from './person.schema';

export type {
  AnswerKind,
  Delivery,
  Feedback,
  FeedbackAbout,
  FeedbackDraft,
  FeedbackEntry,
  FeedbackView,
  Loop,
} from './feedback.schema';

/** Drafts and feedback on its way that one person may have in a series. */
export const FEEDBACK_RULES: ListRules = {
  limit: 20,
  full: 'feedback.full',
  unknown: 'feedback.unknown',
};

/** Loops that may be open between two people at a time. */
const OPEN_LOOPS = 30;
/** How far ahead sending may be put off: to the next working hours, over a long weekend. */
const SEND_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

interface Written {
  readonly id: string;
  readonly text: string;
  readonly kind: Feedback['kind'];
  readonly about?: FeedbackAbout | null | undefined;
  readonly askedFor?: string | null | undefined;
}

/** What an author can do to feedback that nobody else reads yet. */
export type FeedbackCommand =
  | ({ readonly type: 'addFeedback' } & Written)
  | ({ readonly type: 'editFeedback'; readonly version: string } & Written)
  | { readonly type: 'removeFeedback'; readonly id: string; readonly version: string }
  | ({ readonly type: 'restoreFeedback' } & Written)
  /** Decides how it gets there. */
  | { readonly type: 'giveFeedback'; readonly id: string; readonly delivery: Delivery }
  /** Not yet after all: a draft again. */
  | { readonly type: 'keepFeedback'; readonly id: string }
  /** It was spoken in the meeting. */
  | { readonly type: 'sayFeedback'; readonly id: string; readonly said: boolean };

type Entries = readonly FeedbackEntry[];

/**
 * Carries out a command on one's own feedback. Words on their way are not changed: they are kept back first.
 * @throws DomainError `feedback.unknown`, `feedback.full`, `feedback.onItsWay`, `feedback.when`
 */
export function applyToFeedback(entries: Entries, command: FeedbackCommand, doing: Doing): Entries {
  switch (command.type) {
    case 'addFeedback':
      return addLine<FeedbackDraft>(entries, newDraft(command, doing), FEEDBACK_RULES);
    case 'editFeedback': {
      refuseOnItsWay(entries, command.id);
      const change = { text: command.text, kind: command.kind, about: aboutOf(command) };
      return editLine<FeedbackDraft>(entries, command, change, doing, FEEDBACK_RULES);
    }
    case 'removeFeedback':
      return removeLine<FeedbackDraft>(entries, command, doing, FEEDBACK_RULES);
    case 'restoreFeedback':
      return restoreLine<FeedbackDraft>(entries, newDraft(command, doing), doing, FEEDBACK_RULES);
    case 'giveFeedback':
      refuseWrongTime(command.delivery, doing.at);
      return markLine<FeedbackDraft>(
        entries,
        command.id,
        { delivery: command.delivery, said: false },
        FEEDBACK_RULES,
      );
    case 'keepFeedback':
      return markLine<FeedbackDraft>(
        entries,
        command.id,
        { delivery: null, said: false },
        FEEDBACK_RULES,
      );
    case 'sayFeedback':
      return markLine<FeedbackDraft>(entries, command.id, { said: command.said }, FEEDBACK_RULES);
  }
}

const newDraft = (written: Written, doing: Doing): FeedbackDraft => ({
  ...newLine(written.id, written.text, doing),
  kind: written.kind,
  about: aboutOf(written),
  askedFor: written.askedFor ?? null,
  delivery: null,
  said: false,
});

/** Praise is about neither: the choice is asked for criticism alone (PRACTICE B3). */
const aboutOf = ({ kind, about }: Written): FeedbackAbout | null =>
  kind === 'praise' ? null : (about ?? null);

function refuseOnItsWay(entries: Entries, id: string): void {
  const { entry } = findLine<FeedbackDraft>(entries, id, 'id', FEEDBACK_RULES);
  if (isLive(entry) && entry.delivery) throw new DomainError('feedback.onItsWay', 'id');
}

function refuseWrongTime(chosen: Delivery, at: string): void {
  if (chosen.how !== 'send') return;
  const ahead = Date.parse(chosen.at) - Date.parse(at);
  if (ahead > SEND_WITHIN_MS) throw new DomainError('feedback.when', 'delivery.at');
}

/** True when it may reach the other one now, as far as its author decided (PRACTICE B2). */
export function isDue({ delivery, said }: FeedbackDraft, at: string): boolean {
  if (!delivery) return false;
  return delivery.how === 'bring' ? said : delivery.at <= at;
}

/**
 * The feedback as it reaches the other one.
 * @param askedFor the words with which they had asked for it
 */
export const arrived = (
  { id, by, kind, about, text }: FeedbackDraft,
  at: string,
  askedFor: string | null = null,
): Feedback => ({
  id,
  from: by,
  kind,
  about,
  askedFor,
  text,
  at,
  opened: false,
  answer: null,
  reply: null,
  closedAt: null,
});

/** @throws DomainError `feedback.tooManyOpen` */
export function openLoop(loops: readonly Loop[], { id, from, at }: Feedback): Loop[] {
  if (loops.some((known) => known.id === id)) return [...loops];
  if (loops.length >= OPEN_LOOPS) throw new DomainError('feedback.tooManyOpen');
  return [...loops, { id, from, at, answered: false, broughtBack: null }];
}

/** The receiver opens it. @throws DomainError `feedback.unknown` for its author */
export function open(feedback: Feedback, by: Role): Feedback {
  requireReceiver(feedback, by);
  return feedback.opened ? feedback : { ...feedback, opened: true };
}

/**
 * The receiver answers, once (PRACTICE B5). Seeing it differently takes words, and so does what one will try,
 * which becomes a promise.
 * @throws DomainError `feedback.unknown`, `feedback.unopened`, `feedback.answered`, `feedback.wordsMissing`
 */
export function answer(
  feedback: Feedback,
  input: { readonly kind: AnswerKind; readonly words: string | null },
  doing: Doing,
): Feedback {
  requireReceiver(feedback, doing.by);
  if (!feedback.opened) throw new DomainError('feedback.unopened');
  if (feedback.answer) throw new DomainError('feedback.answered');
  const needsWords = input.kind === 'seeDifferently' || input.kind === 'willTry';
  if (needsWords && input.words === null) throw new DomainError('feedback.wordsMissing', 'words');
  return { ...feedback, answer: { ...input, at: doing.at } };
}

/** The author replies to the answer, once. @throws DomainError `feedback.unknown`, `feedback.unanswered` */
export function reply(feedback: Feedback, text: string, doing: Doing): Feedback {
  if (feedback.from !== doing.by) throw new DomainError('feedback.unknown');
  if (!feedback.answer || feedback.closedAt) throw new DomainError('feedback.unanswered');
  return { ...feedback, reply: feedback.reply ?? { text, at: doing.at } };
}

/** The receiver closes the loop (PRACTICE B1). @throws DomainError `feedback.unknown`, `feedback.unanswered` */
export function close(feedback: Feedback, doing: Doing): Feedback {
  requireReceiver(feedback, doing.by);
  if (!feedback.answer) throw new DomainError('feedback.unanswered');
  return feedback.closedAt ? feedback : { ...feedback, closedAt: doing.at };
}

/** The author takes it back. @throws DomainError `feedback.unknown`, `feedback.opened` once it was opened */
export function requireTakeBack(feedback: Feedback, by: Role): void {
  if (feedback.from !== by) throw new DomainError('feedback.unknown');
  if (feedback.opened) throw new DomainError('feedback.opened');
}

/**
 * The receiver keeps closed criticism, or no longer (PRACTICE D5).
 * @throws DomainError `feedback.unknown` for its author, `feedback.notPast` for praise and before it is closed
 */
export function retain(feedback: Feedback, by: Role, retained: boolean): Feedback {
  requireReceiver(feedback, by);
  const { kind, closedAt, retained: before = false, ...rest } = feedback;
  if (!closedAt || kind !== 'criticism') throw new DomainError('feedback.notPast');
  if (before === retained) return feedback;
  return { ...rest, kind, closedAt, ...(retained ? { retained } : {}) };
}

/**
 * What one of the two is given of it: its author all but when it was opened and that it is kept, its receiver
 * what they opened.
 */
export function feedbackFor(feedback: Feedback, by: Role): FeedbackView {
  const { opened, text, about, retained, ...rest } = feedback;
  const mine = feedback.from === by;
  const readable = mine || opened;
  return {
    ...rest,
    text: readable ? text : null,
    about: readable ? about : null,
    ...(retained && !mine ? { retained } : {}),
  };
}

function requireReceiver(feedback: Feedback, by: Role): void {
  if (feedback.from === by) throw new DomainError('feedback.unknown');
}
