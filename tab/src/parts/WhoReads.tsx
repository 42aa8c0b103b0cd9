import { useWords } from '../words/useWords';
import { Disclosure } from './Disclosure';
import { LockIcon, PeopleIcon } from './icons';
import styles from './WhoReads.module.css';

/** Who can read what, and what whoever runs the machines could reach (PRACTICE A1, E8). */
export function WhoReads({ name }: { readonly name: string | null }) {
  const { t } = useWords();
  const both = name ? t('who.youAnd', { name }) : t('who.youAndWhoJoins');
  return (
    <div className={styles['who']}>
      <p className={styles['line']}>
        <PeopleIcon />
        <span>
          <strong>{both}</strong> {t('who.sharedThings')}
        </span>
      </p>
      <p className={styles['line']}>
        <LockIcon />
        <span>
          <strong>{t('who.onlyYou')}</strong> {t('who.privateThings')}
        </span>
      </p>
      <p>{t('who.nobodyElse')}</p>
      <Disclosure summary={t('who.machines')}>
        <p>{t('who.cloud')}</p>
        <p>{t('who.screenshots')}</p>
      </Disclosure>
    </div>
  );
}
