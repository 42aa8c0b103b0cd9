import { Button } from '@fluentui/react-components';
import type { RemindMe, ReminderKind } from '@rapport/domain/reminder';
import { useRef, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { Tick } from '../parts/Tick';
import { sameClock } from '../rhythm/clockChange';
import { sayZone } from '../rhythm/sayClocks';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { DaysOff } from './DaysOff';
import { QuietHours } from './QuietHours';
import styles from './Reminders.module.css';
import { zoneHere } from './zoneHere';

const KINDS: Readonly<Record<ReminderKind, WordsKey>> = {
  beforeMeeting: 'remind.beforeMeeting',
  afterMeeting: 'remind.afterMeeting',
  gap: 'remind.gap',
  invitation: 'remind.invitation',
};
const ORDER = Object.keys(KINDS) as readonly ReminderKind[];

interface Props {
  readonly kept: RemindMe;
  /** Rejects as the client does. */
  readonly save: (wishes: RemindMe) => Promise<void>;
}

/** Every change is kept at once; what did not arrive stays there, said as such, to be tried again. */
export function RemindersForm({ kept, save }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const { refusal, run } = useTask();
  const [region, announce] = useAnnouncer();
  const [chosen, setChosen] = useState<RemindMe | null>(null);
  const next = useRef<RemindMe | null>(null);
  const saving = useRef(false);
  const shown = chosen ?? kept;
  async function keepAll(): Promise<void> {
    saving.current = true;
    while (next.current) {
      const wishes = next.current;
      next.current = null;
      const done = await run(() => save(wishes));
      if (done) announce(t('remind.kept'));
      // A later change has all of it in it.
      else if (!next.current) {
        saving.current = false;
        return;
      }
    }
    saving.current = false;
    setChosen(null);
  }
  // What is changed while another change is under way is kept after it.
  const change = (part: Partial<RemindMe>): void => {
    next.current = { ...shown, ...part };
    setChosen(next.current);
    if (!saving.current) void keepAll();
  };
  const here = zoneHere();
  const now = client.now();
  return (
    <>
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('remind.which')}</legend>
        {ORDER.map((kind) => (
          <Tick
            key={kind}
            checked={!shown.off.includes(kind)}
            onChange={(on) =>
              change({
                off: on ? shown.off.filter((other) => other !== kind) : [...shown.off, kind],
              })
            }
          >
            {t(KINDS[kind])}
          </Tick>
        ))}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('remind.quiet')}</legend>
        <QuietHours quiet={shown.quiet} zone={shown.zone} onChange={(quiet) => change({ quiet })} />
        <DaysOff days={shown.daysOff} onChange={(daysOff) => change({ daysOff })} />
        <p className={text['quiet']}>
          {t('remind.zone', { zone: sayZone(words, shown.zone, now) })}
        </p>
        {sameClock(shown.zone, here, now) ? null : (
          <div>
            <Button size="small" onClick={() => change({ zone: here })}>
              {t('remind.zoneHere', { zone: sayZone(words, here, now) })}
            </Button>
          </div>
        )}
      </fieldset>
      {refusal ? <Problem refusal={refusal} onRetry={() => change({})} /> : null}
      {region}
    </>
  );
}
