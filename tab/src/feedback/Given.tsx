import { Button } from '../parts/Button';
import type { FeedbackView } from '@rapport/domain/feedback';
import { PeopleIcon } from '../parts/icons';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { sayProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import { canReply } from './arrange';
import { Exchange } from './Exchange';
import styles from './feedback.module.css';
import { ReplyBox } from './ReplyBox';
import { replyToAnswer, takeFeedbackBack } from './steps';

interface Props {
  readonly seriesId: string;
  readonly feedback: FeedbackView;
  readonly name: string;
  readonly announce: (words: string) => void;
}

/** Feedback that arrived at the other one. Its author is never told when it was read (PRACTICE B1). */
export function Given({ seriesId, feedback, name, announce }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  // Too late is nobody's mistake.
  const opened = refusal?.code === 'feedback.opened';
  const takeBack = async () => {
    const gone = await run(() => takeFeedbackBack(client, seriesId, feedback.id));
    if (gone) announce(t('feedback.saidTakenBack', { name }));
  };
  return (
    <>
      <h3 className={styles['title']}>{t('feedback.to', { name })}</h3>
      <Exchange feedback={feedback} mine name={name} />
      {feedback.answer || opened ? null : (
        <div>
          <Button size="small" disabledFocusable={busy} onClick={() => void takeBack()}>
            {t('feedback.takeBack')}
          </Button>
        </div>
      )}
      {canReply(feedback) ? (
        <ReplyBox
          slot={`reply/${feedback.id}`}
          name={name}
          send={async (reply) => {
            await replyToAnswer(client, seriesId, feedback.id, reply);
            announce(t('answer.sent', { name }));
          }}
        />
      ) : null}
      {refusal && opened ? <Notice role="status">{sayProblem(words, refusal)}</Notice> : null}
      {refusal && !opened ? <Problem refusal={refusal} /> : null}
      <p className={styles['who']}>
        <PeopleIcon />
        {t('feedback.bothRead', { name })}
      </p>
    </>
  );
}
