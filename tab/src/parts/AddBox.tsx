import { Button } from '@fluentui/react-components';
import {
  forwardRef,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type FormEvent,
  type ReactElement,
} from 'react';
import type { Page } from '@rapport/domain/agenda';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { useWords } from '../words/useWords';
import styles from './AddBox.module.css';
import { LockIcon, PeopleIcon } from './icons';
import { LineBox } from './LineBox';
import { Notice } from './Notice';
import text from './text.module.css';

interface Props {
  /** Who reads a shared topic, e.g. "You and Ravi". */
  readonly both: string;
  /** True once nothing can be added any more: what stood in the box stays to be read and copied. */
  readonly closed: boolean;
  readonly onAdd: (words: string, list: Page) => void;
}

export interface AddBoxHandle {
  /** Puts words that could not be kept back into the box, after those already there. */
  readonly take: (words: string) => void;
}

/** One line, Enter, next line: several topics in a row without leaving the box. */
export const AddBox = forwardRef<AddBoxHandle, Props>(function AddBox(
  { both, closed, onAdd },
  handle,
) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [list, setList] = useState<Page>('shared');
  const box = useRef<HTMLTextAreaElement>(null);
  const name = useId();

  useImperativeHandle(handle, () => ({
    take: (lost) => {
      setWords((now) => (now.trim() ? `${now.trimEnd()} ${lost}` : lost));
      box.current?.focus();
    },
  }));

  const add = () => {
    const line = words.trim();
    box.current?.focus();
    if (!line) return;
    onAdd(line, list);
    setWords('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    add();
  };
  const choice = (value: Page, label: string, icon: ReactElement) => (
    <label className={styles['choice']}>
      <input
        type="radio"
        name={name}
        className={styles['radio']}
        checked={list === value}
        onChange={() => setList(value)}
      />
      <span className={styles['face']}>
        {icon}
        {label}
      </span>
    </label>
  );

  if (closed) return words.trim() ? <Notice>{t('refused.words', { words })}</Notice> : null;
  return (
    <form className={styles['composer']} onSubmit={onSubmit}>
      <LineBox
        ref={box}
        bare
        label={t('add.label')}
        placeholder={t('add.placeholder')}
        maxLength={LINE_LENGTH}
        value={words}
        onChange={setWords}
        onEnter={add}
      />
      <div className={styles['footer']}>
        <fieldset className={styles['choices']}>
          <legend className={text['hidden']}>{t('add.whoReads')}</legend>
          {choice('shared', both, <PeopleIcon />)}
          {choice('onlyMe', t('who.onlyYou'), <LockIcon />)}
        </fieldset>
        <Button type="submit" appearance="primary" className={styles['add']}>
          {t('add.add')}
        </Button>
      </div>
    </form>
  );
});
