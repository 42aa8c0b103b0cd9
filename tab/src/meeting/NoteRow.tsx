import type { Note } from '@rapport/domain/note';
import type { ReactNode } from 'react';
import { Earlier } from '../differ/Earlier';
import { useDiffer } from '../differ/useDiffer';
import type { Standing } from '../differ/useStanding';
import { useWords } from '../words/useWords';
import { OwnLine } from './OwnLine';
import type { Session } from './session';

interface Props {
  readonly session: Session;
  readonly note: Note;
  readonly standing: Standing | undefined;
  readonly about: ReactNode;
  readonly onEdit: (words: string, version: string) => void;
  readonly onRemove: () => void;
}

/** A note that both read: its author changes it, the other one may see it differently (PRACTICE E2). */
export function NoteRow({ session, note, standing, ...row }: Props) {
  const { t } = useWords();
  const { button, below } = useDiffer(session, 'disputeNote', note, standing);
  return (
    <OwnLine
      {...row}
      line={note}
      mine={note.by === session.view.me}
      editLabel={t('note.editLabel')}
      more={button}
    >
      <Earlier line={note} />
      {below}
    </OwnLine>
  );
}
