import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { mondayOf, plus } from '../model/times';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { Tabs } from '../parts/Tabs';
import { text } from '../text';
import { useWindow } from './inWindow';
import { MeetingList } from './MeetingList';
import { NextMeeting } from './NextMeeting';
import type { Entry } from './MeetingBlock';
import { WeekGrid } from './WeekGrid';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  tabs: { padding: '4px 10px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

const WEEKS = [
  { value: 'this', label: text.thisWeek },
  { value: 'next', label: text.nextWeek },
] as const;

const WEEK_MINUTES = 7 * 24 * 60;

/** The 1:1s of this week and the next. */
export function CalendarView() {
  const styles = useStyles();
  const { narrow, view } = useWindow();
  const upcoming = view.meetings.toSorted((a, b) => a.next.start.localeCompare(b.next.start))[0];
  const thisWeek = mondayOf(view.at);
  const nextWeek = mondayOf(plus(thisWeek, WEEK_MINUTES + 120));
  const isNext = upcoming !== undefined && new Date(upcoming.next.start) >= nextWeek;
  const [chosen, choose] = useState<'this' | 'next' | null>(null);
  const shown = chosen ?? (isNext ? 'next' : 'this');
  const monday = shown === 'next' ? nextWeek : thisWeek;
  const sunday = mondayOf(plus(monday, WEEK_MINUTES + 120));
  const entries: Entry[] = view.meetings.flatMap((meeting) =>
    meeting.occurrences
      .filter(({ start }) => new Date(start) >= monday && new Date(start) < sunday)
      .map((occurrence) => ({ meeting, ...occurrence })),
  );

  if (!upcoming) {
    return (
      <Empty
        icon={<Icon name="calendar" size={40} />}
        title={text.noMeetings}
        hint={text.noMeetingsHint}
      />
    );
  }
  return (
    <div className={styles.root}>
      <NextMeeting meeting={upcoming} />
      <Tabs
        className={styles.tabs}
        label={text.week}
        selected={shown}
        select={choose}
        tabs={WEEKS}
      />
      {narrow ? <MeetingList entries={entries} /> : <WeekGrid monday={monday} entries={entries} />}
    </div>
  );
}
