import { Button } from '../parts/Button';
import type { Topic } from '@rapport/domain/topic';
import { useRef, useState } from 'react';
import { Coaching } from '../coaching/Coaching';
import { Composer } from '../parts/Composer';
import { AddIcon } from '../parts/moreIcons';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { NoteList } from './NoteList';
import { PromiseForm } from './PromiseForm';
import { bothAgreed, type Session } from './session';
import styles from './TopicOpen.module.css';

interface Props {
  readonly session: Session;
  readonly topic: Topic;
  /** Half a note, by topic, for when it is opened again. */
  readonly drafts: Map<string, string>;
  readonly onFold: () => void;
}

/** The topic the two are at: a line of notes, a promise, done. What arrives moves none of it. */
export default function TopicOpen({ session, topic, drafts, onFold }: Props) {
  const { t, date } = useWords();
  const { view, send, both, name } = session;
  const [words, setWords] = useState(drafts.get(topic.id) ?? '');
  const [promising, setPromising] = useState(false);
  const [promised, setPromised] = useState(false);
  const promise = useRef<HTMLButtonElement>(null);
  // As it was when it was opened: what arrives adds no line here.
  const [changedAt] = useState(topic.editedAt);
  const agreed = bothAgreed(view);
  const done = topic.discussedAt !== null;

  const keep = (draft: string) => {
    drafts.set(topic.id, draft);
    setWords(draft);
  };
  const close = (kept: boolean) => {
    setPromising(false);
    setPromised(kept);
    promise.current?.focus();
  };
  const discuss = () => {
    // Folding is nothing to take back: "Undo" stays about the tick.
    if (!done) onFold();
    send(
      { type: 'discussTopic', id: topic.id, discussed: !done },
      done ? 'said.notDiscussed' : 'said.discussed',
    );
  };

  return (
    <div className={styles['open']}>
      <Composer
        label={t('note.label')}
        placeholder={t('note.placeholder')}
        both={agreed ? both : t('note.bothLater', { both })}
        quiet
        words={words}
        onWords={keep}
        onAdd={(line, page) =>
          send(
            {
              type: 'addNote',
              id: crypto.randomUUID(),
              text: line,
              topic: topic.id,
              ...(agreed || page === 'onlyMe' ? { page } : { page: 'onlyMe', draft: true }),
            },
            agreed && page === 'shared' ? 'said.added' : 'said.addedOnlyMe',
          )
        }
      />
      {agreed ? null : <p className={text['quiet']}>{t('note.draftYet')}</p>}
      <div className={styles['doings']}>
        <label className={styles['discussed']}>
          <input type="checkbox" checked={done} onChange={discuss} />
          {t('talk.discussed')}
        </label>
        <Button
          ref={promise}
          size="small"
          appearance="subtle"
          icon={<AddIcon />}
          aria-expanded={promising}
          onClick={() => {
            setPromising(!promising);
            setPromised(false);
          }}
        >
          {t('promise.add')}
        </Button>
        {promised ? <span className={text['quiet']}>{t('promise.kept')}</span> : null}
      </div>
      {promising ? (
        <PromiseForm
          session={session}
          owner={topic.by === 'report' ? 'report' : view.me}
          onDone={close}
        />
      ) : null}
      {view.me === 'manager' && topic.by === 'report' ? <Coaching /> : null}
      <NoteList session={session} topic={topic.id} className={styles['notes']} />
      {changedAt ? (
        <p className={text['quiet']}>
          {topic.by === view.me
            ? t('earlier.topicYou', { date: date(changedAt) })
            : t('earlier.topic', { who: name, date: date(changedAt) })}
        </p>
      ) : null}
    </div>
  );
}
