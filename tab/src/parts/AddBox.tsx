import type { Page } from '@rapport/domain/agenda';
import { forwardRef, useImperativeHandle, useRef, useState } from 'react';
import { useWords } from '../words/useWords';
import { Composer } from './Composer';
import { Notice } from './Notice';

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

/** Where a new topic is written. */
export const AddBox = forwardRef<AddBoxHandle, Props>(function AddBox(
  { both, closed, onAdd },
  handle,
) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);

  useImperativeHandle(handle, () => ({
    take: (lost) => {
      setWords((now) => (now.trim() ? `${now.trimEnd()} ${lost}` : lost));
      box.current?.focus();
    },
  }));

  if (closed) return words.trim() ? <Notice>{t('refused.words', { words })}</Notice> : null;
  return (
    <Composer
      ref={box}
      label={t('add.label')}
      placeholder={t('add.placeholder')}
      both={both}
      words={words}
      onWords={setWords}
      onAdd={onAdd}
    />
  );
});
