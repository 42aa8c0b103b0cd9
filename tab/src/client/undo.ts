import { linesOf, type AgendaCommand, type LineCommand, type Page } from '@rapport/domain/agenda';
import type { Line } from '@rapport/domain/line';
import type { SeriesView } from '@rapport/domain/series';

/** What takes a command back, worked out when it is asked for; null when nothing is left to take back. */
export interface Undo {
  readonly of: AgendaCommand['type'];
  back(view: SeriesView): AgendaCommand | null;
}

type Noun = 'Topic' | 'Note' | 'Action';

/** Where the line of a command stands: what kind it is, and on which page. */
interface Place {
  readonly noun: Noun;
  readonly page: Page;
  readonly id: string;
}

function linesIn(view: SeriesView, { noun, page }: Place): readonly Line[] {
  if (noun === 'Action') return view.actions;
  const lines = page === 'onlyMe' ? view.onlyMe : view;
  return noun === 'Topic' ? lines.topics : lines.notes;
}

function placeOf(command: AgendaCommand): Place | null {
  const noun = (['Topic', 'Note', 'Action'] as const).find((one) => command.type.endsWith(one));
  if (!noun || !('id' in command)) return null;
  return { noun, page: 'page' in command ? command.page : 'shared', id: command.id };
}

/**
 * The way back from a command (PRACTICE D1); null for what changes the meeting itself, or leaves the page.
 * @param before what the person saw when they gave it; words that are about to go are kept from it
 */
export function undoOf(before: SeriesView, command: AgendaCommand): Undo | null {
  const place = placeOf(command);
  if (!place || command.type === 'shareTopic') return null;
  const { noun, page, id } = place;
  const found = (view: SeriesView): Line | undefined =>
    linesIn(view, place).find((line) => line.id === id);
  const old = found(before);
  const as = (back: (line: Line) => object): Undo => ({
    of: command.type,
    back(view) {
      const line = found(view);
      return line ? ({ ...back(line), id, page } as AgendaCommand) : null;
    },
  });
  switch (command.type) {
    case 'addTopic':
    case 'addNote':
    case 'addAction':
    case 'restoreTopic':
    case 'restoreNote':
    case 'restoreAction':
      return as(({ version }) => ({ type: `remove${noun}`, version }));
    case 'editTopic':
    case 'editNote':
      return old ? as(({ version }) => ({ type: command.type, text: old.text, version })) : null;
    case 'editAction': {
      const action = before.actions.find((one) => one.id === id);
      if (!action) return null;
      const { text, owner, due } = action;
      return as(({ version }) => ({ type: command.type, text, owner, due, version }));
    }
    case 'removeTopic':
    case 'removeNote':
    case 'removeAction': {
      if (!old) return null;
      const restore = { type: `restore${noun}`, id, page, text: old.text };
      return { of: command.type, back: () => restore as AgendaCommand };
    }
    case 'discussTopic':
      return as(() => ({ type: command.type, discussed: !command.discussed }));
    case 'finishAction':
      return as(() => ({ type: command.type, done: !command.done }));
    case 'moveTopic':
      return old ? moveBack(before, command, place, old) : null;
    default:
      return null;
  }
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
