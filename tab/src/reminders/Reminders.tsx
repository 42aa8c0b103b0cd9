import { useMemo } from 'react';
import type { RemindMe } from '@rapport/domain/reminder';
import { LockIcon } from '../parts/icons';
import { Problem } from '../parts/Problem';
import { Skeleton } from '../parts/Skeleton';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import { RemindersForm } from './RemindersForm';
import { zoneHere } from './zoneHere';

interface Kept {
  readonly remindMe: RemindMe | null;
}

/** Of somebody who has not said yet: everything, at any time, in the zone of this device. */
const usual = (): RemindMe => ({
  off: [],
  zone: zoneHere(),
  quiet: null,
  daysOff: [],
});

/** Which notifications somebody gets, and when none (PRACTICE D8): their own to know. */
export default function Reminders() {
  const { t } = useWords();
  const { client } = useApp();
  const live = useMemo(() => client.followMine<Kept>('reminders'), [client]);
  const reading = useLive(live);
  return (
    <div className={text['stack']}>
      <p className={text['prose']}>{t('remind.lead')}</p>
      {reading.status === 'ready' ? (
        <RemindersForm
          kept={reading.value.remindMe ?? usual()}
          save={async (remindMe) => {
            await client.keep('PUT', '/api/home/reminders', { remindMe });
            await live.refresh();
          }}
        />
      ) : reading.status === 'failed' ? (
        <Problem refusal={reading.refusal} onRetry={() => void live.refresh()} />
      ) : (
        <Skeleton />
      )}
      <p className={text['quiet']}>
        <LockIcon /> {t('remind.who')}
      </p>
    </div>
  );
}
