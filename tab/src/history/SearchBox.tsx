import { useId } from 'react';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './history.module.css';

interface Props {
  /** Whether there has been a meeting here. */
  readonly met: boolean;
  readonly value: string;
  readonly onChange: (query: string) => void;
  /** Somebody is about to look for something. */
  readonly onBegin: () => void;
}

/** Where one writes what one looks for. */
export function SearchBox({ met, value, onChange, onBegin }: Props) {
  const { t } = useWords();
  const id = useId();
  const label = t(met ? 'past.search' : 'past.searchBefore');
  return (
    <div className={text['tight']}>
      <input
        type="search"
        className={styles['box']}
        value={value}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        aria-label={label}
        aria-describedby={id}
        placeholder={label}
        onFocus={onBegin}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p id={id} className={text['quiet']}>
        {t(met ? 'past.searchHint' : 'past.searchHintBefore')}
      </p>
    </div>
  );
}
