import type { RemindMe } from '@rapport/domain/reminder';
import { useMemo, useState } from 'react';
import { DateBox } from '../meeting/DateBox';
import text from '../parts/text.module.css';
import { Tick } from '../parts/Tick';
import { useApp } from '../parts/useApp';
import { DateNote } from '../rhythm/DateNote';
import { sayQuiet } from '../rhythm/sayClocks';
import { useWords } from '../words/useWords';

type Quiet = RemindMe['quiet'];

/** What is offered first: after work, until it begins. */
const EVENING = { from: '18:00', to: '08:00' };

/** From when to when nothing comes. Half of it being typed changes nothing yet. */
export function QuietHours({
  quiet,
  zone,
  onChange,
}: {
  readonly quiet: Quiet;
  /** On whose clock they are meant (IANA). */
  readonly zone: string;
  readonly onChange: (quiet: Quiet) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const [typed, setTyped] = useState<Quiet>(null);
  const shown = typed ?? quiet;
  const note = useMemo(
    () => (quiet ? sayQuiet(words, quiet, zone, client.now()) : null),
    [words, quiet, zone, client],
  );
  const type = (part: Partial<NonNullable<Quiet>>) => {
    const next = { ...(shown ?? EVENING), ...part };
    const whole = next.from !== '' && next.to !== '' && next.from !== next.to;
    setTyped(whole ? null : next);
    if (whole) onChange(next);
  };
  return (
    <>
      <Tick
        checked={shown !== null}
        onChange={(on) => {
          setTyped(null);
          onChange(on ? EVENING : null);
        }}
      >
        {t('remind.quietHours')}
      </Tick>
      {shown ? (
        <div className={text['row']}>
          <DateBox
            type="time"
            label={t('remind.from')}
            value={shown.from}
            onChange={(from) => type({ from })}
          />
          <DateBox
            type="time"
            label={t('remind.to')}
            value={shown.to}
            onChange={(to) => type({ to })}
          />
          <DateNote>{note}</DateNote>
        </div>
      ) : null}
      {typed && typed.from === typed.to ? (
        <p className={text['quiet']} role="alert">
          {t('remind.sameTime')}
        </p>
      ) : null}
    </>
  );
}
