import { Button } from '@fluentui/react-components';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';

interface Props {
  readonly onTask: () => void;
  readonly onKeep: () => void;
}

/** Offered to a manager while the two are new to each other; both ways weigh the same (PRACTICE B3). */
export function Ladder({ onTask, onKeep }: Props) {
  const { t } = useWords();
  return (
    <section className={styles['hint']} aria-label={t('ladder.region')}>
      <p>{t('ladder.says')}</p>
      <div className={text['row']}>
        <Button onClick={onTask}>{t('ladder.task')}</Button>
        <Button onClick={onKeep}>{t('ladder.keep')}</Button>
      </div>
      <p className={text['quiet']}>{t('ladder.taskHint')}</p>
    </section>
  );
}
