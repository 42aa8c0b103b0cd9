import type { FeedbackView } from '@rapport/domain/feedback';
import { useEffect, useState } from 'react';
import { Exchange } from '../feedback/Exchange';
import feedbackStyles from '../feedback/feedback.module.css';
import { readClosedFeedback } from '../feedback/steps';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { PastProps } from './pastProps';

interface Props extends Pick<PastProps, 'seriesId' | 'me' | 'name'> {
  /** When the meeting was over, and the next one; null: there is none yet. */
  readonly from: string;
  readonly until: string | null;
}

/** Closed feedback that arrived with a meeting, or after it and before the next: read when it is unfolded. */
export function FeedbackThen(props: Props) {
  const { t } = useWords();
  return (
    <Disclosure summary={t('past.feedback')}>
      <List {...props} />
    </Disclosure>
  );
}

function List({ seriesId, me, name, from, until }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const [closed, setClosed] = useState<readonly FeedbackView[] | null>(null);
  const { busy, refusal, run } = useTask();
  const read = () => void run(async () => setClosed(await readClosedFeedback(client, seriesId)));
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is unfolded
  useEffect(read, []);
  const then = (closed ?? []).filter(({ at }) => at >= from && (until === null || at < until));
  return (
    <div className={text['stack']} aria-busy={busy}>
      {then.map((feedback) => (
        <div key={feedback.id} className={feedbackStyles['card']}>
          <Exchange feedback={feedback} mine={feedback.from === me} name={name} />
        </div>
      ))}
      {closed && then.length === 0 ? (
        <p className={text['quiet']}>{t('past.feedbackNone')}</p>
      ) : null}
      {refusal ? <Problem refusal={refusal} onRetry={read} /> : null}
    </div>
  );
}
