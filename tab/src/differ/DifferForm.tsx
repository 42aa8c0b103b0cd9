import { DISPUTE_LENGTH } from '@rapport/domain/limits';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { PeopleIcon } from '../parts/icons';
import { LineBox } from '../parts/LineBox';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './differ.module.css';

interface Props {
  readonly words: string;
  readonly both: string;
  /** The line that it is about. */
  readonly line: string;
  /** null: without words, which is enough. */
  readonly onSay: (words: string | null) => void;
  readonly onCancel: () => void;
}

/** A few words of one's own below the other one's line, or none. */
export function DifferForm({ words, both, line, onSay, onCancel }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState(words);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const say = () => onSay(draft.trim() || null);
  return (
    <div className={styles['form']}>
      <LineBox
        ref={box}
        label={t('differ.label', { words: line })}
        placeholder={t('differ.placeholder')}
        maxLength={DISPUTE_LENGTH}
        value={draft}
        onChange={setDraft}
        onEnter={say}
        onEscape={onCancel}
      />
      <div className={text['row']}>
        <Button size="small" appearance="primary" onClick={say}>
          {t('differ.say')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <span className={styles['who']}>
          <PeopleIcon />
          {both}
        </span>
      </div>
    </div>
  );
}
