import { promiseOrder, type Action } from '@rapport/domain/action';
import { otherRole } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';
import { Suspense, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { SwapIcon } from '../parts/moreIcons';
import { later } from '../parts/later';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { Differs } from '../differ/Differs';
import { Earlier } from '../differ/Earlier';
import { useDiffer } from '../differ/useDiffer';
import { useStanding, type Standing } from '../differ/useStanding';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import { OwnButtons, RemovedLine } from './OwnLine';
import { PromiseForm } from './PromiseForm';
import styles from './PromiseList.module.css';
import type { Session } from './session';
import { useFirstOrder } from './useFirstOrder';

const CopyToDo = later(() => import('../todo/CopyToDo'));

/** All promises, the manager's first; those that were kept by now stand where they stood. */
export const promisesOf = ({ actions }: SeriesView): Action[] => actions.toSorted(promiseOrder);

/** What the two promised each other, with a tick for what is done (PRACTICE D3). */
export function PromiseList({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const promises = useFirstOrder(promisesOf(session.view));
  const standing = useStanding(promises, session.view);
  const late = promises.filter(({ id }) => standing.get(id) === 'end');
  const [removed, setRemoved] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const ghost = session.undoes === 'removeAction' ? removed : null;
  if (promises.length === 0 && ghost === null) {
    return <p className={text['quiet']}>{t('promise.none')}</p>;
  }
  const rows = promises.map((promise, index) => (
    <PromiseRow
      key={promise.id}
      session={session}
      promise={promise}
      standing={standing.get(promise.id)}
      onRemove={() => {
        const { id, version } = promise;
        session.send({ type: 'removeAction', id, version }, 'topic.removed');
        setRemoved(index);
      }}
    />
  ));
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
  return (
    <ul ref={list} tabIndex={-1} aria-label={t('promise.list')} className={styles['list']}>
      {ghost === null ? rows : rows.toSpliced(Math.min(ghost, rows.length), 0, removedLine)}
      {late.map((promise) => (
        <li key={`${promise.id}.differs`}>
          <Differs line={promise} mine={false} name={session.name} apart />
        </li>
      ))}
    </ul>
  );
}

/** One's own to do; while the two talk there is nothing to press besides (PRACTICE A9). */
export const mayCopy = ({ me, meeting }: SeriesView, { owner, doneAt }: Action): boolean =>
  owner === me && doneAt === null && meeting.state !== 'live';

interface RowProps {
  readonly session: Session;
  readonly promise: Action;
  readonly standing: Standing | undefined;
  readonly onRemove: () => void;
}

function PromiseRow({ session, promise, standing, onRemove }: RowProps) {
  const { t, date } = useWords();
  const { host } = useApp();
  const { view, name, send } = session;
  const { button, below } = useDiffer(session, 'disputeAction', promise, standing);
  const [editing, setEditing] = useState<Action | null>(null);
  const tick = useId();
  const edit = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useEffect(() => {
    if (left.current) edit.current?.focus();
    left.current = false;
  });
  const done = promise.doneAt !== null;
  const owner = promise.owner === view.me ? t('promise.you') : name;
  const give = promise.owner === view.me ? t('promise.give', { name }) : t('promise.take');
  const about = promise.due
    ? t('promise.ownerBy', { owner, date: date(`${promise.due}T12:00`) })
    : owner;
  const writtenBy =
    promise.by === view.me ? t('promise.writtenByYou') : t('promise.writtenBy', { name });
  if (editing) {
    return (
      <li>
        <PromiseForm
          session={session}
          owner={editing.owner}
          promise={editing}
          onDone={() => {
            left.current = true;
            setEditing(null);
          }}
        />
      </li>
    );
  }
  return (
    <li className={styles['row']}>
      <input
        id={tick}
        type="checkbox"
        className={styles['tick']}
        checked={done}
        onChange={() =>
          send(
            { type: 'finishAction', id: promise.id, done: !done },
            done ? 'said.notDone' : 'said.done',
          )
        }
      />
      <span className={styles['promise']}>
        <label htmlFor={tick} dir="auto" className={done ? styles['done'] : styles['words']}>
          {promise.text}
        </label>{' '}
        <span className={styles['about']}>
          {about}
          {promise.by === promise.owner ? null : ` · ${writtenBy}`}
        </span>
        <Earlier line={promise} />
        {host.graph && mayCopy(view, promise) ? (
          <Suspense fallback={<span className={styles['todo']} />}>
            <CopyToDo graph={host.graph} promise={promise} announce={session.announce} />
          </Suspense>
        ) : null}
        {below}
      </span>
      <Button
        size="small"
        appearance="subtle"
        className={styles['swap']}
        icon={<SwapIcon />}
        title={give}
        aria-label={t('promise.giveWords', { give, words: brief(promise.text) })}
        onClick={() =>
          send(
            { type: 'assignAction', id: promise.id, owner: otherRole(promise.owner) },
            promise.owner === view.me ? 'said.given' : 'said.taken',
          )
        }
      />
      {button}
      {promise.by === view.me ? (
        <OwnButtons
          words={promise.text}
          edit={edit}
          onEdit={() => setEditing(promise)}
          onRemove={onRemove}
        />
      ) : null}
    </li>
  );
}
