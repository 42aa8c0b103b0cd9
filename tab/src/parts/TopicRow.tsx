import { Button } from './Button';
import type { Topic } from '@rapport/domain/topic';
import { Suspense, useId, useRef, useState, type KeyboardEvent } from 'react';
import { later } from './later';
import { TalkButton, TopicMarks, type Talk } from '../meeting/TopicTalk';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import type { Edge } from './drag';
import { HandleIcon, MoreIcon, UnsentIcon } from './icons';
import { Named } from './Named';
import text from './text.module.css';
import styles from './TopicRow.module.css';
import { useRowDrag, type Dragging } from './useDragging';

const TopicActions = later(() => import('./TopicActions'), true);
const TopicEditor = later(() => import('./TopicEditor'), true);

interface Props {
  readonly topic: Topic;
  readonly group: string;
  readonly mine: boolean;
  readonly share: string | null;
  readonly unsent: boolean;
  readonly first: boolean;
  readonly last: boolean;
  /** Nothing can be changed any more. */
  readonly fixed: boolean;
  readonly dragging: Dragging | null;
  readonly talk: Talk | null;
  readonly onEdit: (words: string, version: string) => void;
  readonly onRemove: () => void;
  readonly onShare: () => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onPlace: (movedId: string, edge: Edge) => void;
  /** True from the moment on in which this row must not move by itself. */
  readonly onHold: (held: boolean) => void;
}

/** One line of the agenda. */
export function TopicRow({ topic, mine, unsent, fixed, talk, ...props }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  /** The wording that is being changed; a later one from elsewhere does not replace it. */
  const [editing, setEditing] = useState<Topic | null>(null);
  const more = useRef<HTMLButtonElement>(null);
  const talking = useRef<HTMLButtonElement>(null);
  const actionsId = useId();
  const { row, handle, dragged, over } = useRowDrag(fixed ? null : props.dragging, {
    id: topic.id,
    group: props.group,
    onHold: props.onHold,
    onPlace: props.onPlace,
  });

  const edit = () => {
    setOpen(false);
    setEditing(topic);
    props.onHold(true);
  };
  const stopEditing = () => {
    setEditing(null);
    props.onHold(false);
    more.current?.focus();
  };
  const save = (words: string) => {
    if (editing && words !== editing.text) props.onEdit(words, editing.version);
    stopEditing();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      setOpen(false);
      more.current?.focus();
    } else if (event.key === 'Escape' && talk?.open) {
      talk.onToggle();
      talking.current?.focus();
    }
    if (fixed || editing || !event.altKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    props.onMove(event.key === 'ArrowUp' ? -1 : 1);
  };

  const classes = [
    styles['row'],
    fixed && styles['fixed'],
    dragged && styles['dragged'],
    over && styles[over],
    talk?.open && styles['open'],
    talk?.dimmed && styles['dimmed'],
    topic.discussedAt && styles['discussed'],
  ];
  return (
    <li
      ref={row}
      className={classes.filter(Boolean).join(' ')}
      data-topic={topic.id}
      onKeyDown={onKeyDown}
    >
      {fixed ? null : (
        <span ref={handle} className={styles['handle']}>
          {unsent ? (
            <span className={styles['unsent']} title={t('topic.unsent')}>
              <UnsentIcon />
              <span className={text['hidden']}>{t('topic.unsent')}</span>
            </span>
          ) : (
            <HandleIcon />
          )}
        </span>
      )}
      {editing ? (
        <div className={styles['editor']}>
          <Suspense fallback={null}>
            <TopicEditor
              label={t('topic.editLabel')}
              words={editing.text}
              onSave={save}
              onCancel={stopEditing}
            />
          </Suspense>
        </div>
      ) : (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the button beside it does the same
        <p
          dir="auto"
          className={styles['words']}
          onClick={talk?.here ? talk.onToggle : undefined}
          onDoubleClick={mine && !fixed ? edit : undefined}
        >
          {topic.text}
        </p>
      )}
      {talk && !editing ? <TalkButton topic={topic} talk={talk} button={talking} /> : null}
      {fixed ? null : (
        <Button
          ref={more}
          data-more
          className={editing ? styles['away'] : styles['more']}
          size="small"
          appearance="subtle"
          icon={<MoreIcon />}
          aria-label={t('topic.more', { topic: brief(topic.text) })}
          aria-expanded={open}
          aria-controls={open ? actionsId : undefined}
          onClick={() => setOpen(!open)}
        />
      )}
      {open ? (
        <Suspense fallback={null}>
          <Named words={topic.text}>
            <TopicActions
              id={actionsId}
              share={props.share}
              mine={mine}
              more={talk?.more}
              first={props.first}
              last={props.last}
              onEdit={edit}
              onRemove={props.onRemove}
              onShare={props.onShare}
              onMove={props.onMove}
            />
          </Named>
        </Suspense>
      ) : null}
      {talk ? <TopicMarks topic={topic} talk={talk} /> : null}
    </li>
  );
}
