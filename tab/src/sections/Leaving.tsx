import type { SeriesView } from '@rapport/domain/series';
import { Confirm } from '../parts/Confirm';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
  readonly onLeft: () => void;
}

/** The way out of a 1:1 (PRACTICE D11). */
export function Leaving({ view, name, onLeft }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  return (
    <div className={text['tight']}>
      <p className={text['prose']}>{t('leave.lead')}</p>
      <div>
        <Confirm
          label={t('leave.leave')}
          question={t(leavingQuestion(view), { name: name ?? '' })}
          confirm={t('leave.confirm')}
          work={async () => {
            await client.writeTo(view.id, 'leave', {});
            onLeft();
          }}
        />
      </div>
    </div>
  );
}

/** What leaving means for what is here, and for the other one. */
function leavingQuestion({ me, manager, report, invitation }: SeriesView): WordsKey {
  const other = me === 'manager' ? report : manager;
  if (other?.joined && !other.leftAt) return 'leave.question';
  const open = invitation?.state === 'sent' || invitation?.state === 'open';
  return open ? 'leave.questionAlone' : 'leave.questionLast';
}
