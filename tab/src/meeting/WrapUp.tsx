import { useEffect, useRef, useState } from 'react';
import { Section } from '../parts/Section';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { DateBox } from './DateBox';
import { dayOf, type LocalDate } from '../rhythm/localDate';
import { DateNote } from '../rhythm/DateNote';
import { instantOf, ownZone, suggestNext } from '../rhythm/nextDate';
import { sayTyped } from '../rhythm/sayClocks';
import { FeedbackPrompt } from './FeedbackPrompt';
import { Promises } from './Promises';
import type { Session } from './session';
import styles from './WrapUp.module.css';

interface Props {
  readonly session: Session;
  /** Told whenever the next date changes (ISO 8601), also the suggested one. */
  readonly onNext: (nextAt: string | null) => void;
}

/** The end of a meeting: the last words, the next date, the promises. What grows stands last. */
export default function WrapUp({ session, onNext }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const { view, both, name } = session;
  const [next, setNext] = useState(() => suggestNext(view, client.now(), ownZone()));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  useEffect(() => onNext(instantOf(next, ownZone())), [onNext, next]);
  const change = (part: Partial<LocalDate>) => setNext({ ...next, ...part });

  return (
    <div className={styles['end']}>
      <div>
        <h2 ref={title} tabIndex={-1} className={styles['title']}>
          {t('end.title')}
        </h2>
        <p className={styles['news']} role="status">
          {view.meeting.state === 'live' ? t('meeting.backAtAgenda', { name }) : null}
        </p>
      </div>
      <Section title={t('end.tell')}>
        <FeedbackPrompt session={session} />
      </Section>
      <Section title={t('end.next')}>
        <div className={text['row']}>
          <DateBox
            label={t('end.day')}
            type="date"
            min={dayOf(new Date(client.now()))}
            value={next.day}
            onChange={(day) => change({ day })}
          />
          <DateBox
            label={t('end.time')}
            type="time"
            value={next.time}
            onChange={(time) => change({ time })}
          />
          <DateNote>{sayTyped(words, next, ownZone())}</DateNote>
        </div>
        <p className={text['quiet']}>{t('end.nextReads', { both })}</p>
      </Section>
      <Section title={t('promise.list')}>
        <Promises session={session} />
      </Section>
    </div>
  );
}
