import type { Feedback } from '@rapport/domain/feedback';
import type { Part, Wording } from '@rapport/domain/wording/wording';
import { useDeferredValue, useMemo } from 'react';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './feedback.module.css';

const PART_WORDS: Readonly<Record<Part, WordsKey>> = {
  situation: 'feedback.situation',
  impact: 'feedback.impact',
  alternative: 'feedback.alternative',
};

/** Praise needs no alternative (PRACTICE B4). */
const PARTS: Readonly<Record<Feedback['kind'], readonly Part[]>> = {
  praise: ['situation', 'impact'],
  criticism: ['situation', 'impact', 'alternative'],
};

interface Props {
  readonly id: string;
  readonly kind: Feedback['kind'];
  readonly words: string;
  /** Whether the other one asked for it, which names the situation. */
  readonly asked: boolean;
  readonly wording: Wording;
}

/** What helps it land, each filling quietly as it seems to be there. It blocks and records nothing. */
export function Marks({ id, kind, words, asked, wording }: Props) {
  const { t } = useWords();
  // Typing goes first.
  const latest = useDeferredValue(words);
  const found = useMemo(() => {
    const parts = wording.partsOf(latest);
    return asked ? { ...parts, situation: 'there' } : parts;
  }, [wording, latest, asked]);
  return (
    <ul id={id} className={styles['marks']}>
      {PARTS[kind].map((part) => (
        <li key={part} className={found[part] === 'there' ? styles['there'] : undefined}>
          <span className={styles['mark']} aria-hidden />
          {t(PART_WORDS[part])}
          <span className={text['hidden']}>
            {t(found[part] === 'there' ? 'feedback.markThere' : 'feedback.markNotYet')}
          </span>
        </li>
      ))}
    </ul>
  );
}
