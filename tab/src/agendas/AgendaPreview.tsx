import type { SeriesView } from '@rapport/domain/series';
import type { ReactNode } from 'react';
import { Button } from '../parts/Button';
import { PeopleIcon } from '../parts/icons';
import text from '../parts/text.module.css';
import type { ReadyAgenda } from '../words/agendas';
import { useWords } from '../words/useWords';
import styles from './agendas.module.css';
import { standsOn } from './standsOn';

interface Props {
  readonly agenda: ReadyAgenda;
  readonly view: SeriesView;
  readonly both: string;
  readonly onAdd: () => void;
  /** What else can be done with it. */
  readonly children: ReactNode;
}

/** The topics that an agenda would bring, before it does. */
export function AgendaPreview({ agenda, view, both, onAdd, children }: Props) {
  const { t } = useWords();
  const left = agenda.lines.filter((line) => !standsOn(view, line)).length;
  return (
    <div className={text['tight']}>
      {agenda.about ? <p className={text['quiet']}>{agenda.about}</p> : null}
      <ul className={styles['lines']}>
        {agenda.lines.map((line) => (
          <li key={line.text}>
            <span dir="auto">{line.text}</span>{' '}
            {left > 0 && standsOn(view, line) ? (
              <span className={text['quiet']}>{t('questions.added')}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className={styles['who']}>
        <PeopleIcon />
        {t('agendas.becomes', { both })}
      </p>
      <div className={text['row']}>
        <Button size="small" appearance="primary" disabledFocusable={left === 0} onClick={onAdd}>
          {t('agendas.add', { count: left })}
        </Button>
        {children}
      </div>
    </div>
  );
}
