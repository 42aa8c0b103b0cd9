import type { NoticeView } from '@rapport/domain/concern';
import type { SeriesView } from '@rapport/domain/series';
import { useMemo, useRef } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useLive } from '../parts/useLive';
import { useRemembered } from '../parts/useRemembered';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './concerns.module.css';

/** What a common concern's notice is written under, and how it is left. */
export interface Noticed {
  readonly concerns: readonly NoticeView[];
  /** False while they are being read for the first time. */
  readonly read: boolean;
  /** Ids of what its reader found fine, known to this device alone: nobody is told. */
  readonly fine: ReadonlySet<string>;
  readonly accept: (id: string) => void;
  readonly leave: (id: string) => Promise<void>;
}

/** Common concerns that a topic of the report stands behind, between meetings. */
export function useConcernNotices(view: SeriesView): Noticed {
  const { client } = useApp();
  const live = useMemo(
    () => client.follow<{ readonly concerns: readonly NoticeView[] }>(view.id, 'concerns'),
    [client, view.id],
  );
  const reading = useLive(live);
  const all = reading.status === 'ready' ? reading.value.concerns : [];
  const { known: fine, remember: accept } = useRemembered(
    `concerns/${view.id}`,
    all.map(({ id }) => id),
  );
  // What was left here is there to be seen; from the next time on it waits for nobody.
  const stood = useRef(new Set<string>());
  for (const { id, left } of all) if (!left) stood.current.add(id);
  return {
    concerns: all.filter(({ id, left }) => !left || stood.current.has(id)),
    fine,
    accept,
    read: reading.status !== 'loading',
    leave: async (id) => {
      await client.writeTo(view.id, `concerns/${id}/leave`, {});
      await live.refresh();
    },
  };
}

/** One of them: read it, and leave it or not. */
export function ConcernNotice({
  concern: { wording, audience, until, left },
  name,
  onFine,
  onLeave,
}: {
  readonly concern: NoticeView;
  readonly name: string;
  /** Null: there is nothing more to say to it. */
  readonly onFine: (() => void) | null;
  readonly onLeave: () => Promise<void>;
}) {
  const { t, moment } = useWords();
  const { busy, refusal, run } = useTask();
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLElement>(null);
  useHeldFocus(root);
  const title = t('concern.asks', { name });
  return (
    <Named words={wording}>
      <section ref={root} tabIndex={-1} className={styles['entry']} aria-label={title}>
        <h3 className={styles['asks']}>{title}</h3>
        <p className={styles['words']} dir="auto">
          {t('concern.sentence', { words: wording })}
        </p>
        <p>{t('concern.for', { audience })}</p>
        {left ? (
          <p className={styles['result']}>{t('concern.left')}</p>
        ) : (
          <>
            <p className={text['quiet']}>{t('concern.asksWhy', { name })}</p>
            <div className={text['row']}>
              {onFine ? <Button onClick={onFine}>{t('concern.fine')}</Button> : null}
              <Button
                disabledFocusable={busy}
                onClick={() =>
                  void run(onLeave).then((done) => (done ? announce(t('concern.left')) : undefined))
                }
              >
                {t('concern.leave')}
              </Button>
            </div>
            <p className={text['quiet']}>{t('concern.leaveHow', { date: moment(until) })}</p>
            {refusal ? <Problem refusal={refusal} /> : null}
          </>
        )}
        {region}
      </section>
    </Named>
  );
}
