import type { SeriesView } from '@rapport/domain/series';
import { useRef } from 'react';
import { hasLeft } from '../parts/groups';
import text from '../parts/text.module.css';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import styles from './ledger.module.css';
import { MatterEntry } from './MatterEntry';
import { useLedger, type Ledger } from './useLedger';

interface Props {
  readonly view: SeriesView;
  readonly name: string;
  readonly announce: (words: string) => void;
}

/** Requests that wait for this person's answer, outside of a meeting (PRACTICE C6, E1). */
export default function AsksWaiting({ view, name, announce }: Props) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const all = useLedger(view);
  const { reading } = all;
  const ledger: Ledger = {
    ...all,
    async change(id, step) {
      await all.change(id, step);
      // What was answered leaves this list.
      announce(t('ledger.answered', { name }));
    },
  };
  const waiting = new Set(view.asks.filter(({ by }) => by !== view.me).map(({ matter }) => matter));
  const entries = reading.status === 'ready' ? reading.value : [];
  const matters = entries.flatMap((entry) =>
    entry.type === 'matter' && waiting.has(entry.id) ? [entry] : [],
  );
  if (matters.length === 0) return null;
  return (
    <div ref={root} tabIndex={-1} className={`${text['tight']} ${styles['asks']}`}>
      <p className={text['quiet']}>{t('ledger.waiting', { name })}</p>
      {matters.map((matter) => (
        <MatterEntry
          key={matter.id}
          {...{ ledger, matter, name }}
          me={view.me}
          fixed={hasLeft(view)}
        />
      ))}
    </div>
  );
}
