import type { FeedbackView } from '@rapport/domain/feedback';
import { Button } from '../parts/Button';
import type { SeriesView } from '@rapport/domain/series';
import type { SeriesStore } from '../client/state';
import { PeopleIcon } from '../parts/icons';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';
import { openFeedback } from './steps';

interface Props {
  readonly store: SeriesStore;
  readonly view: SeriesView;
  readonly feedback: FeedbackView;
  readonly name: string;
  readonly announce: (words: string) => void;
}

/** Something was written: now, or together. Its words are not on this device before they are asked for. */
export function Unopened({ store, view, feedback, name, announce }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const together = view.onlyMe.together.includes(feedback.id);
  const leave = () => {
    store.send({ type: 'deferFeedback', id: feedback.id, together: !together });
    announce(together ? t('said.undone') : t('waiting.together', { name }));
  };
  return (
    <>
      <h3 className={styles['title']}>{t('waiting.wrote', { name })}</h3>
      {feedback.askedFor ? (
        <p dir="auto">{t('wish.youAsked', { wish: feedback.askedFor })}</p>
      ) : null}
      <p className={styles['who']}>
        <PeopleIcon />
        {t('feedback.bothRead', { name })}
      </p>
      {together ? <p>{t('waiting.together', { name })}</p> : null}
      <div className={text['row']}>
        <Button
          disabledFocusable={busy}
          onClick={() => void run(() => openFeedback(client, view.id, feedback.id))}
        >
          {t('waiting.readNow')}
        </Button>
        <Button onClick={leave}>
          {together ? t('waiting.notTogether') : t('waiting.readTogether')}
        </Button>
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </>
  );
}
