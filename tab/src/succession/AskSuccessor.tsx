import { Field } from '@fluentui/react-components';
import type { PickedPerson } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';
import type { SuccessionKind } from '@rapport/domain/succession.schema';
import { useState } from 'react';
import type { Refusal } from '../client/state';
import { DateBox } from '../meeting/DateBox';
import { dayOf } from '../rhythm/localDate';
import { Button } from '../parts/Button';
import { Choices } from '../parts/Choices';
import { Disclosure } from '../parts/Disclosure';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { shortName } from '../words/labels';
import { useSameId } from '../parts/useSameId';
import { useWords } from '../words/useWords';
import { endOf } from './endOf';

/** Where a question is written to, below the series. */
export const ASK = 'successions';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
  readonly busy: boolean;
  /** Why the question was not asked. */
  readonly refusal: Refusal | null;
  /** @param done what is read out once it is written */
  readonly write: (path: string, body: object, done: string) => Promise<boolean>;
}

/** Asking somebody to lead the report's 1:1s. */
export function AskSuccessor({ view, name, busy, refusal, write }: Props) {
  const { t } = useWords();
  const { host, client } = useApp();
  const [kind, setKind] = useState<SuccessionKind>('standIn');
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [day, setDay] = useState('');
  const [failed, setFailed] = useState(false);
  const [missing, setMissing] = useState(false);
  const ids = useSameId();
  const joined = view.report?.joined === true && view.report.leftAt === null;
  // A manager who left has nothing to hand over any more; the report goes on asking, also after them.
  const over = view.endedAt !== undefined || view[view.me]?.leftAt;
  if (!joined || over) return null;
  const report = view.me === 'report' ? null : name;
  const until = kind === 'standIn' ? endOf(day) : null;
  const complete = person !== null && (kind === 'handOver' || until !== null);

  const pick = async () => {
    setFailed(false);
    const picked = await host.pickPerson?.().catch(() => 'failed' as const);
    if (picked === 'failed') setFailed(true);
    else if (picked) setPerson(picked);
  };
  const ask = async () => {
    setMissing(!complete);
    if (!complete) return;
    const what = JSON.stringify([kind, person, until]);
    const asked = { id: ids.idFor(what), kind, person, until };
    if (await write(ASK, asked, t('succession.asks', { name: person.name }))) ids.sent(what);
  };
  return (
    <Disclosure summary={t('succession.ask')}>
      <div className={text['stack']}>
        <Field label={t('succession.kind')}>
          <Choices
            layout="column"
            value={kind}
            options={[
              { value: 'standIn', label: t('succession.kindStandIn') },
              { value: 'handOver', label: t('succession.kindHandOver') },
            ]}
            onChange={setKind}
          />
        </Field>
        {host.pickPerson ? (
          <div className={text['row']}>
            {person ? <strong>{person.name}</strong> : null}
            <Button onClick={() => void pick()}>{t(person ? 'start.change' : 'start.pick')}</Button>
          </div>
        ) : (
          <Notice>{t('succession.noPicker')}</Notice>
        )}
        {failed ? (
          <p role="alert" className={text['prose']}>
            {t('start.pickerFailed')}
          </p>
        ) : null}
        {missing && !person ? (
          <p role="alert" className={text['prose']}>
            {t('start.personMissing')}
          </p>
        ) : null}
        {kind === 'standIn' ? (
          <DateBox
            label={t('succession.until')}
            type="date"
            value={day}
            min={dayOf(new Date(client.now()))}
            onChange={setDay}
          />
        ) : null}
        {missing && person && !complete ? (
          <p role="alert" className={text['prose']}>
            {t('succession.dayMissing')}
          </p>
        ) : null}
        <p className={text['quiet']}>
          {person
            ? report
              ? t('succession.what', { who: shortName(person.name), name: report })
              : t('succession.whatYours', { who: shortName(person.name) })
            : t('succession.whatUnnamed')}
        </p>
        {refusal ? <Problem refusal={refusal} /> : null}
        <div>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void ask()}>
            {t('succession.send')}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
