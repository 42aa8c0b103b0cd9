import { useId } from 'react';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './history.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (query: string) => void;
  /** Somebody is about to look for something. */
  readonly onBegin: () => void;
}

/** Where one writes what one looks for. */
export function SearchBox({ value, onChange, onBegin }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={text['tight']}>
      <input
        type="search"
        className={styles['box']}
        value={value}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        aria-label={t('past.search')}
        aria-describedby={id}
        placeholder={t('past.search')}
        onFocus={onBegin}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p id={id} className={text['quiet']}>
        {t('past.searchHint')}
      </p>
    </div>
  );
}
