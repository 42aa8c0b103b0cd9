import type { OwnAgenda } from '@rapport/domain/ownAgenda';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { Confirm } from '../parts/Confirm';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { NameForm } from './NameForm';
import type { OwnAgendas } from './useOwnAgendas';

interface Props {
  readonly agenda: OwnAgenda;
  readonly agendas: OwnAgendas;
  readonly announce: (words: string) => void;
  readonly onRemoved: () => void;
}

/** What can be done with an agenda of one's own. */
export function OwnAgendaButtons({ agenda, agendas, announce, onRemoved }: Props) {
  const { t } = useWords();
  const [naming, setNaming] = useState(false);
  if (naming) {
    return (
      <NameForm
        label={t('agendas.name')}
        hint={t('who.onlyYou')}
        name={agenda.name}
        onSave={async (name) => {
          await agendas.save({ ...agenda, name });
          setNaming(false);
          announce(t('said.edited'));
        }}
        onCancel={() => setNaming(false)}
      />
    );
  }
  return (
    <div className={text['row']}>
      <Button size="small" onClick={() => setNaming(true)}>
        {t('agendas.rename')}
      </Button>
      <Confirm
        small
        label={t('agendas.delete')}
        question={t('agendas.deleteQuestion', { name: agenda.name })}
        confirm={t('agendas.delete')}
        work={async () => {
          await agendas.remove(agenda.id);
          announce(t('topic.removed'));
          onRemoved();
        }}
      />
    </div>
  );
}
