import { Field, Textarea } from '@fluentui/react-components';
import {
  fillIntroduction,
  unknownPlaceholders,
  PLACEHOLDERS,
  type Placeholder,
} from '@rapport/domain/introduction';
import { INTRODUCTION_LENGTH } from '@rapport/domain/limits';
import type { Minutes, Rhythm } from '@rapport/domain/series';
import { useRef } from 'react';
import { Button } from '../parts/Button';
import text from '../parts/text.module.css';
import { RHYTHM_INSIDE } from '../words/labels';
import { useWords } from '../words/useWords';
import type { Words, WordsKey } from '../words/words';
import styles from './IntroductionField.module.css';

/** What rhythm and length are called inside a sentence; the name is filled in by the api, as verified. */
export const fillShape = ({ t }: Words, words: string, rhythm: Rhythm, minutes: Minutes): string =>
  fillIntroduction(words, {
    rhythm: t(RHYTHM_INSIDE[rhythm]),
    length: t('start.minutes', { minutes }),
  });

const CALLED: Readonly<Record<Placeholder, WordsKey>> = {
  name: 'intro.name',
  rhythm: 'intro.rhythm',
  length: 'intro.length',
};

interface Props {
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
  readonly hint: string;
  readonly value: string;
  /** The same, as far as it is filled in. */
  readonly filled: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The introduction, what can be filled in for each 1:1, and what will be read (PRACTICE C1). */
export function IntroductionField({ name, hint, value, filled, problem, onChange }: Props) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const unknown = unknownPlaceholders(value);
  const preview = name ? fillIntroduction(filled, { name }) : filled;

  const insert = (placeholder: Placeholder) => {
    const element = box.current?.querySelector('textarea');
    const [start, end] = [element?.selectionStart ?? value.length, element?.selectionEnd];
    const added = `{${placeholder}}`;
    const next = value.slice(0, start) + added + value.slice(end ?? start);
    if (next.length > INTRODUCTION_LENGTH) return;
    onChange(next);
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(start + added.length, start + added.length);
    });
  };

  return (
    <div ref={box} className={text['tight']}>
      <Field
        label={t('start.introduction')}
        hint={hint}
        {...(problem ? { validationMessage: problem } : {})}
      >
        <Textarea
          textarea={{ dir: 'auto' }}
          resize="vertical"
          rows={6}
          maxLength={INTRODUCTION_LENGTH}
          value={value}
          placeholder={t('start.introductionIdea')}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      <div role="group" aria-label={t('intro.fillIn')} className={text['row']}>
        <span className={text['quiet']}>{t('intro.fillIn')}</span>
        {PLACEHOLDERS.map((placeholder) => (
          <Button key={placeholder} size="small" onClick={() => insert(placeholder)}>
            {t(CALLED[placeholder])}
          </Button>
        ))}
      </div>
      <p role="status" className={styles['unknown']}>
        {unknown.length > 0
          ? t('intro.unknown', { count: unknown.length, words: unknown.join(', ') })
          : null}
      </p>
      {value.trim() ? (
        <figure className={styles['preview']}>
          <figcaption className={text['quiet']}>
            {name ? t('intro.preview', { name }) : t('intro.previewUnnamed')}
          </figcaption>
          <p dir="auto" className={text['prose']}>
            {preview}
          </p>
        </figure>
      ) : null}
    </div>
  );
}
