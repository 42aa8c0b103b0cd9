import type { Feedback } from '@rapport/domain/feedback';
import { useMemo } from 'react';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './feedback.module.css';
import { marksIn, partsOf, type Part } from './marks';

const PART_WORDS: Readonly<Record<Part, WordsKey>> = {
  situation: 'feedback.situation',
  impact: 'feedback.impact',
  alternative: 'feedback.alternative',
};

interface Props {
  readonly id: string;
  readonly kind: Feedback['kind'];
  readonly words: string;
}

/** What helps it land, each filling quietly as it seems to be there. It blocks and records nothing. */
export function Marks({ id, kind, words }: Props) {
  const { t } = useWords();
  const found = useMemo(() => marksIn(words), [words]);
  return (
    <ul id={id} className={styles['marks']}>
      {partsOf(kind).map((part) => (
        <li key={part} className={found.has(part) ? styles['there'] : undefined}>
          <span className={styles['mark']} aria-hidden />
          {t(PART_WORDS[part])}
          <span className={text['hidden']}>
            {t(found.has(part) ? 'feedback.markThere' : 'feedback.markNotYet')}
          </span>
        </li>
      ))}
    </ul>
  );
}
