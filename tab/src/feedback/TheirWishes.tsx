import { Button } from '@fluentui/react-components';
import type { Wish } from '@rapport/domain/wish';
import { PeopleIcon } from '../parts/icons';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';

interface Props {
  readonly wishes: readonly Wish[];
  readonly name: string;
  readonly onAnswer: (wish: Wish) => void;
  readonly onLeave: (wish: Wish) => void;
}

/** What the other one would like feedback on. Nobody is told when it is left: silence is an answer too. */
export function TheirWishes({ wishes, name, onAnswer, onLeave }: Props) {
  const { t } = useWords();
  return wishes.map((wish) => (
    <section key={wish.id} className={styles['card']} aria-label={t('wish.from', { name })}>
      <h3 className={styles['title']}>{t('wish.from', { name })}</h3>
      <p dir="auto" className={text['prose']}>
        {wish.text}
      </p>
      <p className={styles['who']}>
        <PeopleIcon />
        {t('wish.bothRead', { name })}
      </p>
      <div className={text['row']}>
        <Button onClick={() => onAnswer(wish)}>{t('wish.answer')}</Button>
        <Button appearance="subtle" onClick={() => onLeave(wish)}>
          {t('wish.leave')}
        </Button>
      </div>
      <p className={text['quiet']}>{t('wish.leaveHint', { name })}</p>
    </section>
  ));
}
