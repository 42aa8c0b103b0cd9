import { supportIn, type SupportResource } from '@rapport/domain/support';
import { useEffect, useState } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './SupportList.module.css';

/** The places to turn to that the organisation entered: the same for both, always (PRACTICE B6, C3). */
export function SupportList() {
  const { t } = useWords();
  const { client, host } = useApp();
  const [places, setPlaces] = useState<readonly SupportResource[] | null>(null);
  const { refusal, run } = useTask();
  const read = () =>
    run(async () => setPlaces(supportIn(await client.support(), host.context.locale)));
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is unfolded
  }, []);
  if (refusal) return <Problem refusal={refusal} onRetry={() => void read()} />;
  if (!places) return <p className={text['quiet']}>{t('support.loading')}</p>;
  if (places.length === 0) return <p className={text['prose']}>{t('support.none')}</p>;
  return (
    <ul className={styles['places']}>
      {places.map(({ title, text: words, link }) => (
        <li key={title} dir="auto">
          {link ? (
            <a href={link} target="_blank" rel="noreferrer">
              {title}
            </a>
          ) : (
            <span className={styles['title']}>{title}</span>
          )}
          {words ? <span className={text['quiet']}>{words}</span> : null}
        </li>
      ))}
    </ul>
  );
}
