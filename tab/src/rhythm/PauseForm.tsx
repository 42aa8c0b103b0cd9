import { useId, useState, type FormEvent } from 'react';
import { DateBox } from '../meeting/DateBox';
import { Button } from '../parts/Button';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { DateNote } from './DateNote';
import { asMeant, dayMeant, dayOf } from './localDate';
import styles from './rhythm.module.css';
import type { FormProps } from './form';
import type { Standing } from './standing';

interface Props extends FormProps {
  readonly standing: Standing;
}

/** Taking a break, until a day or until either ends it (PRACTICE A2): there is no field for a reason. */
export default function PauseForm({ name, busy, standing, onSave, onCancel }: Props) {
  const { t, moment } = useWords();
  const { client } = useApp();
  // A break that lasts gets another end: it does not begin anew.
  const lasts = standing.kind === 'paused' ? standing.pause : null;
  const [day, setDay] = useState(() => (lasts?.until ? dayMeant(lasts.until) : ''));
  const hint = useId();
  const tomorrow = new Date(client.now());
  tomorrow.setDate(tomorrow.getDate() + 1);
  const begins = new Date(`${day}T00:00`);
  const said = day !== '' && !Number.isNaN(begins.getTime());
  const until = said ? asMeant(day, begins.toISOString()) : null;
  const { next } = standing;
  const fallsOut = next !== null && (until === null || next < until) ? next : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave('pause', { until }, t(lasts ? 'settings.changed' : 'pace.paused'));
  };
  return (
    <form className={styles['form']} aria-describedby={hint} onSubmit={save}>
      <div className={text['row']}>
        <DateBox
          label={t('pace.until')}
          type="date"
          min={dayOf(tomorrow)}
          value={day}
          onChange={setDay}
        />
        <DateNote>{fallsOut && t('pace.fallsOut', { when: moment(fallsOut) })}</DateNote>
      </div>
      <p id={hint} className={text['quiet']}>
        {t('pace.pauseHint', { name })}
      </p>
      <div className={text['row']}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {t(lasts ? 'save' : 'pace.pauseNow')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
