import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { roomFor } from './boxes';
import { DayOrderChoice, ReadersChoice } from './choices';
import styles from './importing.module.css';
import { NotTakenOver } from './NotTakenOver';
import { OpenBoxes } from './OpenBoxes';
import { countOf, partsOf } from './parts';
import { MeetingPreview } from './Preview';
import { sendNotes, type Readers } from './send';
import { useNotes } from './useNotes';

interface Props {
  readonly view: SeriesView;
  readonly text: string;
  readonly onBrought: () => void;
  readonly onCancel: () => void;
}

/** What becomes of what, who will read it, and then all of it in one go. */
export function Arrange({ view, text: notesText, onBrought, onCancel }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [region, announce] = useAnnouncer();
  const notes = useNotes(view, notesText);
  // What somebody once wrote for themselves is not shared by accident.
  const [readers, setReaders] = useState<Readers>('onlyMe');
  const [sent, setSent] = useState<{ readonly done: number; readonly all: number } | null>(null);
  const name = otherName(view);
  const count = countOf(notes.meetings);
  const parts = partsOf(notes.meetings);
  const going = notes.boxes.filter(({ line }) => line.promise !== null).length;
  const waits = (notes.asksOrder && notes.order === null) || going > roomFor(view);
  const bring = async () => {
    if (!parts || busy || waits) return;
    const done = await run(async () => {
      setSent({ done: 0, all: parts.length });
      await sendNotes(client, view.id, readers, parts, (n) => {
        setSent({ done: n, all: parts.length });
        announce(t('bring.progress', { done: n, all: parts.length }));
      });
    });
    if (done) onBrought();
  };
  return (
    <div className={text['stack']}>
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
      {parts ? null : <Notice role="alert">{t('bring.tooMuch')}</Notice>}
      {sent && !busy && refusal ? <Notice role="status">{t('bring.stopped', sent)}</Notice> : null}
      {refusal ? <Problem refusal={refusal} /> : null}
      {sent && busy ? (
        <progress
          className={styles['progress']}
          max={sent.all}
          value={sent.done}
          aria-label={t('bring.progress', sent)}
        />
      ) : null}
      <div className={air['buttons']}>
        <Button
          appearance="primary"
          disabledFocusable={busy || waits || !parts || count.lines === 0}
          onClick={() => void bring()}
        >
          {sent && refusal ? t('bring.again') : t('bring.bring', { lines: count.lines })}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {t('bring.anew')}
        </Button>
      </div>
      {region}
    </div>
  );
}
