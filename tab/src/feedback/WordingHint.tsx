import { Button } from '@fluentui/react-components';
import type { Finding } from '@rapport/domain/wording/wording';
import { useEffect, useRef } from 'react';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './feedback.module.css';

/** Why, and what else one could write. */
const SAID = {
  person: ['wording.person.why', 'wording.person.instead'],
  motive: ['wording.motive.why', 'wording.motive.instead'],
  absolute: ['wording.absolute.why', 'wording.absolute.instead'],
  situation: ['wording.situation.why', 'wording.situation.instead'],
  impact: ['wording.impact.why', 'wording.impact.instead'],
  alternative: ['wording.alternative.why', 'wording.alternative.instead'],
} as const satisfies Record<Finding['rule'], readonly WordsKey[]>;

interface Props {
  /** null when nothing was found. */
  readonly finding: Finding | null;
  /** The words it points at, as they stand. */
  readonly quote: string | null;
  readonly name: string;
  readonly hasNext: boolean;
  /** What going on as it is means here, e.g. "Give it as it is". */
  readonly goOn: string;
  readonly onNext: () => void;
  readonly onChange: () => void;
  readonly onGoOn: () => void;
}

/** One thing at a time about the wording, with ways on of equal weight (PRACTICE B4). */
export function WordingHint({ finding, quote, name, hasNext, goOn, ...on }: Props) {
  const { t } = useWords();
  const said = useRef<HTMLElement>(null);
  useEffect(() => said.current?.focus(), [finding]);
  return (
    <section
      ref={said}
      tabIndex={-1}
      className={styles['hint']}
      aria-label={t('wording.region')}
      aria-live="polite"
    >
      {finding ? (
        <>
          {quote ? (
            <p>
              <q className={styles['label']} dir="auto">
                {quote}
              </q>
            </p>
          ) : null}
          {SAID[finding.rule].map((key) => (
            <p key={key}>{t(key, { name })}</p>
          ))}
        </>
      ) : (
        <p>{t('wording.nothing')}</p>
      )}
      <div className={text['row']}>
        {finding ? <Button onClick={on.onChange}>{t('wording.change')}</Button> : null}
        <Button onClick={on.onGoOn}>{goOn}</Button>
        {hasNext ? <Button onClick={on.onNext}>{t('wording.next')}</Button> : null}
      </div>
      <p className={text['quiet']}>{t('wording.device')}</p>
    </section>
  );
}
