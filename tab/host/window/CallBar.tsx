import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Meeting } from '../model/server';
import { minutesBetween } from '../model/times';
import { Icon, RapportMark } from '../parts/icons';
import { text } from '../text';
import { useWindow } from './inWindow';
import { meetingName } from './meetingName';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    padding: '6px 10px 6px 14px',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  words: { flex: 1, minWidth: '90px', display: 'flex', flexDirection: 'column' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  time: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  leave: {
    marginLeft: '6px',
    backgroundColor: tokens.colorPaletteRedBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorPaletteRedForeground1,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

/** What is open beside the people in a call. */
export type Pane = 'app' | 'chat' | null;

/** The controls of a running meeting. */
export function CallBar(props: {
  readonly meeting: Meeting;
  readonly pane: Pane;
  readonly show: (pane: Pane) => void;
  readonly canChat: boolean;
}) {
  const styles = useStyles();
  const { go, narrow, people, view } = useWindow();
  const [joinedAt] = useState(view.at);
  const { meeting, pane, show } = props;
  const toggle = (which: 'app' | 'chat') => show(pane === which ? null : which);
  return (
    <header className={styles.bar} aria-label={text.callControls}>
      <div className={styles.words}>
        <h1 className={styles.title}>{meetingName(people, meeting.people)}</h1>
        <span className={styles.time}>
          {text.elapsed(Math.max(0, minutesBetween(joinedAt, view.at)))}
        </span>
      </div>
      {props.canChat && (
        <ToggleButton
          appearance="subtle"
          checked={pane === 'chat'}
          icon={<Icon name="chat" />}
          aria-label={text.chat}
          onClick={() => toggle('chat')}
        >
          {narrow ? null : text.chat}
        </ToggleButton>
      )}
      <ToggleButton
        appearance="subtle"
        checked={pane === 'app'}
        icon={<RapportMark size={20} />}
        aria-label={text.rapport}
        onClick={() => toggle('app')}
      >
        {narrow ? null : text.rapport}
      </ToggleButton>
      <Button
        className={styles.leave}
        icon={<Icon name="leave" />}
        onClick={() => go({ view: 'calendar', meeting: null })}
      >
        {text.leave}
      </Button>
    </header>
  );
}
