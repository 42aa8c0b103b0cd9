import type { Line } from '@rapport/domain/line';
import type { ReactNode } from 'react';
import { useWords } from '../words/useWords';
import styles from './differ.module.css';

interface Props {
  /** A line that is disputed. */
  readonly line: Line;
  /** Whether the reader is the one who sees it differently. */
  readonly mine: boolean;
  readonly name: string;
  /** Where it stands away from its line: says which one it is about. */
  readonly apart?: boolean;
  /** What its author can do with it. */
  readonly children?: ReactNode;
}

/** What one of the two says about the other one's line, right below it. */
export function Differs({ line, mine, name, apart = false, children }: Props) {
  const { t, date } = useWords();
  const { dispute } = line;
  if (!dispute) return null;
  const { text, version, at } = dispute;
  const who = mine ? t('differ.you') : t('differ.they', { name });
  const head = apart ? t('differ.theyAbout', { name, words: line.text }) : who;
  const earlier = (line.earlier ?? []).find((wording) => wording.version === version);
  const about = earlier
    ? t('differ.aboutEarlier', { words: earlier.text })
    : version === line.version
      ? null
      : t('differ.beforeBack');
  return (
    <div className={styles['differs']}>
      <span className={styles['words']}>
        <span className={styles['quiet']}>
          {head}, {date(at)}
          {text === null ? null : ': '}
        </span>
        {text === null ? null : <span dir="auto">{text}</span>}
        {about ? <span className={styles['about']}>{about}</span> : null}
      </span>
      {children}
    </div>
  );
}
