import { Button } from '@fluentui/react-components';
import { offerQuestions, type Question } from '@rapport/domain/question';
import { useEffect, useRef, useState } from 'react';
import text from '../parts/text.module.css';
import { loadQuestions } from '../words/questions';
import { useWords } from '../words/useWords';
import { HiddenQuestions } from './HiddenQuestions';
import { OfferedQuestion } from './OfferedQuestion';
import { OwnQuestions } from './OwnQuestions';
import styles from './Questions.module.css';
import type { Session } from './session';

const OFFERED = 3;

/** A few questions to ask; one press puts one on the agenda, another keeps it away for good (PRACTICE B8). */
export function Questions({ session }: { readonly session: Session }) {
  const { t, locale } = useWords();
  const { view, send, both } = session;
  const [bank, setBank] = useState<readonly Question[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const offered = useRef<{ turn: number; questions: readonly Question[] } | null>(null);

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
    offered.current = { turn, questions: offerQuestions(bank, view, turn, OFFERED) };
  }
  const shown = offered.current?.questions ?? [];
  const standing = new Set(view.topics.map(({ question }) => question));
  const add = ({ id, text: words }: Question) =>
    send(
      { type: 'addTopic', page: 'shared', id: crypto.randomUUID(), text: words, question: id },
      'said.added',
    );
  const hide = (question: string, hidden: boolean) =>
    send({ type: 'hideQuestion', question, hidden }, hidden ? 'said.hidden' : 'said.shownAgain');

  if (failed) return <p>{t('problem.unreachable')}</p>;
  return (
    <div className={styles['questions']}>
      <p className={text['quiet']}>{t('questions.readers', { both })}</p>
      <ul className={styles['list']} aria-busy={!bank}>
        {shown.map((question) => (
          <OfferedQuestion
            key={question.id}
            question={question}
            name={session.name}
            standing={standing.has(question.id)}
            hidden={view.questions.hidden.includes(question.id)}
            onAdd={() => add(question)}
            onHide={(hidden) => hide(question.id, hidden)}
          />
        ))}
        {bank && shown.length === 0 ? (
          <li className={text['quiet']}>{t('questions.none')}</li>
        ) : null}
      </ul>
      <div>
        <Button size="small" appearance="subtle" onClick={() => setTurn(turn + 1)}>
          {t('questions.others')}
        </Button>
      </div>
      <OwnQuestions session={session} standing={standing} onAdd={add} onHide={hide} />
      {bank ? <HiddenQuestions view={view} bank={bank} onShow={(id) => hide(id, false)} /> : null}
    </div>
  );
}
