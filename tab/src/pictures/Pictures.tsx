import type { PicturesView } from '@rapport/domain/pictures';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { Drawn } from './Drawn';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
  /** How often this was opened: each time it is read anew. */
  readonly opened: number;
}

/** What two people would rather look at than read (PRACTICE D7): between meetings, for the two alone. */
export default function Pictures({ view, name, opened }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [pictures, setPictures] = useState<PicturesView | null>(null);
  const last = view.lastMeeting?.number;
  const read = () =>
    run(async () => setPictures(await client.readOnce<PicturesView>(view.id, 'pictures')));
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when opened, after a meeting, for another 1:1
  }, [view.id, last, opened]);
  return (
    <div className={text['stack']} aria-busy={busy}>
      <p className={text['quiet']}>{t('pics.who', { name })}</p>
      {pictures ? <Drawn view={view} name={name} pictures={pictures} /> : null}
      {!pictures && busy ? <p className={text['quiet']}>{t('loading')}</p> : null}
      {refusal ? <Problem refusal={refusal} onRetry={() => void read()} /> : null}
    </div>
  );
}
