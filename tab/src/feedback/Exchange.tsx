import type { FeedbackView } from '@rapport/domain/feedback';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';
import { ABOUT_WORDS, ANSWER_WORDS } from './labels';

interface Props {
  readonly feedback: FeedbackView;
  /** Whether the reader wrote it. */
  readonly mine: boolean;
  readonly name: string;
}

/** The words, the answer and the reply, as far as they are there. */
export function Exchange({ feedback, mine, name }: Props) {
  const { t, date } = useWords();
  const { text: words, about, askedFor, answer, reply } = feedback;
  const by = (own: boolean) => (own ? t('feedback.you') : name);
  const line = (who: string, at: string, said: string | null, label: string | null) => (
    <div className={styles['said']}>
      <p className={text['quiet']}>{t('feedback.byOn', { name: who, date: date(at) })}</p>
      {label ? <p className={styles['label']}>{label}</p> : null}
      {said ? (
        <p dir="auto" className={text['prose']}>
          {said}
        </p>
      ) : null}
    </div>
  );
  return (
    <>
      {askedFor ? (
        <p dir="auto" className={text['quiet']}>
          {mine
            ? t('wish.theyAsked', { name, wish: askedFor })
            : t('wish.youAsked', { wish: askedFor })}
        </p>
      ) : null}
      {line(by(mine), feedback.at, words, null)}
      {words && about ? <p className={text['quiet']}>{t(ABOUT_WORDS[about])}</p> : null}
      {answer ? line(by(!mine), answer.at, answer.words, t(ANSWER_WORDS[answer.kind])) : null}
      {reply ? line(by(mine), reply.at, reply.text, null) : null}
    </>
  );
}
