import type { SeriesView } from '@rapport/domain/series';
import type { TalkShareView } from '@rapport/domain/talkShare';
import { useEffect, useMemo, useRef } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import type { TalkShareActions } from './actions';
import { LookedAt } from './LookedAt';
import { Measure } from './Measure';
import { Without } from './Without';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called. */
  readonly name: string;
}

/** Who had the floor in the last meetings: on request, between meetings, for the two alone (PRACTICE A8). */
export default function TalkShare({ view, name }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const live = useMemo(
    () => client.follow<TalkShareView>(view.id, 'talk-share'),
    [client, view.id],
  );
  const reading = useLive(live);
  useEffect(() => void live.refresh(), [live, view.version, view.pageVersion]);
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const [region, announce] = useAnnouncer();
  if (reading.status === 'failed') {
    return <Problem refusal={reading.refusal} onRetry={() => void live.refresh()} />;
  }
  const write = async (path: string, body: object): Promise<void> => {
    await client.writeTo(view.id, path, body);
    await live.refresh();
  };
  const actions: TalkShareActions = {
    keep: async (meeting, share) => {
      await write('talk-share', { meeting, share });
      announce(t('talk.noted'));
    },
    drop: async (meeting, said) => {
      await write('talk-share/drop', { meeting });
      announce(said);
    },
    announce,
  };
  const meetings = reading.status === 'ready' ? reading.value.meetings : null;
  const section = { me: view.me, name, actions };
  const open = !hasLeft(view) && view.terms.inForce !== null;
  return (
    <div ref={root} tabIndex={-1} className={text['stack']} aria-busy={meetings === null}>
      <div className={text['tight']}>
        <p className={text['prose']}>
          {view.me === 'report' ? t('talk.leadYours') : t('talk.lead', { name })}
        </p>
        <p className={text['quiet']}>{t('talk.who', { name })}</p>
      </div>
      {meetings?.length === 0 ? <p className={text['prose']}>{t('talk.empty')}</p> : null}
      {meetings && meetings.length > 0 ? (
        <>
          <LookedAt {...section} meetings={meetings} />
          <Measure {...section} view={view} meetings={meetings} open={open} />
          {open ? <Without {...section} meetings={meetings} /> : null}
        </>
      ) : null}
      {region}
    </div>
  );
}
