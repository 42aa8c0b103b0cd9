import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import { useId, useState, type FormEvent } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './feedback.module.css';

const SCALE = [1, 2, 3, 4, 5];

interface Props {
  readonly view: SeriesView;
  readonly meeting: number;
  readonly share: string;
  readonly onKept: () => void;
}

/** Twenty seconds on the meeting that just ended (PRACTICE D6). */
export function CheckInForm({ view, meeting, share, onKept }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [worth, setWorth] = useState<number | null>(null);
  const [heard, setHeard] = useState<number | null>(null);
  const [percent, setPercent] = useState(50);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (worth === null || heard === null || busy) return;
    const answers = { meeting, worth, heard, share: percent };
    if (await run(() => client.writeTo(view.id, 'check-ins', answers))) onKept();
  };
  return (
    <form
      className={styles['card']}
      aria-label={t('checkIn.title')}
      onSubmit={(event) => void submit(event)}
    >
      <h3 className={styles['title']}>{t('checkIn.title')}</h3>
      <div className={styles['scales']}>
        <Scale asks="checkIn.worth" value={worth} onChange={setWorth} />
        <Scale asks="checkIn.heard" value={heard} onChange={setHeard} />
      </div>
      <div className={styles['field']}>
        <label htmlFor={`${id}share`}>{share}</label>
        <div className={styles['slider']}>
          <input
            type="range"
            className={styles['range']}
            id={`${id}share`}
            min={0}
            max={100}
            step={5}
            value={percent}
            aria-valuetext={t('checkIn.percent', { share: percent })}
            onChange={(event) => setPercent(event.target.valueAsNumber)}
          />
          <span aria-hidden className={styles['percent']}>
            {t('checkIn.percent', { share: percent })}
          </span>
        </div>
      </div>
      <p className={text['quiet']}>{t('checkIn.who')}</p>
      <div>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={busy || worth === null || heard === null}
        >
          {t('checkIn.send')}
        </Button>
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </form>
  );
}

interface ScaleProps {
  readonly asks: WordsKey;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

/** One to five, with words at both ends. */
function Scale({ asks, value, onChange }: ScaleProps) {
  const { t } = useWords();
  return (
    <Field label={t(asks)} hint={t('checkIn.ends')}>
      <RadioGroup
        layout="horizontal-stacked"
        className={styles['scale']}
        value={value === null ? '' : String(value)}
        onChange={(_, data) => onChange(Number(data.value))}
      >
        {SCALE.map((step) => (
          <Radio key={step} value={String(step)} label={String(step)} />
        ))}
      </RadioGroup>
    </Field>
  );
}
