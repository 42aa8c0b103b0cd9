import { useState } from 'react';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { LockIcon } from '../parts/icons';
import { loadCoaching } from '../words/coaching';
import { useWords } from '../words/useWords';
import styles from './Coaching.module.css';
import { createDeck, type Deck } from './deck';

/** Of this page: another topic does not begin with the same question. Kept nowhere else, sent nowhere. */
let deck: Promise<Deck> | null = null;

const deckIn = (language: string): Promise<Deck> =>
  (deck ??= loadCoaching(language).then((questions) => createDeck(questions, Math.random)));

/** One question at a time that helps somebody find their own answer (PRACTICE A6); for the manager alone. */
export function Coaching() {
  const { t, locale } = useWords();
  const [question, setQuestion] = useState('');
  const draw = async () => {
    try {
      setQuestion((await deckIn(locale)).draw());
    } catch {
      // The file could not be fetched: said, and asked for again with the next press.
      deck = null;
      setQuestion(t('problem.unreachable'));
    }
  };
  return (
    <Disclosure
      summary={t('coaching.need')}
      onOpen={() => {
        if (!question) void draw();
      }}
    >
      <div className={styles['card']}>
        <p aria-live="polite" dir="auto" className={styles['question']}>
          {question}
        </p>
        <div className={styles['foot']}>
          <Button size="small" onClick={() => void draw()}>
            {t('coaching.another')}
          </Button>
          <span className={styles['who']}>
            <LockIcon />
            {t('coaching.onlyYou')}
          </span>
        </div>
      </div>
    </Disclosure>
  );
}
