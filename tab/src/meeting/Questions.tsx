import { Button } from '@fluentui/react-components';
import { offerQuestions, type Question } from '@rapport/domain/question';
import { useEffect, useRef, useState } from 'react';
import text from '../parts/text.module.css';
import { loadQuestions } from '../words/questions';
import { useWords } from '../words/useWords';
import styles from './Questions.module.css';
import type { Session } from './session';

const OFFERED = 3;

/** A few questions to ask, or to talk about; one press puts one on the agenda (PRACTICE B8). */
export function Questions({ session }: { readonly session: Session }) {
  const { t, locale } = useWords();
  const { view, send, both } = session;
  const [bank, setBank] = useState<readonly Question[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const offered = useRef<{ turn: number; questions: readonly Question[] } | null>(null);
  const first = useRef<HTMLUListElement>(null);

  useEffect(() => {
    let wanted = true;
    loadQuestions(locale).then(
      (loaded) => wanted && setBank(loaded),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [locale]);

  // What was offered stays until others are asked for, also once one of it stands on the agenda.
  if (bank && offered.current?.turn !== turn) {
    const questions = offerQuestions(bank, view.me, view.topics, view.asked, turn, OFFERED);
    offered.current = { turn, questions };
  }
  const standing = new Set(view.topics.map(({ question }) => question));
  const add = ({ id, text: words }: Question) =>
    send(
      { type: 'addTopic', page: 'shared', id: crypto.randomUUID(), text: words, question: id },
      'said.added',
    );

  if (failed) return <p>{t('problem.unreachable')}</p>;
  return (
    <div className={styles['questions']}>
      <ul ref={first} tabIndex={-1} className={styles['list']} aria-busy={!bank}>
        {(offered.current?.questions ?? []).map((question) => (
          <li key={question.id}>
            <button
              type="button"
              className={styles['question']}
              aria-disabled={standing.has(question.id)}
              onClick={() => (standing.has(question.id) ? undefined : add(question))}
            >
              <span dir="auto">{question.text}</span>
              <span className={styles['state']}>
                {standing.has(question.id) ? t('questions.added') : t('questions.add')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles['foot']}>
        <Button size="small" appearance="subtle" onClick={() => setTurn(turn + 1)}>
          {t('questions.others')}
        </Button>
        <span className={text['quiet']}>{t('questions.readers', { both })}</span>
      </div>
    </div>
  );
}
