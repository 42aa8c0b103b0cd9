import type { MeetingRecord } from '@rapport/domain/meeting';
import { ownLines } from '@rapport/domain/offering';
import { useEffect, useState } from 'react';
import type { PastMeetings } from '../client/state';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import { ChooseLines } from './ChooseLines';
import type { Choosable } from './choosing';

interface Props extends Choosable {
  /** Lines that stand on the agenda: these are chosen there. */
  readonly known: ReadonlySet<string>;
}

/** One's own lines of past meetings, the latest meeting first; a page at a time. */
export function ChoosePast(props: Props) {
  const { view, back, known, isOffered } = props;
  const { t, dated } = useWords();
  const { client } = useApp();
  const [meetings, setMeetings] = useState<readonly MeetingRecord[]>([]);
  const [more, setMore] = useState<string | null>(null);
  const { busy, refusal, run } = useTask();
  const read = (continuation: string | null) =>
    run(async () => {
      const query =
        continuation === null ? '' : `?continuation=${encodeURIComponent(continuation)}`;
      const page = await client.readOnce<PastMeetings>(view.id, `meetings${query}`);
      setMeetings((before) => [...(continuation === null ? [] : before), ...page.meetings]);
      setMore(page.continuation);
    });
  useEffect(() => {
    void read(null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is unfolded
  }, []);

  // A promise stands in the meeting in which it was made and in the one after which it was done.
  const seen = new Set(known);
  const places = meetings.flatMap((meeting) => {
    const own = ownLines(meeting, view.me, back).filter(({ line }) => !seen.has(line.id));
    for (const { line } of own) seen.add(line.id);
    const lines = own.filter(({ line }) => !isOffered(line.id, line.version));
    return lines.length > 0 ? [{ meeting, lines }] : [];
  });
  const empty = !busy && !refusal && more === null && places.length === 0;
  return (
    <div className={text['tight']} aria-busy={busy}>
      {places.map(({ meeting: { number, finishedAt }, lines }) => (
        <Disclosure
          key={number}
          summary={t('offer.meeting', { number, date: dated(finishedAt), count: lines.length })}
        >
          <div className={text['stack']}>
            <ChooseLines {...props} lines={lines} meeting={number} />
          </div>
        </Disclosure>
      ))}
      {busy && meetings.length === 0 ? <p className={text['quiet']}>{t('loading')}</p> : null}
      {empty ? <p className={text['quiet']}>{t('offer.nonePast')}</p> : null}
      {refusal ? <Problem refusal={refusal} onRetry={() => void read(more)} /> : null}
      {more !== null && !refusal ? (
        <div>
          <Button size="small" disabledFocusable={busy} onClick={() => void read(more)}>
            {t('past.more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
