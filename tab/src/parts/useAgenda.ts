import type { AgendaCommand, Page } from '@rapport/domain/agenda';
import type { Topic } from '@rapport/domain/topic';
import { useEffect, useMemo, useState } from 'react';
import type { SeriesState, SeriesStore } from '../client/state';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import type { Group, Removed } from './groups';

export interface AgendaActions {
  readonly add: (words: string, page: Page) => void;
  readonly edit: (page: Page, id: string, words: string, version: string) => void;
  readonly remove: (group: Group, topic: Topic, index: number) => void;
  /** @param index where it will stand in its group, from 0; for the announcement */
  readonly place: (group: Group, id: string, after: string | null, index: number) => void;
  readonly share: (id: string) => void;
  readonly undo: () => void;
}

interface Asked {
  readonly store: SeriesStore;
  readonly undo: SeriesState['undo'];
  readonly announce: (words: string) => void;
  /** Asks for the focus to follow a topic to its next place. */
  readonly follow: (id: string) => void;
}

/** What the two can do to the agenda on this page, each said aloud once. */
export function useAgenda({ store, undo, announce, follow }: Asked) {
  const { t } = useWords();
  const [removed, setRemoved] = useState<Removed | null>(null);

  const actions = useMemo((): AgendaActions => {
    const send = (command: AgendaCommand, said: WordsKey, values?: Record<string, number>) => {
      setRemoved(null);
      store.send(command);
      announce(t(said, values));
    };
    return {
      add: (text, page) => {
        const said = page === 'shared' ? 'said.added' : 'said.addedOnlyMe';
        send({ type: 'addTopic', page, id: crypto.randomUUID(), text }, said);
      },
      edit: (page, id, text, version) =>
        send({ type: 'editTopic', page, id, text, version }, 'said.edited'),
      remove: (group, topic, index) => {
        const { id, version } = topic;
        send({ type: 'removeTopic', page: group.page, id, version }, 'topic.removed');
        setRemoved({ group: group.key, index, id });
      },
      place: ({ page, topics }, id, after, index) =>
        send({ type: 'moveTopic', page, id, after }, 'said.moved', {
          place: index + 1,
          count: topics.length,
        }),
      share: (id) => {
        follow(id);
        send({ type: 'shareTopic', id }, 'said.shared');
      },
      undo: () => {
        if (removed) follow(removed.id);
        setRemoved(null);
        store.undo();
        announce(t('said.undone'));
      },
    };
  }, [store, t, announce, follow, removed]);

  useEffect(() => {
    if (undo === null) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const asks = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!asks || event.key.toLowerCase() !== 'z' || isTyping(event.target)) return;
      event.preventDefault();
      actions.undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, actions]);

  return { actions, removed: undo === 'removeTopic' ? removed : null };
}

/** In a text field Ctrl+Z belongs to the text. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, input:not([type=radio], [type=checkbox])');
