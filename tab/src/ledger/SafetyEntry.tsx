import { Button } from '../parts/Button';
import type { ChangeLedger } from '@rapport/domain/ledger.schema';
import type { Role } from '@rapport/domain/person';
import { useState } from 'react';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './ledger.module.css';
import type { Ledger, SafetyView } from './useLedger';
import { WordsForm } from './WordsForm';

interface Props {
  readonly ledger: Ledger;
  readonly record: SafetyView;
  readonly me: Role;
  readonly name: string;
}

/** A use of the exception for safety or the law: it can grow, and nothing in it changes (PRACTICE E5). */
export function SafetyEntry({ ledger, record, me, name }: Props) {
  const { t, date, moment } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [adding, setAdding] = useState(false);
  const mine = record.by === me;
  const hidden = client.now() < Date.parse(record.shownAt);
  const title = t(record.basis === 'law' ? 'ledger.safety.law' : 'ledger.safety.risk');
  const step = (given: ChangeLedger) => () => void run(() => ledger.change(record.id, given));
  return (
    <Named words={record.wording}>
      <section className={styles['entry']} aria-label={title}>
        <h3 className={styles['about']}>{title}</h3>
        <p className={text['quiet']}>
          {mine
            ? t('ledger.safety.you', { date: date(record.at), audience: record.audience })
            : t('ledger.safety.they', { name, date: date(record.at), audience: record.audience })}
        </p>
        <blockquote dir="auto" className={styles['words']}>
          {record.wording}
        </blockquote>
        {record.added.map(({ text: words, at }) => (
          <div key={at}>
            <p className={text['quiet']}>{t('ledger.safety.added', { date: date(at) })}</p>
            <blockquote dir="auto" className={styles['words']}>
              {words}
            </blockquote>
          </div>
        ))}
        {mine ? (
          <p className={text['quiet']}>
            {hidden
              ? t('ledger.safety.hidden', { name, when: moment(record.shownAt) })
              : t('ledger.safety.shown', { name })}
          </p>
        ) : null}
        {adding ? (
          <WordsForm
            asked={[{ key: 'text', label: t('ledger.safety.add'), maxLength: 2000, long: true }]}
            send={t('ledger.safety.addIt')}
            onSend={({ text: words = '' }) =>
              ledger.change(record.id, { step: 'add', text: words })
            }
            onDone={() => setAdding(false)}
          />
        ) : null}
        {mine && !adding ? (
          <div className={text['row']}>
            <Button size="small" onClick={() => setAdding(true)}>
              {t('ledger.safety.add')}
            </Button>
            {hidden ? (
              <Button size="small" disabledFocusable={busy} onClick={step({ step: 'show' })}>
                {t('ledger.safety.show', { name })}
              </Button>
            ) : null}
            {record.mayExtendUntil ? (
              <Button
                size="small"
                disabledFocusable={busy}
                onClick={step({ step: 'extend', shownAt: record.mayExtendUntil })}
              >
                {t('ledger.safety.extend', { when: date(record.mayExtendUntil) })}
              </Button>
            ) : null}
          </div>
        ) : null}
        {refusal ? <Problem refusal={refusal} /> : null}
      </section>
    </Named>
  );
}
