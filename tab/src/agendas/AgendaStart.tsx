import type { AgendaCommand } from '@rapport/domain/agenda';
import type { SeriesView } from '@rapport/domain/series';
import { useRef, useState } from 'react';
import type { SeriesStore } from '../client/state';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { useHeldFocus } from '../parts/useHeldFocus';
import type { ReadyAgenda } from '../words/agendas';
import { useWords } from '../words/useWords';
import { AgendaPicker } from './AgendaPicker';
import styles from './agendas.module.css';
import { FirstAgenda } from './FirstAgenda';
import { standsOn } from './standsOn';

interface Props {
  readonly view: SeriesView;
  /** Who reads what is put on the agenda, e.g. "You and Ravi". */
  readonly both: string;
  /** True while a topic is open. */
  readonly quiet: boolean;
  readonly store: SeriesStore;
  readonly announce: (words: string) => void;
}

/**
 * Where an agenda can be started from another one before a meeting (PRACTICE D4): one quiet line, and in a new
 * series the agenda of a first meeting by itself (C1). Once the meeting runs, or a topic is open, its place is empty,
 * unless somebody had opened it themselves (A9).
 */
export default function AgendaStart({ view, both, quiet, store, announce }: Props) {
  const { t } = useWords();
  const region = useRef<HTMLDivElement>(null);
  useHeldFocus(region);
  // As it was when the page was opened: what the other one adds meanwhile takes nothing away.
  const [isFirst, setFirst] = useState(() => isNew(view));
  const [added, setAdded] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState(false);
  const away = (quiet || view.meeting.state !== 'planned') && !opened;

  const add = (agenda: ReadyAgenda) => {
    const topics = agenda.lines
      .filter((line) => !standsOn(view, line))
      .map((line) => ({ ...line, id: crypto.randomUUID() }));
    store.send(
      ...topics.map((topic): AgendaCommand => ({ type: 'addTopic', page: 'shared', ...topic })),
    );
    announce(t('agendas.added', { count: topics.length }));
    setAdded(topics.map(({ id }) => id));
    setFirst(false);
  };
  // Whatever was done since: these go, unless somebody has changed them.
  const standing = view.topics.filter(({ id, editedAt }) => added.includes(id) && !editedAt);
  const undo = () => {
    store.send(
      ...standing.map(({ id, version }): AgendaCommand => ({
        type: 'removeTopic',
        page: 'shared',
        id,
        version,
      })),
    );
    announce(t('said.undone'));
    setAdded([]);
  };

  return (
    <div ref={region} tabIndex={-1} className={styles[away ? 'away' : 'start']}>
      {standing.length > 0 ? (
        <p className={styles['added']}>
          <span>{t('agendas.added', { count: standing.length })}</span>
          <Button size="small" appearance="outline" onClick={undo}>
            {t('undo')}
          </Button>
        </p>
      ) : null}
      {isFirst ? (
        <FirstAgenda
          view={view}
          both={both}
          announce={announce}
          onAdd={add}
          onDismiss={() => setFirst(false)}
        />
      ) : (
        <Disclosure summary={t('agendas.start')} onOpen={() => setOpened(true)}>
          <AgendaPicker
            key={added.length}
            view={view}
            both={both}
            announce={announce}
            onAdd={add}
          />
        </Disclosure>
      )}
    </div>
  );
}

const isNew = ({ meeting, topics, onlyMe }: SeriesView): boolean =>
  meeting.number === 1 && topics.length === 0 && onlyMe.topics.length === 0;
