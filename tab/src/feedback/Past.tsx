import type { FeedbackView } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { Retain } from '../history/Retain';
import { Exchange } from './Exchange';
import styles from './feedback.module.css';
import { readClosedFeedback } from './steps';

interface Props {
  readonly view: SeriesView;
  /** Not closed, and still nothing that anybody waits for. */
  readonly loops: readonly FeedbackView[];
  readonly name: string;
}

const AT_ONCE = 20;

/** What is over, either way: to be read again, one press away, the latest first. */
export function Past(props: Props) {
  const { t } = useWords();
  return (
    <Disclosure summary={t('feedback.past')}>
      <List {...props} />
    </Disclosure>
  );
}

function List({ view, loops, name }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const [closed, setClosed] = useState<readonly FeedbackView[] | null>(null);
  const [shown, setShown] = useState(AT_ONCE);
  const { busy, refusal, run } = useTask();
  const read = () => void run(async () => setClosed(await readClosedFeedback(client, view.id)));
  const open = view.loops.map(({ id }) => id).join();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- when it is unfolded, and when one was closed since
  useEffect(read, [client, view.id, open]);

  const known = new Set(loops.map(({ id }) => id));
  const all = [...loops, ...(closed ?? []).filter(({ id }) => !known.has(id))];
  const latest = all.toSorted((a, b) => b.at.localeCompare(a.at, 'en'));
  return (
    <div className={styles['stack']} aria-busy={busy}>
      {latest.slice(0, shown).map((feedback) => (
        <div key={feedback.id} className={styles['card']}>
          <Exchange feedback={feedback} mine={feedback.from === view.me} name={name} />
          <Retain view={view} feedback={feedback} onChanged={read} />
        </div>
      ))}
      {refusal ? <Problem refusal={refusal} onRetry={read} /> : null}
      {closed && all.length === 0 ? (
        <p className={text['quiet']}>{t('feedback.pastNone')}</p>
      ) : null}
      {all.length > shown ? (
        <div>
          <Button size="small" onClick={() => setShown(shown + AT_ONCE)}>
            {t('past.more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
