import type { BroughtLine } from '@rapport/domain/succession.schema';
import type { SeriesView } from '@rapport/domain/series';
import { useRef } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import { BroughtRow } from './BroughtRow';
import styles from './succession.module.css';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
  readonly lineId: string;
}

/** One line that came along, where it was found: the same as in the list (PRACTICE C7, D5). */
export default function BroughtFound({ view, name, lineId }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const live = client.follow<{ lines: readonly BroughtLine[] }>(view.id, 'brought');
  const reading = useLive(live);
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  if (reading.status === 'loading') return <p className={text['quiet']}>{t('loading')}</p>;
  if (reading.status !== 'ready') {
    return reading.status === 'failed' ? (
      <Problem refusal={reading.refusal} onRetry={() => void live.refresh()} />
    ) : null;
  }
  const line = reading.value.lines.find(({ id }) => id === lineId);
  return (
    <div ref={root} tabIndex={-1} className={styles['along']}>
      {line ? (
        <>
          <p className={text['quiet']}>{t('brought.reads', { name })}</p>
          <ul className={styles['list']}>
            <BroughtRow view={view} line={line} announce={announce} onRemoved={live.refresh} />
          </ul>
        </>
      ) : (
        <p className={text['quiet']}>{t('brought.gone')}</p>
      )}
      {region}
    </div>
  );
}
