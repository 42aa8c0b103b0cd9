import { Field } from '@fluentui/react-components';
import { useState } from 'react';
import { Choices } from '../parts/Choices';
import { useApp } from '../parts/useApp';
import { useSameId } from '../parts/useSameId';
import { useWords } from '../words/useWords';
import type { Ledger } from './useLedger';
import { WordsForm } from './WordsForm';

const DAY_MS = 24 * 60 * 60 * 1000;
const WAITS = { now: 0, week: 7, month: 30 } as const;
type Wait = keyof typeof WAITS;

interface Props {
  readonly ledger: Ledger;
  readonly name: string;
  readonly onDone: () => void;
}

/** Writing down what was passed on for somebody's safety, or because the law requires it (PRACTICE C6). */
export function SafetyForm({ ledger, name, onDone }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const ids = useSameId();
  const [basis, setBasis] = useState<'safety' | 'law'>('safety');
  const [wait, setWait] = useState<Wait>('now');
  return (
    <WordsForm
      asked={[
        { key: 'audience', label: t('ledger.safety.audience'), maxLength: 200 },
        { key: 'wording', label: t('ledger.safety.wording'), maxLength: 2000, long: true },
      ]}
      send={t('ledger.safety.write')}
      onSend={({ audience = '', wording = '' }) =>
        ledger.add({
          type: 'safety',
          // It can never be deleted: a second one would stay.
          id: ids.idFor(JSON.stringify([basis, audience, wording])),
          basis,
          audience,
          wording,
          shownAt:
            wait === 'now' ? null : new Date(client.now() + WAITS[wait] * DAY_MS).toISOString(),
        })
      }
      onDone={onDone}
    >
      <Field label={t('ledger.safety.basis')}>
        <Choices
          layout="column"
          value={basis}
          options={[
            { value: 'safety', label: t('ledger.safety.risk') },
            { value: 'law', label: t('ledger.safety.law') },
          ]}
          onChange={setBasis}
        />
      </Field>
      <Field label={t('ledger.safety.when', { name })} hint={t('ledger.safety.whenHint')}>
        <Choices
          layout="column"
          value={wait}
          options={[
            { value: 'now', label: t('ledger.safety.now') },
            { value: 'week', label: t('ledger.safety.inDays', { days: WAITS.week }) },
            { value: 'month', label: t('ledger.safety.inDays', { days: WAITS.month }) },
          ]}
          onChange={setWait}
        />
      </Field>
    </WordsForm>
  );
}
