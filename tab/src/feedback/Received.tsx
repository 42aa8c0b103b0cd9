import { Button } from '../parts/Button';
import type { FeedbackView } from '@rapport/domain/feedback';
import { PeopleIcon } from '../parts/icons';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { Answers } from './Answers';
import { Exchange } from './Exchange';
import styles from './feedback.module.css';
import { WhereToTurn } from './WhereToTurn';
import { answerFeedback, closeFeedback } from './steps';

interface Props {
  readonly seriesId: string;
  readonly feedback: FeedbackView;
  readonly name: string;
  readonly announce: (words: string) => void;
}

/** Feedback somebody opened: listen, answer once, close it. */
export function Received({ seriesId, feedback, name, announce }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const close = async () => {
    if (await run(() => closeFeedback(client, seriesId, feedback.id))) announce(t('answer.closed'));
  };
  return (
    <>
      <h3 className={styles['title']}>{t('feedback.from', { name })}</h3>
      {feedback.answer ? null : <Advice full={feedback.firstEver === true} />}
      <Exchange feedback={feedback} mine={false} name={name} />
      {feedback.answer ? (
        <div className={styles['stack']}>
          <div className={text['row']}>
            <Button size="small" disabledFocusable={busy} onClick={() => void close()}>
              {t('answer.close')}
            </Button>
            <span className={text['quiet']}>{t('answer.closeHint')}</span>
          </div>
          {refusal ? <Problem refusal={refusal} /> : null}
        </div>
      ) : (
        <Answers
          slot={`answer/${feedback.id}`}
          name={name}
          send={async (answer) => {
            await answerFeedback(client, seriesId, feedback.id, answer);
            announce(t('answer.sent', { name }));
          }}
        />
      )}
      <p className={styles['who']}>
        <PeopleIcon />
        {t('feedback.bothRead', { name })}
      </p>
      <WhereToTurn />
    </>
  );
}

function Advice({ full }: { readonly full: boolean }) {
  const { t } = useWords();
  if (!full) return <p className={text['quiet']}>{t('feedback.adviceShort')}</p>;
  return (
    <ul className={styles['advice']}>
      <li>{t('feedback.adviceListen')}</li>
      <li>{t('feedback.adviceArgue')}</li>
      <li>{t('feedback.adviceIntent')}</li>
    </ul>
  );
}
