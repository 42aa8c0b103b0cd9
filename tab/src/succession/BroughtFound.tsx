import type { SeriesView } from '@rapport/domain/series';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { BroughtRow } from './BroughtRow';
import styles from './succession.module.css';
import { useBrought } from './useBrought';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
  readonly lineId: string;
}

/** One line that came along, where it was found: the same as in the list (PRACTICE C7, D5). */
export default function BroughtFound({ view, name, lineId }: Props) {
  const { t } = useWords();
  const { reading, refresh, region, announce, root } = useBrought(view);
  if (reading.status === 'loading') return <p className={text['quiet']}>{t('loading')}</p>;
  if (reading.status !== 'ready') {
    return reading.status === 'failed' ? (
      <Problem refusal={reading.refusal} onRetry={() => void refresh()} />
    ) : null;
  }
  const line = reading.value.lines.find(({ id }) => id === lineId);
  return (
    <div ref={root} tabIndex={-1} className={styles['along']}>
      {line ? (
        <>
          <p className={text['quiet']}>{t('brought.reads', { name })}</p>
          <ul className={styles['list']}>
            <BroughtRow view={view} line={line} announce={announce} onRemoved={refresh} />
          </ul>
        </>
      ) : (
        <p className={text['quiet']}>{t('brought.gone')}</p>
      )}
      {region}
    </div>
  );
}
