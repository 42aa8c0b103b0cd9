import { LockIcon } from '../parts/icons';
import text from '../parts/text.module.css';
import type { ReadyAgenda } from '../words/agendas';
import { useWords } from '../words/useWords';
import styles from './agendas.module.css';

interface Props {
  /** Of one's own agendas; null for the ready ones. */
  readonly title: string | null;
  readonly agendas: readonly ReadyAgenda[];
  readonly onChoose: (id: string) => void;
}

/** Agendas to look at. */
export function AgendaList({ title, agendas, onChoose }: Props) {
  const { t } = useWords();
  return (
    <div className={text['tight']}>
      {title ? (
        <div className={styles['heading']}>
          <h3 className={styles['name']}>{title}</h3>
          <p className={styles['who']}>
            <LockIcon />
            {t('who.onlyYou')}
          </p>
        </div>
      ) : null}
      <ul className={styles['list']}>
        {agendas.map(({ id, name, about, lines }) => (
          <li key={id}>
            <button type="button" className={styles['agenda']} onClick={() => onChoose(id)}>
              <span dir="auto">{name}</span>
              <span className={styles['about']}>
                {about || t('agendas.topics', { count: lines.length })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
