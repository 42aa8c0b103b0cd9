import type { MeetingRecord } from '@rapport/domain/meeting';
import { useEffect, useId, useState, type ReactNode } from 'react';
import type { PastMeetings as PastPage } from '../client/state';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { PastMeeting, type Props as PastMeetingProps } from '../screens/PastMeeting';
import type { PastProps } from './pastProps';
import { useWords } from '../words/useWords';
import styles from './history.module.css';

/** Every past meeting, the latest first, by month; earlier ones come below what is there. */
export function Timeline(props: PastProps & Pick<PastMeetingProps, 'onChanged'>) {
  const { t, date, month } = useWords();
  const { client } = useApp();
  const { seriesId } = props;
  const [meetings, setMeetings] = useState<readonly MeetingRecord[] | null>(null);
  const [more, setMore] = useState<string | null>(null);
  const { busy, refusal, run } = useTask();

  const read = (continuation: string | null) =>
    run(async () => {
      const page = await client.readOnce<PastPage>(
        seriesId,
        `meetings${continuation === null ? '' : `?continuation=${encodeURIComponent(continuation)}`}`,
      );
      setMeetings((known) => [...(continuation === null ? [] : (known ?? [])), ...page.meetings]);
      setMore(page.continuation);
    });
  useEffect(() => {
    void read(null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is unfolded
  }, []);

  const all = meetings ?? [];
  const months = [...new Set(all.map(({ finishedAt }) => month(finishedAt)))];
  return (
    <div className={text['stack']} aria-busy={busy}>
      {months.map((name) => (
        <Month key={name} name={name}>
          {all.map((meeting, index) =>
            month(meeting.finishedAt) === name ? (
              <Disclosure
                key={meeting.number}
                summary={t('past.meeting', {
                  number: meeting.number,
                  date: date(meeting.finishedAt),
                })}
              >
                <PastMeeting
                  {...props}
                  number={meeting.number}
                  meeting={meeting}
                  until={all[index - 1]?.finishedAt ?? null}
                />
              </Disclosure>
            ) : null,
          )}
        </Month>
      ))}
      {meetings && all.length === 0 ? <p className={text['quiet']}>{t('past.empty')}</p> : null}
      {refusal ? <Problem refusal={refusal} onRetry={() => void read(more)} /> : null}
      {more && !refusal ? (
        <div>
          <Button size="small" disabledFocusable={busy} onClick={() => void read(more)}>
            {t('past.more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Month({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles['month']}>
        {name}
      </h3>
      <div className={text['tight']}>{children}</div>
    </section>
  );
}
