import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import type { FormEvent } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { Estimate } from './Estimate';
import styles from './feedback.module.css';
import { NOTHING_CHOSEN } from './begunCheckIn';
import { useBegunCheckIn } from './useBegunCheckIn';

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
  const { begun, choose, forget } = useBegunCheckIn(view, meeting);
  const { worth, heard, share: percent } = begun ?? NOTHING_CHOSEN;
  const whole = worth !== null && heard !== null && percent !== null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!whole || busy) return;
    const answers = { meeting, worth, heard, share: percent };
    if (!(await run(() => client.writeTo(view.id, 'check-ins', answers)))) return;
    forget();
    onKept();
  };
  return (
    <form
      className={styles['card']}
      aria-label={t('checkIn.title')}
      onSubmit={(event) => void submit(event)}
    >
      <h3 className={styles['title']}>{t('checkIn.title')}</h3>
      <div className={styles['scales']}>
        <Scale asks="checkIn.worth" value={worth} onChange={(value) => choose({ worth: value })} />
        <Scale asks="checkIn.heard" value={heard} onChange={(value) => choose({ heard: value })} />
      </div>
      <Estimate asks={share} value={percent} onChange={(value) => choose({ share: value })} />
      <p className={text['quiet']}>{t('checkIn.who')}</p>
      <div className={text['row']}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || !whole}>
          {t('checkIn.send')}
        </Button>
        {begun ? (
          <Button appearance="subtle" disabledFocusable={busy} onClick={forget}>
            {t('checkIn.clear')}
          </Button>
        ) : null}
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
