import { Button } from '../parts/Button';
import type { Wish } from '@rapport/domain/wish';
import { PeopleIcon } from '../parts/icons';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';

interface Props {
  readonly wish: Wish;
  readonly name: string;
  readonly onAnswer: () => void;
  readonly onLeave: () => void;
}

/** What the other one would like feedback on. Nobody is told when it is left: silence is an answer too. */
export function TheirWish({ wish, name, onAnswer, onLeave }: Props) {
  const { t } = useWords();
  return (
    <section className={styles['card']} aria-label={t('wish.from', { name })}>
      <h3 className={styles['title']}>{t('wish.from', { name })}</h3>
      <p dir="auto" className={text['prose']}>
        {wish.text}
      </p>
      <p className={styles['who']}>
        <PeopleIcon />
        {t('wish.bothRead', { name })}
      </p>
      <Named words={wish.text}>
        <div className={text['row']}>
          <Button onClick={onAnswer}>{t('wish.answer')}</Button>
          <Button appearance="subtle" onClick={onLeave}>
            {t('wish.leave')}
          </Button>
        </div>
      </Named>
      <p className={text['quiet']}>{t('wish.leaveHint', { name })}</p>
    </section>
  );
}
