import type { PastMeeting as Kept } from '../client/state';
import { promiseOrder } from '@rapport/domain/action';
import type { MeetingRecord } from '@rapport/domain/meeting';
import type { Note } from '@rapport/domain/note';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { Differs } from '../differ/Differs';
import { Earlier } from '../differ/Earlier';
import { CheckIcon, LockIcon, PeopleIcon } from '../parts/icons';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import styles from './PastMeeting.module.css';
import type { PastProps } from './PastMeetings';

interface Props extends PastProps {
  readonly meeting: MeetingRecord;
}

/** One past meeting: what was talked about, the notes of both, the promises, and one's own notes. */
export function PastMeeting({ seriesId, me, name, both, meeting }: Props) {
  const { t, date, time } = useWords();
  const { client } = useApp();
  const [own, setOwn] = useState<readonly Note[]>([]);
  const { refusal, run } = useTask();
  const read = () =>
    run(async () => {
      const kept = await client.readOnce<Kept>(seriesId, `meetings/${meeting.number}`);
      setOwn(kept.onlyMe);
    });
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is unfolded
  }, []);

  const { topics, notes, actions } = meeting;
  const said = (role: 'manager' | 'report'): string => (role === me ? t('promise.you') : name);
  const day = date(meeting.finishedAt);
  /** When a line was written: of the day of the meeting only the time. */
  const when = (at: string): string => (date(at) === day ? time(at) : date(at));
  const rest = notes.filter(({ topic }) => !topics.some(({ id }) => id === topic));
  const noteLines = (lines: readonly Note[]) => (
    <ul className={styles['notes']}>
      {lines.map((note) => (
        <li key={note.id}>
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
                <span dir="auto">{topic.text}</span>{' '}
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
              <li key={action.id}>
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
          {noteLines(own)}
        </Part>
      ) : null}
      {topics.length + rest.length + actions.length + own.length === 0 ? (
        <p className={text['quiet']}>{t('past.nothing')}</p>
      ) : null}
      {refusal ? <Problem refusal={refusal} onRetry={() => void read()} /> : null}
    </div>
  );
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
