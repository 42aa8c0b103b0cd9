import type { OwnAgenda } from '@rapport/domain/ownAgenda';
import { linesToKeep } from '@rapport/domain/ownAgenda';
import type { SeriesView } from '@rapport/domain/series';
import { useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useHeldFocus } from '../parts/useHeldFocus';
import type { ReadyAgenda } from '../words/agendas';
import { useWords } from '../words/useWords';
import { AgendaList } from './AgendaList';
import { AgendaPreview } from './AgendaPreview';
import styles from './agendas.module.css';
import { NameForm } from './NameForm';
import { OwnAgendaButtons } from './OwnAgendaButtons';
import { useOwnAgendas } from './useOwnAgendas';
import { useReadyAgendas } from './useReadyAgendas';

interface Props {
  readonly view: SeriesView;
  readonly both: string;
  readonly announce: (words: string) => void;
  readonly onAdd: (agenda: ReadyAgenda) => void;
}

/** The ready agendas and one's own: one is looked at, then put on the agenda, or left. */
export function AgendaPicker({ view, both, announce, onAdd }: Props) {
  const { t } = useWords();
  const region = useRef<HTMLDivElement>(null);
  useHeldFocus(region);
  const ready = useReadyAgendas();
  const ownAgendas = useOwnAgendas();
  const { reading } = ownAgendas;
  const [chosen, setChosen] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const own = reading.status === 'ready' ? reading.value.agendas : [];
  const mine = own.map(asReady);

  if (ready === 'failed') return <p>{t('problem.unreachable')}</p>;
  if (ready === 'loading') return <div className={styles['waiting']} aria-busy />;
  const agenda = [...mine, ...ready].find(({ id }) => id === chosen);
  const kept = own.find(({ id }) => id === chosen);
  const lines = linesToKeep(view.topics, view.me);
  const isKept = own.some((one) => JSON.stringify(one.lines) === JSON.stringify(lines));
  const save = async (name: string) => {
    await ownAgendas.save({ id: crypto.randomUUID(), name, lines });
    setSaving(false);
    announce(t('agendas.saved'));
  };
  return (
    <div ref={region} tabIndex={-1} className={styles['picker']}>
      {agenda ? (
        <>
          <h3 className={styles['name']} dir="auto">
            {agenda.name}
          </h3>
          <AgendaPreview agenda={agenda} view={view} both={both} onAdd={() => onAdd(agenda)}>
            <Button size="small" appearance="subtle" onClick={() => setChosen(null)}>
              {t('agendas.all')}
            </Button>
          </AgendaPreview>
          {kept ? (
            <OwnAgendaButtons
              key={kept.id}
              agenda={kept}
              agendas={ownAgendas}
              announce={announce}
              onRemoved={() => setChosen(null)}
            />
          ) : null}
        </>
      ) : (
        <>
          <AgendaList title={null} agendas={ready} onChoose={setChosen} />
          {mine.length > 0 ? (
            <AgendaList title={t('agendas.yours')} agendas={mine} onChoose={setChosen} />
          ) : null}
          {reading.status === 'failed' ? (
            <Problem refusal={reading.refusal} onRetry={() => void ownAgendas.refresh()} />
          ) : null}
          {saving ? (
            <NameForm
              label={t('agendas.name')}
              hint={t('agendas.saveHint', { count: lines.length })}
              name=""
              onSave={save}
              onCancel={() => setSaving(false)}
            />
          ) : null}
          {lines.length > 0 && !isKept && !saving ? (
            <div className={text['row']}>
              <Button size="small" appearance="subtle" onClick={() => setSaving(true)}>
                {t('agendas.save', { count: lines.length })}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

const asReady = ({ id, name, lines }: OwnAgenda): ReadyAgenda => ({ id, name, about: '', lines });
