import { Button } from '../parts/Button';
import type { Action } from '@rapport/domain/action';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { otherRole, type Role } from '@rapport/domain/person';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { PeopleIcon } from '../parts/icons';
import { LineBox } from '../parts/LineBox';
import { Pills } from '../parts/Pills';
import { useWords } from '../words/useWords';
import { DateBox } from './DateBox';
import styles from './PromiseForm.module.css';
import type { Session } from './session';

interface Props {
  readonly session: Session;
  /** Whose promise it is unless somebody says otherwise. */
  readonly owner: Role;
  /** The promise to change; a new one without. */
  readonly promise?: Action;
  readonly onDone: (kept: boolean) => void;
}

/** A promise: what, who, and by when if that matters (PRACTICE D3). */
export function PromiseForm({ session, promise, onDone, ...props }: Props) {
  const { t } = useWords();
  const { view, name, both, send } = session;
  // What it was when this began: the other one may hand it over meanwhile, and keeps what they did.
  const [was] = useState(promise);
  const [words, setWords] = useState(promise?.text ?? '');
  const [owner, setOwner] = useState(props.owner);
  const [due, setDue] = useState(promise?.due ?? '');
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);

  const save = () => {
    const text = words.trim();
    box.current?.focus();
    if (!text) return;
    const line = { text, owner, due: due || null };
    if (promise) {
      const { id, version } = promise;
      const changed = {
        ...(owner === was?.owner ? {} : { owner }),
        ...(line.due === was?.due ? {} : { due: line.due }),
      };
      send({ type: 'editAction', id, version, text, ...changed }, 'said.edited');
    } else {
      send({ type: 'addAction', id: crypto.randomUUID(), ...line }, 'said.promised');
    }
    onDone(true);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const owners = [view.me, otherRole(view.me)].map((value) => ({
    value,
    label: value === view.me ? t('promise.you') : name,
  }));

  return (
    <form
      className={styles['form']}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        // The browser's calendar closes by Escape too.
        if (!(event.target as Element).matches('[type=date]')) onDone(false);
      }}
    >
      <LineBox
        ref={box}
        label={t('promise.label')}
        placeholder={t('promise.placeholder')}
        maxLength={LINE_LENGTH}
        value={words}
        onChange={setWords}
        onEnter={save}
      />
      <div className={styles['row']}>
        <Pills legend={t('promise.owner')} value={owner} options={owners} onChange={setOwner} />
        <DateBox label={t('promise.due')} type="date" value={due} onChange={setDue} />
      </div>
      <div className={styles['row']}>
        <Button type="submit" size="small" appearance="primary">
          {t('save')}
        </Button>
        <Button size="small" onClick={() => onDone(false)}>
          {t('cancel')}
        </Button>
        <span className={styles['who']}>
          <PeopleIcon />
          {both}
        </span>
      </div>
    </form>
  );
}
