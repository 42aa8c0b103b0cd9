import { Field } from '@fluentui/react-components';
import {
  RETENTION_GRACE_DAYS,
  RETENTION_MONTHS,
  type RetentionMonths,
} from '@rapport/domain/retention';
import { useEffect, useRef, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Choices } from '../parts/Choices';
import { hasLeft } from '../parts/groups';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import type { SectionProps } from '../sections/sectionProps';
import { useWords } from '../words/useWords';
import { goesBefore, setRetention } from './retention';
import { RetentionComing } from './RetentionComing';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long what is past is kept: seen by both, announced before it holds (PRACTICE D5, E2). */
export function RetentionSetting({ view, name }: Pick<SectionProps, 'view' | 'name'>) {
  const { t, dated, date } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [region, announce] = useAnnouncer();
  const [chosen, setChosen] = useState<RetentionMonths | null>(null);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== null) question.current?.focus();
  }, [chosen]);
  const { months, coming, changed } = view.retention;
  // Nobody else is there yet whose words would go.
  const alone = view.report?.joined !== true;
  const from = new Date(client.now() + (alone ? 0 : RETENTION_GRACE_DAYS * DAY_MS)).toISOString();
  if (hasLeft(view)) {
    return (
      <p className={text['prose']}>
        {view.goesAt
          ? t('retention.ends', { date: date(view.goesAt) })
          : t('retention.keeps', { months })}
      </p>
    );
  }
  const choose = async (wanted: RetentionMonths) => {
    if (!(await run(() => setRetention(client, view.id, wanted)))) return;
    announce(alone ? t('settings.changed') : t('retention.announced', { from: dated(from) }));
    setChosen(null);
  };
  return (
    <div className={text['tight']}>
      <p className={text['quiet']}>
        {t('settings.reads', {
          both: name ? t('who.youAnd', { name }) : t('who.youAndWhoJoins'),
        })}
      </p>
      <Field label={t('retention.label')} hint={t('retention.lead')}>
        <Choices
          value={String(chosen ?? months)}
          options={RETENTION_MONTHS.map((value) => ({
            value: String(value),
            label: t('retention.months', { months: value }),
          }))}
          onChange={(value) => {
            const wanted = RETENTION_MONTHS.find((known) => String(known) === value);
            setChosen(wanted === months ? null : (wanted ?? null));
          }}
        />
      </Field>
      {chosen === null ? null : (
        <div ref={question} tabIndex={-1}>
          <Notice
            actions={
              <>
                <Button disabledFocusable={busy} onClick={() => void choose(chosen)}>
                  {alone ? t('retention.doIt') : t('retention.announce', { name: name ?? 'none' })}
                </Button>
                <Button appearance="subtle" onClick={() => setChosen(null)}>
                  {t('retention.notNow')}
                </Button>
              </>
            }
          >
            {chosen < months
              ? t(alone ? 'retention.shorterNow' : 'retention.shorter', {
                  from: dated(from),
                  before: dated(goesBefore(from, chosen)),
                })
              : t(alone ? 'retention.longerNow' : 'retention.longer', {
                  from: dated(from),
                  months: chosen,
                })}
          </Notice>
        </div>
      )}
      {coming && chosen === null ? (
        <RetentionComing view={view} coming={coming} name={name} />
      ) : null}
      {changed ? (
        <p className={text['quiet']}>
          {changed.by === view.me
            ? t('settings.youChanged', { date: date(changed.at) })
            : t('settings.theyChanged', { date: date(changed.at), name: name ?? '' })}
        </p>
      ) : null}
      {refusal ? <Problem refusal={refusal} /> : null}
      {region}
    </div>
  );
}
