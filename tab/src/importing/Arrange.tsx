import { importRoom, NO_IMPORTS } from '@rapport/domain/imported';
import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { useMemo, useRef, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import { useHeldFocus } from '../parts/useHeldFocus';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { roomFor } from './boxes';
import { DayOrderChoice, ReadersChoice } from './choices';
import styles from './importing.module.css';
import { NotTakenOver } from './NotTakenOver';
import { OpenBoxes } from './OpenBoxes';
import { countOf, partsOf } from './parts';
import { MeetingPreview } from './Preview';
import type { Imports } from './imports';
import type { Readers } from './send';
import { TooMuch } from './TooMuch';
import { useSending } from './useSending';
import { useNotes } from './useNotes';

interface Props {
  readonly view: SeriesView;
  readonly text: string;
  /** What is here already; null while that is being read. */
  readonly imports: Imports | null;
  /** Reads it again. */
  readonly onRead: () => Promise<Imports>;
  readonly onBrought: () => void;
  readonly onCancel: () => void;
}

/** What becomes of what, who will read it, and then all of it in one go. */
export function Arrange({ view, text: notesText, imports, onRead, onBrought, onCancel }: Props) {
  const { t } = useWords();
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const notes = useNotes(view, notesText);
  // What somebody once wrote for themselves is not shared by accident.
  const [readers, setReaders] = useState<Readers>('onlyMe');
  const sending = useSending(view, onRead, (done) => announce(t('bring.progress', done)));
  const { busy, refusal, sent } = sending;
  const progress = { done: sent?.done ?? 0, all: sent?.all ?? 0 };
  const name = otherName(view);
  const count = countOf(notes.meetings);
  const room = importRoom(imports?.[readers] ?? NO_IMPORTS, view.me, sent?.id ?? null);
  const packed = useMemo(() => partsOf(notes.meetings, room.size), [notes.meetings, room.size]);
  const fits = room.imports > 0 && packed.left.length === 0;
  const going = notes.boxes.filter(({ line }) => line.promise !== null).length;
  const waits = (notes.asksOrder && notes.order === null) || going > roomFor(view) || !fits;
  const bring = async () => {
    if (busy || waits || count.lines === 0) return;
    if (await sending.bring(notes.meetings, readers)) onBrought();
  };
  const startOver = async () => {
    if (await sending.giveUp()) onCancel();
  };
  return (
    <div ref={root} tabIndex={-1} className={`${text['stack']} ${styles['arrange']}`}>
      {notes.asksOrder ? <DayOrderChoice value={notes.order} onChange={notes.setOrder} /> : null}
      <ReadersChoice
        value={readers}
        name={name ? shortName(name) : null}
        mayShare={view.terms.inForce !== null}
        disabled={busy || sent !== null}
        onChange={setReaders}
      />
      <OpenBoxes
        view={view}
        notes={notes}
        name={name ? shortName(name) : null}
        disabled={busy || sent !== null}
      />
      <section className={text['tight']} aria-label={t('bring.preview')}>
        <h3 className={styles['title']}>{t('bring.preview')}</h3>
        <p className={text['quiet']}>{t('bring.count', count)}</p>
        {notes.meetings.map((meeting) => (
          <MeetingPreview key={meeting.at} view={view} notes={notes} meeting={meeting} />
        ))}
        <NotTakenOver places={notes.notUnderstood} />
      </section>
      <TooMuch notes={notes} room={room} packed={packed} />
      {sent && refusal ? <Notice role="status">{t('bring.stopped', progress)}</Notice> : null}
      {refusal && !sent ? <Notice role="status">{t('bring.stoppedNone')}</Notice> : null}
      {refusal ? <Problem refusal={refusal} /> : null}
      {sent && busy ? (
        <progress
          className={styles['progress']}
          max={sent.all}
          value={sent.done}
          aria-label={t('bring.progress', progress)}
        />
      ) : null}
      <div className={air['buttons']}>
        <Button
          appearance="primary"
          disabledFocusable={busy || waits || count.lines === 0}
          onClick={() => void bring()}
        >
          {sent && refusal ? t('bring.again') : t('bring.bring', { lines: count.lines })}
        </Button>
        <Button disabled={busy} onClick={() => void startOver()}>
          {t('bring.anew')}
        </Button>
      </div>
      {region}
    </div>
  );
}
