import { useMemo, useState, type FormEvent } from 'react';
import { DateBox } from '../meeting/DateBox';
import { Button } from '../parts/Button';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { DateNote } from './DateNote';
import { dayOf, type LocalDate } from './localDate';
import { instantOf, offsetAt, ownZone, suggestNext } from './nextDate';
import { sayForThem, sayTyped } from './sayClocks';
import styles from './rhythm.module.css';
import type { FormProps } from './form';
import type { Standing } from './standing';

interface Props extends FormProps {
  readonly standing: Standing;
}

/** Sets the date of the coming meeting, moves it, or lets it fall out: the next one by the rhythm is offered. */
export default function PlanForm({ view, name, busy, standing, onSave, onCancel }: Props) {
  const words = useWords();
  const { t, moment } = words;
  const { client } = useApp();
  const [zone] = useState(ownZone);
  const { number, plannedAt } = view.meeting;
  // A date that is still to come can be skipped; one that is over has fallen out already.
  const stands = standing.next;
  const next = useMemo(
    () =>
      stands
        ? suggestNext(view, client.now(), zone)
        : // Somebody who has no date yet would rather meet soon than in a month.
          suggestNext(view, client.now(), zone, 'weekly'),
    [stands, view, client, zone],
  );
  const [date, setDate] = useState<LocalDate>(() => (stands ? localOf(new Date(stands)) : next));
  // The date that was there when this was opened: if the other one changes it meanwhile, that is said first.
  const [from, setFrom] = useState(plannedAt);
  const [missing, setMissing] = useState(false);
  const change = (part: Partial<LocalDate>) => setDate({ ...date, ...part });
  const typed = instantOf(date, zone, stands);
  // Of the date that stands there the line above says it.
  const theirs = typed && typed !== stands ? sayForThem(words, view, typed, zone, name) : null;
  const note = sayTyped(words, date, zone, stands);
  const plan = (to: string, skip: boolean) => {
    setFrom(plannedAt);
    const said = skip ? t('pace.skipped') : t('pace.saved');
    onSave(
      'meeting/plan',
      { number, from, to, skip, offset: offsetAt(to, zone) },
      [said, skip ? null : note].filter(Boolean).join(' '),
    );
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    setMissing(typed === null);
    if (typed !== null) plan(typed, false);
  };
  const after = instantOf(next, zone);
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      <div className={text['row']}>
        <DateBox
          label={t('end.day')}
          type="date"
          min={dayOf(new Date(client.now()))}
          value={date.day}
          onChange={(day) => change({ day })}
        />
        <DateBox
          label={t('end.time')}
          type="time"
          value={date.time}
          onChange={(time) => change({ time })}
        />
        <DateNote>{note}</DateNote>
      </div>
      {theirs ? <p className={text['quiet']}>{theirs}</p> : null}
      <p className={text['quiet']}>{t('pace.planReads', { name })}</p>
      {standing.kind === 'paused' ? <p className={text['quiet']}>{t('pace.endsBreak')}</p> : null}
      {missing ? <p role="alert">{t('pace.missing')}</p> : null}
      <div className={text['row']}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {t(stands ? 'pace.move' : 'pace.set')}
        </Button>
        {stands && after !== null ? (
          <Button size="small" disabledFocusable={busy} onClick={() => plan(after, true)}>
            {t('pace.skip', { when: moment(after) })}
          </Button>
        ) : null}
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

const localOf = (at: Date): LocalDate => ({
  day: dayOf(at),
  time: [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':'),
});
