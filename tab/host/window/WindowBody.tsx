import {
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { text } from '../text';
import { ActivityView } from './ActivityView';
import { AppFrame } from './AppFrame';
import { CalendarView } from './CalendarView';
import { ChatView } from './ChatView';
import { useWindow } from './inWindow';
import { MeetingView } from './MeetingView';
import { Rail } from './Rail';
import { TitleBar } from './TitleBar';
import { ToDoView } from './ToDoView';
import { Toasts } from './Toasts';

const useStyles = makeStyles({
  middle: { display: 'flex', flex: 1, minHeight: 0 },
  stacked: { flexDirection: 'column' },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flex: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  inset: {
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
    boxShadow: tokens.shadow2,
  },
});

const TITLES = {
  activity: text.activity,
  chat: text.chat,
  calendar: text.calendar,
  todo: text.todo,
  app: text.rapport,
  meeting: text.calendar,
};

function Content() {
  const { address, me } = useWindow();
  switch (address.view) {
    case 'activity':
      return <ActivityView />;
    case 'calendar':
      return <CalendarView />;
    case 'todo':
      return <ToDoView />;
    case 'chat':
      return <ChatView />;
    case 'app':
      return (
        <AppFrame
          key={`${me.key} ${address.sub ?? ''}`}
          frame="content"
          chat={null}
          meeting={null}
        />
      );
    case 'meeting':
      return <MeetingView />;
  }
}

/** A window with its bars; a meeting takes all of it, as in Teams. */
export function WindowBody({ lost }: { readonly lost: boolean }) {
  const styles = useStyles();
  const { address, me, narrow } = useWindow();
  const inMeeting = address.view === 'meeting';
  const main = (
    <main className={mergeClasses(styles.main, !inMeeting && !narrow && styles.inset)}>
      {lost && (
        <MessageBar intent="warning">
          <MessageBarBody>{text.lost}</MessageBarBody>
        </MessageBar>
      )}
      <Content />
      <Toasts key={me.key} />
    </main>
  );
  if (inMeeting) return main;
  return (
    <>
      <TitleBar title={TITLES[address.view]} />
      <div className={mergeClasses(styles.middle, narrow && styles.stacked)}>
        <Rail />
        {main}
      </div>
    </>
  );
}
