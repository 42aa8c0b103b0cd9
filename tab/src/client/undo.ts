import { topicsOf, type AgendaCommand, type TopicList } from '@rapport/domain/agenda';
import type { SeriesView } from '@rapport/domain/series';
import type { Topic } from '@rapport/domain/topic';

/** What takes a command back, worked out when it is asked for; null when nothing is left to take back. */
export interface Undo {
  readonly of: AgendaCommand['type'];
  back(view: SeriesView): AgendaCommand | null;
}

const topicsIn = (view: SeriesView, list: TopicList): readonly Topic[] =>
  list === 'shared' ? view.agenda : view.onlyMe;

/**
 * The way back from a command (PRACTICE D1). What has changed elsewhere since is never overwritten: words that
 * are no longer the ones written here stay, and a move goes back as far as its old neighbours still stand.
 * @param before what the person saw when they gave it; words that are about to go are kept from it
 * @returns null for what cannot be taken back: what the other one may have read by now
 */
export function undoOf(before: SeriesView, command: AgendaCommand): Undo | null {
  if (command.type === 'shareTopic') return null;
  const { id, list, type: of } = command;
  const found = (view: SeriesView): Topic | undefined =>
    topicsIn(view, list).find((topic) => topic.id === id);
  const old = found(before);
  switch (of) {
    case 'addTopic':
    case 'restoreTopic':
      return {
        of,
        back(view) {
          const topic = found(view);
          if (topic?.text !== command.text) return null;
          return { type: 'removeTopic', list, id, version: topic.version };
        },
      };
    case 'editTopic':
      if (!old) return null;
      return {
        of,
        back(view) {
          const topic = found(view);
          if (topic?.text !== command.text) return null;
          return { type: 'editTopic', list, id, text: old.text, version: topic.version };
        },
      };
    case 'removeTopic':
      return old ? { of, back: () => ({ type: 'restoreTopic', list, id, text: old.text }) } : null;
    case 'moveTopic': {
      if (!old) return null;
      const group = topicsOf(topicsIn(before, list), old.raisedBy);
      const earlier = group.slice(0, group.indexOf(old)).map((topic) => topic.id);
      return {
        of,
        back(view) {
          if (!found(view)) return null;
          const standing = new Set(topicsIn(view, list).map((topic) => topic.id));
          const after = earlier.findLast((other) => standing.has(other)) ?? null;
          return { type: 'moveTopic', list, id, after };
        },
      };
    }
  }
}
