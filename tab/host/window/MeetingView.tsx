import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Meeting } from '../model/server';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { text } from '../text';
import { CallBar, type Pane } from './CallBar';
import { Conversation } from './Conversation';
import { useWindow } from './inWindow';
import { MeetingApp } from './MeetingApp';
import { Tiles } from './Tiles';
import { useAttendance } from './useAttendance';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  body: { display: 'flex', flex: 1, minHeight: 0, backgroundColor: tokens.colorNeutralBackground5 },
  stacked: { flexDirection: 'column' },
  pane: {
    width: '320px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 6px 6px 14px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: 1, margin: 0, fontSize: tokens.fontSizeBase300 },
  full: { width: '100%', flex: 1, minHeight: 0, borderLeft: 'none' },
});

function Running({ meeting }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { narrow, view } = useWindow();
  const [pane, setPane] = useState<Pane>('app');
  useAttendance(meeting);
  const chat = view.chats.find((one) => one.id === meeting.chat) ?? null;
  return (
    <div className={styles.root}>
      <CallBar meeting={meeting} pane={pane} show={setPane} canChat={chat !== null} />
      <div className={mergeClasses(styles.body, narrow && styles.stacked)}>
        <Tiles meeting={meeting} small={narrow && pane !== null} />
        {pane && (
          <aside
            className={mergeClasses(styles.pane, narrow && styles.full)}
            aria-label={text.pane}
          >
            <div className={styles.head}>
              <h2 className={styles.name}>{pane === 'chat' ? text.chat : text.rapport}</h2>
              <Button
                aria-label={text.close}
                title={text.close}
                appearance="subtle"
                size="small"
                icon={<Icon name="close" size={16} />}
                onClick={() => setPane(null)}
              />
            </div>
            {pane === 'chat' && chat ? (
              <Conversation chat={chat} />
            ) : (
              <MeetingApp meeting={meeting} chat={chat} />
            )}
          </aside>
        )}
      </div>
    </div>
  );
}

/** A running meeting. Without naming one it is that with the directory's first pair the person is in. */
export function MeetingView() {
  const { address, go, me, view } = useWindow();
  const asked = address.meeting ?? view.meetings[0]?.id ?? null;
  useEffect(() => {
    if (address.meeting !== asked) go({ meeting: asked });
  }, [address.meeting, asked, go]);
  const visited = view.visiting?.meeting;
  const meeting = [...view.meetings, ...(visited ? [visited] : [])].find((one) => one.id === asked);
  if (!meeting) {
    // A link to somebody else's meeting takes one more answer of the server.
    return asked ? (
      <Spinner label={text.loading} />
    ) : (
      <Empty icon={<Icon name="video" size={40} />} title={text.noMeeting} />
    );
  }
  return <Running key={`${me.key} ${meeting.id}`} meeting={meeting} />;
}
