import type { ImportedPart } from '@rapport/domain/imported.schema';
import type { Role } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import { ApiRefused } from '../client/state';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { ImportedMeeting } from './ImportedMeeting';
import type { ImportedPlace } from './readImported';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
  /** Who brought them along. */
  readonly by: Role;
  readonly place: ImportedPlace;
}

/** A meeting of notes from before, where it was found (PRACTICE D5, D11). Read again: it may have been taken back. */
export default function ImportedFound({ view, name, by, place }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { refusal, run } = useTask();
  const [part, setPart] = useState<ImportedPart | 'gone' | null>(null);
  const read = () =>
    run(async () => {
      try {
        setPart(await client.readOnce<ImportedPart>(view.id, place.path));
      } catch (error) {
        if (!(error instanceof ApiRefused && error.refusal.code === 'import.unknown')) throw error;
        setPart('gone');
      }
    });
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is opened
  }, []);
  if (refusal) return <Problem refusal={refusal} onRetry={() => void read()} />;
  const meeting = part === 'gone' ? undefined : part?.meetings[place.meeting];
  if (part !== null && !meeting) return <p className={text['quiet']}>{t('bring.gone')}</p>;
  if (!meeting) return null;
  return (
    <div className={text['tight']}>
      <p className={text['quiet']}>
        {by === view.me ? t('bring.sayYou') : t('bring.say', { name })}
      </p>
      <ImportedMeeting view={view} meeting={meeting} here={place.line} />
    </div>
  );
}
