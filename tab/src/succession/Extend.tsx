import { useState } from 'react';
import { DateBox } from '../meeting/DateBox';
import { dayOf, lastDay } from '../rhythm/localDate';
import { Button } from '../parts/Button';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { endOf } from './endOf';

interface Props {
  readonly until: string;
  readonly busy: boolean;
  /** @param done what is read out once it is written */
  readonly write: (path: string, body: object, done: string) => Promise<boolean>;
}

/** The report lets a stand-in go on for longer. */
export function Extend({ until, busy, write }: Props) {
  const { t, date } = useWords();
  const [day, setDay] = useState('');
  const end = endOf(day);
  return (
    <div className={text['tight']}>
      <p className={text['quiet']}>{t('succession.extendLead')}</p>
      <div className={text['row']}>
        <DateBox
          label={t('succession.until')}
          type="date"
          value={day}
          min={dayOf(new Date(until))}
          onChange={setDay}
        />
        <Button
          disabledFocusable={busy || end === null}
          onClick={() =>
            void (
              end &&
              write(
                'stand-in',
                { until: end },
                t('succession.extended', { date: date(lastDay(end)) }),
              )
            )
          }
        >
          {t('succession.extend')}
        </Button>
      </div>
    </div>
  );
}
