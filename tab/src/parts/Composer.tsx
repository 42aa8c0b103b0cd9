import { Button } from '@fluentui/react-components';
import type { Page } from '@rapport/domain/agenda';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { forwardRef, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useWords } from '../words/useWords';
import styles from './Composer.module.css';
import { LockIcon, PeopleIcon } from './icons';
import { LineBox } from './LineBox';
import { Pills } from './Pills';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** Who reads what is written for both, e.g. "You and Ravi"; null where only its author may read it. */
  readonly both: string | null;
  readonly quiet?: boolean;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onAdd: (line: string, page: Page) => void;
}

/** One line, Enter, next line: several in a row without leaving the box, each with who reads it. */
export const Composer = forwardRef<HTMLTextAreaElement, Props>(function Composer(
  { label, placeholder, both, quiet = false, words, onWords, onAdd },
  given,
) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Page>('shared');
  const page = both === null ? 'onlyMe' : chosen;
  const box = useRef<HTMLTextAreaElement | null>(null);

  const add = () => {
    const line = words.trim();
    box.current?.focus();
    if (!line) return;
    onAdd(line, page);
    onWords('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    add();
  };
  const readers: readonly { value: Page; label: string; icon: ReactElement }[] = [
    { value: 'shared', label: both ?? '', icon: <PeopleIcon /> },
    { value: 'onlyMe', label: t('who.onlyYou'), icon: <LockIcon /> },
  ];

  return (
    <form className={styles['composer']} onSubmit={onSubmit}>
      <LineBox
        ref={(element) => {
          box.current = element;
          if (typeof given === 'function') given(element);
          else if (given) given.current = element;
        }}
        bare
        label={label}
        placeholder={placeholder}
        maxLength={LINE_LENGTH}
        value={words}
        onChange={onWords}
        onEnter={add}
      />
      <div className={styles['footer']}>
        <Pills
          legend={t('add.whoReads')}
          value={page}
          options={readers.filter(({ value }) => both !== null || value === 'onlyMe')}
          onChange={setChosen}
        />
        <Button
          type="submit"
          appearance={quiet ? 'secondary' : 'primary'}
          size={quiet ? 'small' : 'medium'}
          className={styles['add']}
        >
          {t('add.add')}
        </Button>
      </div>
    </form>
  );
});
