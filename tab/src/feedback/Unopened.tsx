import type { FeedbackView } from '@rapport/domain/feedback';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { PeopleIcon } from '../parts/icons';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';
import { openFeedback } from './steps';

interface Props {
  readonly seriesId: string;
  readonly feedback: FeedbackView;
  readonly name: string;
  readonly announce: (words: string) => void;
}

/** Something was written: now, or together. Its words are not on this device before they are asked for. */
export function Unopened({ seriesId, feedback, name, announce }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [together, setTogether] = useState(false);
  const leave = () => {
    setTogether(true);
    announce(t('waiting.together', { name }));
  };
  return (
    <>
      <h3 className={styles['title']}>{t('waiting.wrote', { name })}</h3>
      <p className={styles['who']}>
        <PeopleIcon />
        {t('feedback.bothRead', { name })}
      </p>
      {together ? <p>{t('waiting.together', { name })}</p> : null}
      <div className={text['row']}>
        <Button
          disabledFocusable={busy}
          onClick={() => void run(() => openFeedback(client, seriesId, feedback.id))}
        >
          {t('waiting.readNow')}
        </Button>
        <Button disabledFocusable={together} onClick={leave}>
          {t('waiting.readTogether')}
        </Button>
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </>
  );
}
