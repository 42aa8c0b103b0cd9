import { linesOf, type AgendaCommand, type LineCommand, type Page } from '@rapport/domain/agenda';
import type { Action } from '@rapport/domain/action';
import type { FeedbackDraft } from '@rapport/domain/feedback';
import type { Line } from '@rapport/domain/line';
import type { Note } from '@rapport/domain/note';
import type { SeriesView } from '@rapport/domain/series';
import type { Topic } from '@rapport/domain/topic';

/** What takes a command back, worked out when it is asked for; null when nothing is left to take back. */
export interface Undo {
  readonly of: AgendaCommand['type'];
  back(view: SeriesView): AgendaCommand | null;
}

type Noun = (typeof NOUNS)[number];
const NOUNS = ['Topic', 'Note', 'Action', 'Feedback', 'Question', 'Wish'] as const;

/** Where the line of a command stands: what kind it is, and on which page. */
interface Place {
  readonly noun: Noun;
  readonly page: Page;
  readonly id: string;
}

function linesIn(view: SeriesView, { noun, page }: Place): readonly Line[] {
  if (noun === 'Action') return view.actions;
  if (noun === 'Wish') return view.wishes;
  if (noun === 'Feedback') return view.onlyMe.feedback;
  if (noun === 'Question') return view.questions.own;
  const lines = page === 'onlyMe' ? view.onlyMe : view;
  return noun === 'Topic' ? lines.topics : lines.notes;
}

function placeOf(command: AgendaCommand): Place | null {
  const noun = NOUNS.find((one) => command.type.endsWith(one));
  if (!noun || !('id' in command)) return null;
  return { noun, page: 'page' in command ? command.page : 'shared', id: command.id };
}

/**
 * The way back from a command (PRACTICE D1). What has changed elsewhere since is never overwritten: words that
 * are no longer the ones written here stay, and a move goes back as far as its old neighbours still stand.
 * @returns null for what cannot be taken back: the meeting itself, and what the other one may have read by now
 * @param before what the person saw when they gave it; words that are about to go are kept from it
 */
export function undoOf(before: SeriesView, command: AgendaCommand): Undo | null {
  const { type } = command;
  if (type === 'hideQuestion') {
    const { question, hidden } = command;
    return {
      of: type,
      back: ({ questions }) =>
        questions.hidden.includes(question) === hidden ? { ...command, hidden: !hidden } : null,
    };
  }
  const place = placeOf(command);
  if (!place || command.type === 'shareTopic') return null;
  const { noun, page, id } = place;
  const found = (view: SeriesView): Line | undefined =>
    linesIn(view, place).find((line) => line.id === id);
  const old = found(before);
  /** Back from what a line says now, which is left alone when it says something else than was written here. */
  const unlessChanged = (back: (line: Line) => object): Undo => ({
    of: command.type,
    back(view) {
      const line = found(view);
      const written = 'text' in command ? command.text : line?.text;
      return line && line.text === written ? ({ ...back(line), id, page } as AgendaCommand) : null;
    },
  });
  switch (command.type) {
    case 'addTopic':
    case 'addNote':
    case 'addAction':
    case 'addFeedback':
    case 'addWish':
    case 'addQuestion':
    case 'restoreTopic':
    case 'restoreNote':
    case 'restoreAction':
    case 'restoreFeedback':
    case 'restoreWish':
    case 'restoreQuestion':
      return unlessChanged(({ version }) => ({ type: `remove${noun}`, version }));
    case 'editTopic':
    case 'editNote':
    case 'editFeedback':
    case 'editQuestion':
      return old
        ? unlessChanged(({ version }) => ({ ...wholeOf(old), type: command.type, version }))
        : null;
    case 'editAction': {
      if (!old) return null;
      const { owner, due } = command;
      const kept = {
        ...(owner === undefined ? { owner } : {}),
        ...(due === undefined ? { due } : {}),
      };
      // What the edit left alone may have been changed by the other one since.
      return unlessChanged(({ version }) => ({
        ...wholeOf(old),
        ...kept,
        type: command.type,
        version,
      }));
    }
    case 'removeTopic':
    case 'removeNote':
    case 'removeAction':
    case 'removeFeedback':
    case 'removeWish':
    case 'removeQuestion': {
      if (!old) return null;
      const restore = { ...wholeOf(old), type: `restore${noun}`, id, page };
      return { of: command.type, back: () => restore as AgendaCommand };
    }
    case 'discussTopic':
      return unlessChanged(() => ({ type: command.type, discussed: !command.discussed }));
    case 'keepTopic':
      return unlessChanged(() => ({ type: command.type, kept: !command.kept }));
    case 'markTopic':
    case 'assignAction':
      return old ? unlessChanged(() => marksOf(old, command.type)) : null;
    case 'disputeNote':
    case 'disputeAction':
      return disputeBack(command, old, found);
    case 'finishAction':
      return unlessChanged(() => ({ type: command.type, done: !command.done }));
    case 'moveTopic':
      return old ? moveBack(before, command, place, old) : null;
    default:
      return null;
  }
}

/** What a line says, with what it is about: what a command needs to write it again. */
function wholeOf(
  line: Line &
    Partial<
      Pick<Note, 'topic'> &
        Pick<Action, 'owner' | 'due'> &
        Pick<FeedbackDraft, 'kind' | 'about' | 'askedFor'>
    >,
): object {
  const { text, topic, owner, due, kind, about, askedFor } = line;
  return {
    text,
    ...(topic === undefined ? {} : { topic }),
    ...(owner === undefined ? {} : { owner, due }),
    ...(kind === undefined ? {} : { kind, about, askedFor }),
  };
}

/** What a line was marked with before. */
function marksOf(
  { level, owner }: Line & Partial<Pick<Topic, 'level'> & Pick<Action, 'owner'>>,
  type: 'markTopic' | 'assignAction',
): object {
  return type === 'markTopic' ? { type, level } : { type, owner };
}

/** What was said about a line before; left alone where it was said anew, or the words it was about have gone. */
function disputeBack(
  { type, id, version, text, stands }: Extract<AgendaCommand, { version: string; stands: boolean }>,
  old: Line | undefined,
  found: (view: SeriesView) => Line | undefined,
): Undo {
  const before = old?.dispute;
  return {
    of: type,
    back(view) {
      const line = found(view);
      const now = line?.dispute;
      const asWritten = stands ? now?.version === version && now.text === text : !now;
      if (!line || !asWritten) return null;
      return before
        ? { type, id, version: before.version, text: before.text, stands: true }
        : { type, id, version, text: null, stands: false };
    },
  };
}

/** Behind the nearest of those that stood before it and still stand. */
function moveBack(
  before: SeriesView,
  { type, id }: Extract<LineCommand, { type: 'moveTopic' }>,
  place: Place,
  old: Line,
): Undo {
  const group = linesOf(linesIn(before, place), old.by);
  const earlier = group.slice(0, group.indexOf(old)).map((line) => line.id);
  return {
    of: type,
    back(view) {
      const standing = new Set(linesIn(view, place).map((line) => line.id));
      if (!standing.has(id)) return null;
      const after = earlier.findLast((other) => standing.has(other)) ?? null;
      return { type, page: place.page, id, after };
    },
  };
}
