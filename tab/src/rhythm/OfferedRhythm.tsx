import type { Rhythm, SeriesView } from '@rapport/domain/series';
import { Button } from '../parts/Button';
import text from '../parts/text.module.css';
import { useRemembered } from '../parts/useRemembered';
import { useWords } from '../words/useWords';
import styles from './rhythm.module.css';

interface Props {
  readonly view: SeriesView;
  readonly offered: Rhythm;
  readonly busy: boolean;
  readonly onTake: () => void;
}

/** A rhythm that suits these months (PRACTICE, defaults): taken in one press by either, or left by each for themselves. */
export function OfferedRhythm({ view, offered, busy, onTake }: Props) {
  const { t } = useWords();
  const { known: left, remember } = useRemembered(`rhythm/${view.id}`, ['weekly', 'biweekly']);
  if (left.has(offered)) return null;
  const weekly = offered === 'weekly';
  return (
    <div className={styles['line']}>
      <p className={`${text['quiet']} ${styles['words']}`}>
        {t(weekly ? 'pace.offerWeekly' : 'pace.offerBiweekly')}
      </p>
      <div className={styles['ways']}>
        <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={onTake}>
          {t(weekly ? 'pace.takeWeekly' : 'pace.takeBiweekly')}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => remember(offered)}>
          {t('pace.leave')}
        </Button>
      </div>
    </div>
  );
}
