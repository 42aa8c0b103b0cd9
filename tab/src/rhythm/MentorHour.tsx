import type { Minutes } from '@rapport/domain/series';
import type { Labels } from '@rapport/domain/shape';
import { Button } from '../parts/Button';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './rhythm.module.css';

interface Props {
  readonly labels: Labels;
  readonly minutes: Minutes;
  readonly onTake: (minutes: Minutes) => void;
}

/** An hour is suggested for mentoring (PRACTICE A2). */
export function MentorHour({ labels, minutes, onTake }: Props) {
  const { t } = useWords();
  if (labels !== 'mentor' || minutes === 60) return null;
  return (
    <div className={text['row']}>
      <p className={text['quiet']}>{t('pace.mentorHour')}</p>
      <div className={styles['ways']}>
        <Button size="small" appearance="subtle" onClick={() => onTake(60)}>
          {t('pace.takeHour')}
        </Button>
      </div>
    </div>
  );
}
