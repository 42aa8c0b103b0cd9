import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { Section } from '../parts/Section';
import text from '../parts/text.module.css';
import { FIRST_AGENDA, type ReadyAgenda } from '../words/agendas';
import { useWords } from '../words/useWords';
import { AgendaPicker } from './AgendaPicker';
import { AgendaPreview } from './AgendaPreview';
import styles from './agendas.module.css';
import { useReadyAgendas } from './useReadyAgendas';

interface Props {
  readonly view: SeriesView;
  readonly both: string;
  readonly announce: (words: string) => void;
  readonly onAdd: (agenda: ReadyAgenda) => void;
  readonly onDismiss: () => void;
}

/** What a new 1:1 often begins with (PRACTICE C1), offered by itself and as easily left alone. */
export function FirstAgenda({ view, both, announce, onAdd, onDismiss }: Props) {
  const { t } = useWords();
  const agendas = useReadyAgendas();
  const [others, setOthers] = useState(false);
  const first =
    typeof agendas === 'string' ? undefined : agendas.find(({ id }) => id === FIRST_AGENDA);
  if (!first) return null;
  return (
    <div className={styles['card']}>
      <Section title={others ? t('agendas.start') : t('agendas.firstTitle')}>
        {others ? (
          <AgendaPicker view={view} both={both} announce={announce} onAdd={onAdd} />
        ) : (
          <AgendaPreview agenda={first} view={view} both={both} onAdd={() => onAdd(first)}>
            <Button size="small" appearance="subtle" onClick={() => setOthers(true)}>
              {t('agendas.others')}
            </Button>
            <Button size="small" appearance="subtle" onClick={onDismiss}>
              {t('agendas.notNow')}
            </Button>
          </AgendaPreview>
        )}
        {others ? (
          <div className={text['row']}>
            <Button size="small" appearance="subtle" onClick={onDismiss}>
              {t('agendas.notNow')}
            </Button>
          </div>
        ) : null}
      </Section>
    </div>
  );
}
