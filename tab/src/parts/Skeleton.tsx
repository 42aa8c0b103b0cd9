import { useWords } from '../words/useWords';
import styles from './Skeleton.module.css';
import text from './text.module.css';

/** The page while its content is on the way: the same places, no words yet, nothing that moves. */
export function Skeleton({ dense = false }: { readonly dense?: boolean }) {
  const { t } = useWords();
  return (
    <main className={dense ? `${styles['page']} ${styles['dense']}` : styles['page']} aria-busy>
      <h1 className={text['hidden']}>{t('loading')}</h1>
      <div className={styles['title']} />
      <div className={styles['line']} />
      <div className={styles['block']} />
      <div className={styles['block']} />
      <div className={styles['block']} />
    </main>
  );
}
