import { Button } from '@fluentui/react-components';
import { LINE_LENGTH } from '@rapport/domain/limits';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/useWords';
import { LineBox } from './LineBox';
import text from './text.module.css';

interface Props {
  readonly label: string;
  readonly words: string;
  /** In UTF-16 units, where it is shorter than a line. */
  readonly maxLength?: number | undefined;
  readonly onSave: (words: string) => void;
  readonly onCancel: () => void;
}

/** Changing words where they stand: Enter saves, Escape leaves them, and leaving the box loses nothing. */
export function TopicEditor({ label, words, maxLength, onSave, onCancel }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState(words);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(words.length, words.length);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, on opening: later renders keep the caret
  }, []);
  const save = () => {
    const line = draft.trim();
    if (line) onSave(line);
  };
  return (
    <div className={text['stack']}>
      <LineBox
        ref={box}
        label={label}
        maxLength={maxLength ?? LINE_LENGTH}
        value={draft}
        onChange={setDraft}
        onEnter={save}
        onEscape={onCancel}
      />
      <div className={text['row']}>
        <Button size="small" appearance="primary" onClick={save} disabled={!draft.trim()}>
          {t('save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
