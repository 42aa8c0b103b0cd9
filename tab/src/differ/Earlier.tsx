import type { Line } from '@rapport/domain/line';
import { useId, useState } from 'react';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import styles from './differ.module.css';

/** What a line said before its author changed it, one press away (PRACTICE E2). */
export function Earlier({ line }: { readonly line: Line }) {
  const { t, date, moment } = useWords();
  const [open, setOpen] = useState(false);
  const list = useId();
  const { earlier = [], editedAt, text } = line;
  if (earlier.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className={styles['changed']}
        aria-expanded={open}
        aria-controls={list}
        aria-label={t('earlier.label', { date: date(editedAt ?? line.at), words: brief(text) })}
        onClick={() => setOpen(!open)}
      >
        {t('earlier.changed', { date: date(editedAt ?? line.at) })}
      </button>
      <ol id={list} className={styles['earlier']} hidden={!open}>
        {open
          ? earlier.map(({ version, text: words, at }) => (
              <li key={version}>
                <span className={styles['quiet']}>{moment(at)}: </span>
                <span dir="auto">{words}</span>
              </li>
            ))
          : null}
      </ol>
    </>
  );
}
