import { Button } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import { useRef, useState } from 'react';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import { AskForm } from './AskForm';
import { ExportEntry } from './ExportEntry';
import { MatterEntry } from './MatterEntry';
import { SafetyEntry } from './SafetyEntry';
import { SafetyForm } from './SafetyForm';
import { useLedger } from './useLedger';

interface Props {
  readonly view: SeriesView;
  readonly name: string;
}

/** Everything that leaves the two, or was asked to, in one list that both read (PRACTICE C6). */
export function LedgerSection({ view, name }: Props) {
  const { t, date } = useWords();
  const ledger = useLedger(view);
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const [writing, setWriting] = useState<'ask' | 'safety' | null>(null);
  const fixed = hasLeft(view);
  const agreed = Boolean(view.manager.agreedAt && view.report?.agreedAt);
  const done = () => setWriting(null);
  const { reading } = ledger;
  if (reading.status === 'failed') {
    return <Problem refusal={reading.refusal} onRetry={ledger.refresh} />;
  }
  const entries = reading.status === 'ready' ? reading.value : null;
  const theirs = view.me === 'manager' ? view.report : view.manager;
  return (
    <div ref={root} tabIndex={-1} className={text['stack']} aria-busy={entries === null}>
      <p className={text['quiet']}>{t('ledger.who', { name })}</p>
      {agreed && view[view.me]?.agreedAt && theirs?.agreedAt ? (
        <p className={text['quiet']}>
          {t('ledger.agreed', {
            mine: date(view[view.me]?.agreedAt ?? ''),
            theirs: date(theirs.agreedAt),
            name,
          })}
        </p>
      ) : null}
      {entries?.length === 0 ? <p>{t('ledger.empty')}</p> : null}
      {entries?.map((entry) => {
        switch (entry.type) {
          case 'matter':
            return (
              <MatterEntry
                key={entry.id}
                {...{ ledger, name, fixed }}
                matter={entry}
                me={view.me}
              />
            );
          case 'safety':
            return <SafetyEntry key={entry.id} {...{ ledger, name }} record={entry} me={view.me} />;
          case 'export':
            return <ExportEntry key={entry.id} record={entry} me={view.me} name={name} />;
        }
      })}
      {writing === 'ask' ? (
        <AskForm ledger={ledger} name={name} matter={null} onDone={done} />
      ) : null}
      {writing === 'safety' ? <SafetyForm ledger={ledger} name={name} onDone={done} /> : null}
      {writing === null ? (
        <div className={text['row']}>
          {agreed && !fixed ? (
            <Button onClick={() => setWriting('ask')}>{t('ledger.askNew')}</Button>
          ) : null}
          <Button appearance="subtle" onClick={() => setWriting('safety')}>
            {t('ledger.safety.new')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
