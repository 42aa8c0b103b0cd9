import type { Note } from '@rapport/domain/note';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { LockIcon } from '../parts/icons';
import text from '../parts/text.module.css';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import { Differs } from '../differ/Differs';
import { useStanding } from '../differ/useStanding';
import { NoteRow } from './NoteRow';
import { OwnLine, RemovedLine } from './OwnLine';
import { bothAgreed, type Session } from './session';
import styles from './NoteList.module.css';

interface Props {
  readonly session: Session;
  readonly topic: string | null;
  readonly className?: string | undefined;
}

interface Shown {
  readonly note: Note;
  readonly page: 'shared' | 'onlyMe';
}

/**
 * The notes on one topic of both, and one's own, in the order in which they were taken.
 * @param topic null: those on none that stands
 */
export function notesOn({ topics, notes, onlyMe }: Session['view'], topic: string | null): Shown[] {
  const belongs = (note: Note): boolean =>
    topic === null ? !topics.some(({ id }) => id === note.topic) : note.topic === topic;
  const on = (page: Shown['page'], lines: readonly Note[]): Shown[] =>
    lines.filter(belongs).map((note) => ({ note, page }));
  return [...on('shared', notes), ...on('onlyMe', onlyMe.notes)].toSorted((a, b) =>
    a.note.at.localeCompare(b.note.at, 'en'),
  );
}

export function NoteList({ session, topic, className }: Props) {
  const { t } = useWords();
  const { view, send, name } = session;
  const [removed, setRemoved] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = notesOn(view, topic);
  const standing = useStanding(
    shown.map(({ note }) => note),
    view,
  );
  const late = shown.filter(({ note }) => standing.get(note.id) === 'end');
  const own = shown.filter(({ note }) => note.by === view.me).length;
  const known = useRef(own);
  useEffect(() => {
    // One's own new line is looked at; one of the other's waits below without moving anything.
    if (own > known.current) list.current?.scrollTo({ top: list.current.scrollHeight });
    known.current = own;
  }, [own]);

  const ghost = session.undoes === 'removeNote' ? removed : null;
  const removedLine = (
    <RemovedLine
      key="removed"
      onUndo={() => {
        setRemoved(null);
        session.undo();
        list.current?.focus();
      }}
    />
  );
  const rows = shown.map(({ note, page }, index) => {
    const row = {
      onEdit: (words: string, version: string) =>
        send({ type: 'editNote', page, id: note.id, text: words, version }, 'said.edited'),
      onRemove: () => {
        send({ type: 'removeNote', page, id: note.id, version: note.version }, 'topic.removed');
        setRemoved(index);
      },
    };
    return page === 'shared' ? (
      <NoteRow
        key={note.id}
        {...row}
        session={session}
        note={note}
        standing={standing.get(note.id)}
        about={note.by === view.me ? t('note.yours') : name}
      />
    ) : (
      <OwnLine
        key={note.id}
        {...row}
        line={note}
        mine
        editLabel={t('note.editLabel')}
        about={
          <>
            <LockIcon />
            {t(note.draft ? 'note.draft' : 'who.onlyYou')}
            {note.draft && bothAgreed(view) ? (
              <Button
                size="small"
                appearance="outline"
                className={styles['share']}
                aria-label={t('note.shareThis', { both: session.both, words: brief(note.text) })}
                onClick={() => {
                  send({ type: 'shareNote', id: note.id }, 'said.shared');
                  list.current?.focus();
                }}
              >
                {t('topic.share', { both: session.both })}
              </Button>
            ) : null}
          </>
        }
      />
    );
  });
  return (
    <div
      ref={list}
      role="group"
      aria-label={t('note.list')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by key
      tabIndex={0}
      className={[styles['notes'], className].filter(Boolean).join(' ')}
    >
      {shown.length === 0 && ghost === null ? (
        <p className={text['quiet']}>{t('note.none')}</p>
      ) : (
        <ul className={styles['list']}>
          {ghost === null ? rows : rows.toSpliced(Math.min(ghost, rows.length), 0, removedLine)}
          {late.map(({ note }) => (
            <li key={`${note.id}.differs`}>
              <Differs line={note} mine={false} name={name} apart />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
