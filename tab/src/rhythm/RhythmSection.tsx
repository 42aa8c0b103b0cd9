import { togetherSince } from '@rapport/domain/rhythm';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import type { PastMeetings } from '../client/state';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { RhythmPicture } from './RhythmPicture';
import { SHOWN_DAYS } from './strip';

interface Props {
  readonly view: SeriesView;
  /** Who reads it, e.g. "You and Ravi". */
  readonly both: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** The rhythm of the last months, read from the list of past meetings when somebody wants to see it. */
export default function RhythmSection({ view, both }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [finished, setFinished] = useState<readonly string[] | null>(null);
  const last = view.lastMeeting?.number;

  const read = () =>
    run(async () => {
      const oldest = new Date(client.now() - SHOWN_DAYS * DAY_MS).toISOString();
      const found: string[] = [];
      let more: string | null = '';
      while (more !== null) {
        const query: string = more === '' ? '' : `?continuation=${encodeURIComponent(more)}`;
        const page: PastMeetings = await client.readOnce(view.id, `meetings${query}`);
        found.push(...page.meetings.map(({ finishedAt }) => finishedAt));
        // The one before the first that is shown says how long it had been.
        more = (found.at(-1) ?? '') < oldest ? null : page.continuation;
      }
      setFinished(found);
    });
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- anew after each meeting, and for another 1:1
  }, [view.id, last]);

  return (
    <div className={text['stack']} aria-busy={busy}>
      <p className={text['quiet']}>{t('pace.pictureReads', { both })}</p>
      {finished ? (
        <RhythmPicture
          finished={finished}
          rhythm={view.rhythm}
          since={togetherSince(view) ?? finished.at(-1) ?? ''}
          pauses={view.pauses}
          now={client.now()}
        />
      ) : null}
      {refusal ? <Problem refusal={refusal} onRetry={() => void read()} /> : null}
    </div>
  );
}
