import type { ConcernMark } from '@rapport/domain/concern.schema';
import { useEffect, useId, useState } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { Tick } from '../parts/Tick';
import { useWords } from '../words/useWords';
import styles from './concerns.module.css';
import { readRaised, type Raised } from './readRaised';

interface Props {
  readonly series: string;
  readonly name: string;
  readonly mark: ConcernMark | null;
  readonly onChange: (mark: ConcernMark | null) => void;
}

/** What the other one raised, on the agenda and in past meetings: read here, and nowhere else. */
export function RaisedTopics({ series, name, mark, onChange }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const group = useId();
  const [raised, setRaised] = useState<readonly Raised[] | null>(null);
  const { refusal, run } = useTask();
  const read = () => run(async () => setRaised(await readRaised(client, series)));
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is unfolded
  }, []);
  if (refusal) return <Problem refusal={refusal} onRetry={() => void read()} />;
  if (!raised) return <div className={styles['waiting']} aria-busy />;
  if (raised.length === 0) {
    return <p className={text['quiet']}>{t('concern.noTopics', { name })}</p>;
  }
  const option = (label: string, value: ConcernMark | null) => (
    <Tick
      key={value?.topic ?? ''}
      oneOf={group}
      checked={mark?.topic === value?.topic}
      onChange={() => onChange(value)}
    >
      <span dir="auto">{label}</span>
    </Tick>
  );
  return (
    <div role="radiogroup" aria-label={name} className={text['tight']}>
      {option(t('concern.noMark'), null)}
      {raised.map(({ topic, meeting }) => option(topic.text, { series, topic: topic.id, meeting }))}
    </div>
  );
}
