import type { PastMeeting as Kept } from '../client/state';
import { promiseOrder } from '@rapport/domain/action';
import type { MeetingRecord } from '@rapport/domain/meeting';
import type { Note } from '@rapport/domain/note';
import { pastIdOf } from '@rapport/domain/pastWords';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Refusal } from '../client/state';
import { CheckInKept } from '../feedback/CheckInKept';
import { FeedbackThen } from '../history/FeedbackThen';
import { OwnThen } from '../history/OwnThen';
import history from '../history/history.module.css';
import { Differs } from '../differ/Differs';
import { Earlier } from '../differ/Earlier';
import { Button } from '../parts/Button';
import { CheckIcon, LockIcon, PeopleIcon } from '../parts/icons';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './PastMeeting.module.css';
import type { PastProps } from '../history/pastProps';

export interface Props extends PastProps {
  readonly number: number;
  /** null: it is read. */
  readonly meeting: MeetingRecord | null;
  /** When the next one was over; null: it is not, or nobody knows here. */
  readonly until: string | null;
  /** The line that was looked for, as its meeting's words call it. */
  readonly here?: string;
  /** One's own notes of it are not as they were. */
  readonly onChanged: () => void;
}

/** One past meeting: what was talked about, the notes of both, the promises, and one's own notes. */
export function PastMeeting({ number, meeting: known, until, here, onChanged, ...props }: Props) {
  const { seriesId, me, name, both } = props;
  const { t, date, time } = useWords();
  const { client, host } = useApp();
  const { shareLink } = host;
  const [kept, setKept] = useState<Kept | null>(null);
  const found = useRef<HTMLElement | null>(null);
  const { refusal, run } = useTask();
  const read = () =>
    run(async () => {
      setKept(await client.readOnce<Kept>(seriesId, `meetings/${number}`));
    });
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is unfolded
  }, []);
  useEffect(() => {
    found.current?.scrollIntoView({ block: 'center' });
  }, [kept]);

  const meeting = kept?.meeting ?? known;
  if (!meeting) return refusal ? <Failed refusal={refusal} onRetry={() => void read()} /> : null;
  const own = kept?.onlyMe ?? [];
  const checkIn = kept?.checkIn ?? null;
  const { topics, notes, actions } = meeting;
  /** Stands out where it is what was looked for. */
  const place = (id: string) =>
    here !== undefined && pastIdOf(id) === here
      ? {
          className: history['here'],
          ref: (element: HTMLElement | null) => void (found.current = element),
        }
      : {};
  const said = (role: 'manager' | 'report'): string => (role === me ? t('promise.you') : name);
  const day = date(meeting.finishedAt);
  /** When a line was written: of the day of the meeting only the time. */
  const when = (at: string): string => (date(at) === day ? time(at) : date(at));
  const rest = notes.filter(({ topic }) => !topics.some(({ id }) => id === topic));
  const noteLines = (lines: readonly Note[]) => (
    <ul className={styles['notes']}>
      {lines.map((note) => (
        <li key={note.id} {...place(note.id)}>
          <span dir="auto">{note.text}</span>{' '}
          <span className={text['quiet']}>
            {note.by === me ? t('note.yours') : name}, {when(note.at)}
          </span>
          <Earlier line={note} />
          <Differs line={note} mine={note.by !== me} name={name} />
        </li>
      ))}
    </ul>
  );
  return (
    <div className={text['stack']}>
      {topics.length + rest.length > 0 ? (
        <Part title={t('past.topics')} who={both} icon={<PeopleIcon />}>
          <ul className={styles['topics']}>
            {topics.map((topic) => (
              <li key={topic.id}>
                <span dir="auto" {...place(topic.id)}>
                  {topic.text}
                </span>{' '}
                {topic.discussedAt ? null : (
                  <span className={text['quiet']}>{t('past.notDiscussed')}</span>
                )}
                {noteLines(notes.filter((note) => note.topic === topic.id))}
              </li>
            ))}
          </ul>
          {rest.length > 0 ? noteLines(rest) : null}
        </Part>
      ) : null}
      {actions.length > 0 ? (
        <Part title={t('promise.list')} who={both} icon={<PeopleIcon />}>
          <ul className={styles['topics']}>
            {actions.toSorted(promiseOrder).map((action) => (
              <li key={action.id} {...place(action.id)}>
                <span dir="auto">{action.text}</span>{' '}
                <span className={text['quiet']}>
                  {action.due
                    ? t('promise.ownerBy', {
                        owner: said(action.owner),
                        date: date(`${action.due}T12:00`),
                      })
                    : said(action.owner)}
                  {action.by === action.owner
                    ? null
                    : ` · ${action.by === me ? t('promise.writtenByYou') : t('promise.writtenBy', { name })}`}
                </span>
                {action.doneAt ? (
                  <span className={styles['done']}>
                    <CheckIcon />
                    {t('promise.done')}
                  </span>
                ) : null}
                <Earlier line={action} />
                <Differs line={action} mine={action.by !== me} name={name} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {own.length > 0 ? (
        <Part title={t('past.own')} who={t('who.onlyYou')} icon={<LockIcon />}>
          <OwnThen
            view={props.view}
            number={number}
            notes={own}
            when={when}
            place={place}
            onChanged={onChanged}
          />
        </Part>
      ) : null}
      {checkIn ? (
        <Part title={t('past.checkIn')} who={both} icon={<PeopleIcon />}>
          <CheckInKept
            kept={{ mine: checkIn[me], both: checkIn }}
            me={me}
            name={name}
            share={me === 'report' ? t('checkIn.shareYours') : t('checkIn.share', { name })}
          />
        </Part>
      ) : null}
      <FeedbackThen
        seriesId={seriesId}
        me={me}
        name={name}
        from={meeting.finishedAt}
        until={until}
      />
      {shareLink ? (
        <div>
          <Button
            size="small"
            onClick={() => shareLink(`${seriesId}/${meeting.number}`, t('past.linkLabel'))}
          >
            {t('past.link')}
          </Button>
        </div>
      ) : null}
      {topics.length + rest.length + actions.length + own.length === 0 ? (
        <p className={text['quiet']}>{t('past.nothing')}</p>
      ) : null}
      {refusal ? <Problem refusal={refusal} onRetry={() => void read()} /> : null}
    </div>
  );
}

/** A link, or what was found, may lead to a meeting that is kept no longer. */
export function Failed({
  refusal,
  onRetry,
}: {
  readonly refusal: Refusal;
  readonly onRetry: () => void;
}) {
  const { t } = useWords();
  if (refusal.code === 'meeting.notFound') return <p className={text['quiet']}>{t('past.gone')}</p>;
  return <Problem refusal={refusal} onRetry={onRetry} />;
}

interface PartProps {
  readonly title: string;
  readonly who: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** What belongs together and is read by the same people. */
function Part({ title, who, icon, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles['heading']}>
        <h3 id={id} className={styles['title']}>
          {title}
        </h3>
        <span className={styles['who']}>
          {icon}
          {who}
        </span>
      </div>
      {children}
    </section>
  );
}
