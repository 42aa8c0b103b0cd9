import { ACTION_RULES, markDone } from './action';
import type { Action } from './action.schema';
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
import { NOTE_RULES } from './note';
import type { Note, NoteEntry } from './note.schema';
import type { Role } from './person.schema';
import type { SeriesView } from './series.schema';
import { isShare, shareInView, type ShareCommand } from './sharing';
import {
  addTopic,
  liveTopics,
  markDiscussed,
  moveTopic,
  restoreTopic,
  TOPIC_RULES,
  type Topic,
} from './topic';
import type { TopicEntry } from './topic.schema';

/** Which page a line stands on: `shared` is read by both, `onlyMe` by its author alone (PRACTICE C4). */
export type Page = 'shared' | 'onlyMe';

/** The lines of a page. */
export interface Lines {
  readonly topics: readonly TopicEntry[];
  readonly notes: readonly NoteEntry[];
}

interface Words {
  readonly id: string;
  readonly text: string;
}
interface Edit extends Words {
  readonly version: string;
}
interface Removal {
  readonly id: string;
  readonly version: string;
}

/** What a person can do to the lines of a page: of the shared one, or of their own. */
export type LineCommand =
  | ({ readonly type: 'addTopic'; readonly question?: string | null } & Words)
  | ({ readonly type: 'editTopic' } & Edit)
  | ({ readonly type: 'removeTopic' } & Removal)
  | ({ readonly type: 'restoreTopic' } & Words)
  | { readonly type: 'moveTopic'; readonly id: string; readonly after: string | null }
  | ({
      readonly type: 'addNote';
      readonly topic: string | null;
      /** On the own page: meant for both, once both agreed to the terms. */
      readonly draft?: true | undefined;
    } & Words)
  | ({ readonly type: 'editNote' } & Edit)
  | ({ readonly type: 'removeNote' } & Removal)
  | ({ readonly type: 'restoreNote'; readonly topic: string | null } & Words);

interface Promise {
  readonly owner: Role;
  readonly due: string | null;
}

/** What a person can do to their own page. */
export type PageCommand = LineCommand | FeedbackCommand;

/** A page that only its author reads: lines, and feedback until it reaches the other one. */
export interface OwnPage extends Lines {
  readonly feedback: readonly FeedbackEntry[];
}

/** What a person can do to what both share, besides its lines. */
export type SharedCommand =
  | { readonly type: 'discussTopic'; readonly id: string; readonly discussed: boolean }
  | ({ readonly type: 'addAction' } & Words & Promise)
  | ({ readonly type: 'editAction' } & Edit & Promise)
  | ({ readonly type: 'removeAction' } & Removal)
  | ({ readonly type: 'restoreAction' } & Words & Promise)
  | { readonly type: 'finishAction'; readonly id: string; readonly done: boolean }
  | MeetingCommand;

/** Everything a person can do to a series once it is under way. The tab applies it at once, the api for good. */
export type AgendaCommand =
  (LineCommand & { readonly page: Page }) | FeedbackCommand | SharedCommand | ShareCommand;

/** What the rules need to know about a series besides what both work on. */
export interface Terms {
  /** Agreed length of a meeting, in minutes. */
  readonly minutes: number;
  /** Whether both agreed to the information terms: before, notes for both stay closed (PRACTICE C6). */
  readonly agreed: boolean;
}

const LINE_TYPES: readonly string[] = [
  'addTopic',
  'editTopic',
  'removeTopic',
  'restoreTopic',
  'moveTopic',
  'addNote',
  'editNote',
  'removeNote',
  'restoreNote',
] satisfies LineCommand['type'][];

export const isLineCommand = (
  command: PageCommand | SharedCommand | ShareCommand,
): command is LineCommand => LINE_TYPES.includes(command.type);

/**
 * Carries out one command on the lines of one page. Pure; the same input gives the same output, and the very
 * same page where nothing changes.
 * @throws DomainError as the single functions do
 */
export function applyToLines<P extends Lines>(page: P, command: LineCommand, doing: Doing): P {
  const { topics, notes } = page;
  const withTopics = (changed: Lines['topics']): P =>
    changed === topics ? page : { ...page, topics: changed };
  const withNotes = (changed: Lines['notes']): P =>
    changed === notes ? page : { ...page, notes: changed };
  switch (command.type) {
    case 'addTopic':
      return withTopics(addTopic(topics, command, doing));
    case 'editTopic':
      return withTopics(editLine<Topic>(topics, command, words(command), doing, TOPIC_RULES));
    case 'removeTopic':
      return withTopics(removeLine<Topic>(topics, command, doing, TOPIC_RULES));
    case 'restoreTopic':
      return withTopics(restoreTopic(topics, command, doing));
    case 'moveTopic':
      return withTopics(moveTopic(topics, command));
    case 'addNote':
      return withNotes(addLine<Note>(notes, newNote(command, doing), NOTE_RULES));
    case 'editNote':
      return withNotes(editLine<Note>(notes, command, words(command), doing, NOTE_RULES));
    case 'removeNote':
      return withNotes(removeLine<Note>(notes, command, doing, NOTE_RULES));
    case 'restoreNote':
      return withNotes(restoreLine<Note>(notes, newNote(command, doing), doing, NOTE_RULES));
  }
}

/**
 * Carries out one command on somebody's own page.
 * @throws DomainError as the single functions do
 */
export function applyToPage<P extends OwnPage>(page: P, command: PageCommand, doing: Doing): P {
  if (!isFeedbackCommand(command)) return applyToLines(page, command, doing);
  const feedback = applyToFeedback(page.feedback, command, doing);
  return feedback === page.feedback ? page : { ...page, feedback };
}

const isFeedbackCommand = (command: { readonly type: string }): command is FeedbackCommand =>
  command.type.endsWith('Feedback');

const newNote = (
  { id, text, topic, draft }: Words & Pick<Note, 'topic' | 'draft'>,
  doing: Doing,
): Note => ({ ...newLine(id, text, doing), topic, ...(draft ? { draft } : {}) });

const words = ({ text }: Words): { text: string } => ({ text });

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
    if (command.type !== 'addNote') return applyToLines(shared, command, doing);
    if (!terms.agreed) throw new DomainError('terms.notAgreed');
    return applyToLines(shared, { ...command, draft: undefined }, doing);
  }
  const { actions, topics } = shared;
  const withActions = (changed: Shared['actions']): S =>
    changed === actions ? shared : { ...shared, actions: changed };
  switch (command.type) {
    case 'discussTopic': {
      const changed = markDiscussed(topics, command, doing.at);
      return changed === topics ? shared : { ...shared, topics: changed };
    }
    case 'addAction':
      return withActions(addLine<Action>(actions, newAction(shared, command, doing), ACTION_RULES));
    case 'editAction': {
      const { text, owner, due } = command;
      const change = { text, owner, due };
      return withActions(editLine<Action>(actions, command, change, doing, ACTION_RULES));
    }
    case 'removeAction':
      return withActions(removeLine<Action>(actions, command, doing, ACTION_RULES));
    case 'restoreAction':
      return withActions(
        restoreLine<Action>(actions, newAction(shared, command, doing), doing, ACTION_RULES),
      );
    case 'finishAction':
      return withActions(markDone(actions, command, doing.at));
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
  if (isFeedbackCommand(command) || ('page' in command && command.page === 'onlyMe')) {
    const page = applyToPage<OwnPage>(view.onlyMe, command, doing);
    const feedback = liveLines<FeedbackDraft>(page.feedback);
    return { ...view, onlyMe: { ...live(page), feedback } };
  }
  const agreed = view.terms.inForce !== null;
  const { topics, notes, actions, meeting, hands, lastMeeting, asked, loops } = view;
  const shared: Shared = { topics, notes, actions, meeting, hands, lastMeeting, asked, loops };
  const after = applyToShared(shared, command, doing, { minutes: view.minutes, agreed });
  return {
    ...view,
    ...after,
    ...live(after),
    asked: [...after.asked],
    loops: [...after.loops],
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
