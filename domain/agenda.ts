import { ACTION_RULES, assignAction, markDone } from './action';
import type { Action } from './action.schema';
import { disputeLine, type DisputeInput } from './dispute';
import { DomainError } from './errors';
import {
  addLine,
  editLine,
  liveLines,
  newLine,
  removeLine,
  restoreLine,
  type Doing,
  type Line,
} from './line';
import {
  applyToFeedback,
  type FeedbackCommand,
  type FeedbackDraft,
  type FeedbackEntry,
} from './feedback';
import { changeMeeting, type MeetingCommand, type Shared } from './meeting';
import { SHARED_NOTE_RULES } from './note';
import type { Note } from './note.schema';
import {
  applyToLines,
  isLineCommand,
  type Edit,
  type LineCommand,
  type Lines,
  type Removal,
  type Words,
} from './lineCommand';
import {
  changeQuestions,
  liveQuestions,
  NO_QUESTIONS,
  type QuestionCommand,
} from './seriesQuestions';
import type { Role } from './person.schema';
import type { SeriesView } from './series.schema';
import { applyToTogether, type TogetherCommand } from './together';
import { isShare, shareInView, type ShareCommand } from './sharing';
import { keepTopic, liveTopics, markDiscussed, markTopic, type Topic } from './topic';
import type { TopicLevel } from './topic.schema';
import { applyToWishes, type Wish, type WishCommand } from './wish';

export { applyToLines, isLineCommand, type LineCommand, type Lines } from './lineCommand';

/** Which page a line stands on: `shared` is read by both, `onlyMe` by its author alone (PRACTICE C4). */
export type Page = 'shared' | 'onlyMe';

interface Promise {
  readonly owner: Role;
  readonly due: string | null;
}

/** What is left out stays. */
type Changed<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What a person can do to their own page. */
export type PageCommand = LineCommand | FeedbackCommand | TogetherCommand;

/** A page that only its author reads: lines, and feedback until it reaches the other one. */
export interface OwnPage extends Lines {
  readonly feedback: readonly FeedbackEntry[];
  /** Received feedback that its reader would rather read in the next 1:1. */
  readonly together?: readonly string[] | undefined;
}

/** What a person can do to what both share, besides its lines. */
export type SharedCommand =
  | { readonly type: 'discussTopic'; readonly id: string; readonly discussed: boolean }
  | { readonly type: 'keepTopic'; readonly id: string; readonly kept: boolean }
  | QuestionCommand
  | { readonly type: 'markTopic'; readonly id: string; readonly level: TopicLevel | null }
  | { readonly type: 'assignAction'; readonly id: string; readonly owner: Role }
  | ({ readonly type: 'addAction' } & Words & Promise)
  | ({ readonly type: 'editAction' } & Edit & Changed<Promise>)
  | ({ readonly type: 'removeAction' } & Removal)
  | ({ readonly type: 'restoreAction' } & Words & Promise)
  | ({ readonly type: 'disputeNote' | 'disputeAction' } & DisputeInput)
  | { readonly type: 'finishAction'; readonly id: string; readonly done: boolean }
  | WishCommand
  | MeetingCommand;

/** Everything a person can do to a series once it is under way. The tab applies it at once, the api for good. */
export type AgendaCommand =
  | (LineCommand & { readonly page: Page })
  | FeedbackCommand
  | TogetherCommand
  | SharedCommand
  | ShareCommand;

/** What the rules need to know about a series besides what both work on. */
export interface Terms {
  /** Agreed length of a meeting, in minutes. */
  readonly minutes: number;
  /** Whether both agreed to the information terms: before, notes for both stay closed (PRACTICE C6). */
  readonly agreed: boolean;
}

/**
 * Carries out one command on somebody's own page.
 * @throws DomainError as the single functions do
 */
export function applyToPage<P extends OwnPage>(page: P, command: PageCommand, doing: Doing): P {
  if (command.type === 'deferFeedback') {
    const waiting = page.together ?? [];
    const together = applyToTogether(waiting, command);
    return together === waiting ? page : { ...page, together };
  }
  if (!isFeedbackCommand(command)) return applyToLines(page, command, doing);
  const feedback = applyToFeedback(page.feedback, command, doing);
  return feedback === page.feedback ? page : { ...page, feedback };
}

const isFeedbackCommand = (command: { readonly type: string }): command is FeedbackCommand =>
  command.type.endsWith('Feedback');

const isQuestionCommand = (command: { readonly type: string }): command is QuestionCommand =>
  command.type.endsWith('Question');

/**
 * Carries out one command on what both share.
 * @throws DomainError as the single functions do; `terms.notAgreed` for notes before both agreed
 */
export function applyToShared<S extends Shared>(
  shared: S,
  command: LineCommand | SharedCommand,
  doing: Doing,
  terms: Terms,
): S {
  if (isLineCommand(command)) {
    const rules = SHARED_NOTE_RULES;
    const brings = command.type === 'addNote' || command.type === 'restoreNote';
    if (brings && !terms.agreed) throw new DomainError('terms.notAgreed');
    if (command.type !== 'addNote') return applyToLines(shared, command, doing, rules);
    return applyToLines(shared, { ...command, draft: undefined }, doing, rules);
  }
  if (isQuestionCommand(command)) {
    const before = shared.questions ?? NO_QUESTIONS;
    const questions = changeQuestions(before, command, doing);
    return questions === before ? shared : { ...shared, questions };
  }
  const { actions, notes, topics } = shared;
  const withTopics = (changed: Shared['topics']): S =>
    changed === topics ? shared : { ...shared, topics: changed };
  const withActions = (changed: Shared['actions']): S =>
    changed === actions ? shared : { ...shared, actions: changed };
  switch (command.type) {
    case 'discussTopic':
      return withTopics(markDiscussed(topics, command, doing.at));
    case 'keepTopic':
      return withTopics(keepTopic(topics, command, doing.by));
    case 'markTopic':
      return withTopics(markTopic(topics, command, doing.by));
    case 'assignAction':
      return withActions(assignAction(actions, command));
    case 'addAction':
      return withActions(addLine<Action>(actions, newAction(shared, command, doing), ACTION_RULES));
    case 'editAction': {
      const { text, owner, due } = command;
      const change = {
        text,
        ...(owner === undefined ? {} : { owner }),
        ...(due === undefined ? {} : { due }),
      };
      return withActions(editLine<Action>(actions, command, change, doing, ACTION_RULES));
    }
    case 'removeAction':
      return withActions(removeLine<Action>(actions, command, doing, ACTION_RULES));
    case 'restoreAction':
      return withActions(
        restoreLine<Action>(actions, newAction(shared, command, doing), doing, ACTION_RULES),
      );
    case 'disputeAction':
      return withActions(disputeLine<Action>(actions, command, doing, ACTION_RULES));
    case 'disputeNote': {
      const changed = disputeLine<Note>(notes, command, doing, SHARED_NOTE_RULES);
      return changed === notes ? shared : { ...shared, notes: changed };
    }
    case 'finishAction':
      return withActions(markDone(actions, command, doing.at));
    case 'addWish':
    case 'removeWish':
    case 'restoreWish': {
      if (command.type !== 'removeWish' && !terms.agreed) throw new DomainError('terms.notAgreed');
      const wishes = applyToWishes(shared.wishes, command, doing);
      return wishes === shared.wishes ? shared : { ...shared, wishes };
    }
    default:
      return changeMeeting(shared, command, doing, terms.minutes);
  }
}

const newAction = (
  { meeting }: Shared,
  { id, text, owner, due }: Words & Promise,
  doing: Doing,
): Action => ({ ...newLine(id, text, doing), owner, due, doneAt: null, meeting: meeting.number });

/**
 * What the person will see once the command went through: the same rules, on what they may read.
 * @throws DomainError as the single functions do
 */
export function applyToView(view: SeriesView, command: AgendaCommand, doing: Doing): SeriesView {
  if (isShare(command)) return shareInView(view, command, doing);
  if (
    command.type === 'deferFeedback' ||
    isFeedbackCommand(command) ||
    ('page' in command && command.page === 'onlyMe')
  ) {
    const page = applyToPage<OwnPage>(view.onlyMe, command, doing);
    const feedback = liveLines<FeedbackDraft>(page.feedback);
    const together = [...(page.together ?? [])];
    return { ...view, onlyMe: { ...live(page), feedback, together } };
  }
  const agreed = view.terms.inForce !== null;
  const { topics, notes, actions, meeting, hands, lastMeeting, asked, questions, loops, wishes } =
    view;
  const shared: Shared = {
    topics,
    notes,
    actions,
    meeting,
    hands,
    lastMeeting,
    asked,
    questions,
    loops,
    wishes,
  };
  const after = applyToShared(shared, command, doing, { minutes: view.minutes, agreed });
  return {
    ...view,
    ...after,
    ...live(after),
    asked: [...after.asked],
    questions: liveQuestions(after.questions),
    loops: [...after.loops],
    wishes: liveLines<Wish>(after.wishes),
    actions: liveLines<Action>(after.actions),
  };
}

const live = ({ topics, notes }: Lines): { topics: Topic[]; notes: Note[] } => ({
  topics: liveTopics(topics),
  notes: liveLines<Note>(notes),
});

/** The lines of one of the two, in order: the agenda shows the report's first (PRACTICE, defaults). */
export const linesOf = <L extends Line>(lines: readonly L[], by: Role): L[] =>
  lines.filter((line) => line.by === by);
