import type { OwnAgenda } from '@rapport/domain/ownAgenda';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { Confirm } from '../parts/Confirm';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { NameForm } from './NameForm';

interface Props {
  readonly agenda: OwnAgenda;
  readonly announce: (words: string) => void;
  readonly onRemoved: () => void;
}

/** What can be done with an agenda of one's own. */
export function OwnAgendaButtons({ agenda, announce, onRemoved }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const [naming, setNaming] = useState(false);
  if (naming) {
    return (
      <NameForm
        label={t('agendas.name')}
        hint={t('who.onlyYou')}
        name={agenda.name}
        onSave={async (name) => {
          await client.saveAgenda({ ...agenda, name });
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
          await client.removeAgenda(agenda.id);
          announce(t('topic.removed'));
          onRemoved();
        }}
      />
    </div>
  );
}
