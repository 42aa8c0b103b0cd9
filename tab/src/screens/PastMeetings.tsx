import type { MeetingRecord } from '@rapport/domain/meeting';
import type { Role } from '@rapport/domain/person';
import { useEffect, useState } from 'react';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { PastMeetings as PastPage } from '../client/state';
import { PastMeeting } from './PastMeeting';

export interface PastProps {
  readonly seriesId: string;
  readonly me: Role;
  /** How the other one is called. */
  readonly name: string;
  readonly both: string;
}

/** Every meeting that was finished, the latest first, to be read by both (PRACTICE D5). */
export default function PastMeetings(props: PastProps) {
  const { t } = useWords();
  return (
    <Disclosure look="section" summary={t('past.title')}>
      <List {...props} />
    </Disclosure>
  );
}

function List(props: PastProps) {
  const { t, date } = useWords();
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

  return (
    <div className={text['stack']} aria-busy={busy}>
      {(meetings ?? []).map((meeting) => (
        <Disclosure
          key={meeting.number}
          summary={t('past.meeting', { number: meeting.number, date: date(meeting.finishedAt) })}
        >
          <PastMeeting {...props} meeting={meeting} />
        </Disclosure>
      ))}
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
