import { QUESTION_LENGTH } from '@rapport/domain/limits';
import type { Question } from '@rapport/domain/question';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { LineBox } from '../parts/LineBox';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { OwnLine, RemovedLine } from './OwnLine';
import styles from './Questions.module.css';
import type { Session } from './session';

interface Props {
  readonly session: Session;
  /** Ids of the questions that stand on the agenda. */
  readonly standing: ReadonlySet<string | null>;
  readonly onAdd: (question: Question) => void;
  readonly onHide: (question: string, hidden: boolean) => void;
}

/** Questions that the two wrote for their 1:1s: each changes their own, both use and hide them all. */
export function OwnQuestions({ session, standing, onAdd, onHide }: Props) {
  const { t } = useWords();
  const { view, name, both, send } = session;
  const { own, hidden } = view.questions;
  const [words, setWords] = useState('');
  const [removed, setRemoved] = useState<number | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);

  const write = () => {
    const line = words.trim();
    box.current?.focus();
    if (!line) return;
    send({ type: 'addQuestion', id: crypto.randomUUID(), text: line }, 'said.added');
    setWords('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    write();
  };
  const ghost = session.undoes === 'removeQuestion' ? removed : null;
  const removedLine = (
    <RemovedLine
      key="removed"
      onUndo={() => {
        setRemoved(null);
        session.undo();
        box.current?.focus();
      }}
    />
  );
  const rows = own.map((line, index) => (
    <OwnLine
      key={line.id}
      line={line}
      mine={line.by === view.me}
      editLabel={t('questions.editLabel')}
      maxLength={QUESTION_LENGTH}
      about={line.by === view.me ? t('note.yours') : name}
      onEdit={(changed, version) =>
        send({ type: 'editQuestion', id: line.id, text: changed, version }, 'said.edited')
      }
      onRemove={() => {
        send({ type: 'removeQuestion', id: line.id, version: line.version }, 'topic.removed');
        setRemoved(index);
      }}
    >
      <Named words={line.text}>
        <div className={text['row']}>
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={standing.has(line.id)}
            onClick={() => onAdd({ id: line.id, asks: 'both', depth: 'open', text: line.text })}
          >
            {standing.has(line.id) ? t('questions.added') : t('questions.add')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => onHide(line.id, !hidden.includes(line.id))}
          >
            {hidden.includes(line.id) ? t('questions.showAgain') : t('questions.hide')}
          </Button>
        </div>
      </Named>
    </OwnLine>
  ));
  return (
    <Disclosure summary={t('questions.own', { count: own.length })}>
      <div className={text['tight']}>
        {rows.length > 0 || ghost !== null ? (
          <ul className={styles['own']}>
            {ghost === null ? rows : rows.toSpliced(Math.min(ghost, rows.length), 0, removedLine)}
          </ul>
        ) : null}
        <form className={text['tight']} onSubmit={onSubmit}>
          <LineBox
            ref={box}
            label={t('questions.write')}
            placeholder={t('questions.write')}
            maxLength={QUESTION_LENGTH}
            value={words}
            onChange={setWords}
            onEnter={write}
          />
          <div className={text['row']}>
            <Button type="submit" size="small">
              {t('add.add')}
            </Button>
            <span className={text['quiet']}>{t('questions.ownReaders', { both })}</span>
          </div>
        </form>
      </div>
    </Disclosure>
  );
}
