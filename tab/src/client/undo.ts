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
 * The way back from a command (PRACTICE D1).
 * @param before what the person saw when they gave it; words that are about to go are kept from it
 */
export function undoOf(before: SeriesView, command: AgendaCommand): Undo | null {
  if (command.type === 'shareTopic') return null;
  const { id, list } = command;
  const of = command.type;
  const found = (view: SeriesView): Topic | undefined =>
    topicsIn(view, list).find((topic) => topic.id === id);
  const old = found(before);
  switch (of) {
    case 'addTopic':
    case 'restoreTopic':
      return {
        of,
        back: (view) => {
          const topic = found(view);
          return topic ? { type: 'removeTopic', list, id, version: topic.version } : null;
        },
      };
    case 'editTopic':
      return (
        (old && {
          of,
          back: (view) => {
            const topic = found(view);
            return topic
              ? { type: 'editTopic', list, id, text: old.text, version: topic.version }
              : null;
          },
        }) ??
        null
      );
    case 'removeTopic':
      return old ? { of, back: () => ({ type: 'restoreTopic', list, id, text: old.text }) } : null;
    case 'moveTopic': {
      if (!old) return null;
      const group = topicsOf(topicsIn(before, list), old.by);
      const after = group[group.indexOf(old) - 1]?.id ?? null;
      return { of, back: () => ({ type: 'moveTopic', list, id, after }) };
    }
  }
}
