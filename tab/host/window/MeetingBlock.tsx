import type { Meeting } from '../model/server';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { clockTime, shortDay } from '../model/times';
import { Flyout } from '../parts/Flyout';
import { text } from '../text';
import { useWindow } from './inWindow';
import { meetingName } from './meetingName';

const useStyles = makeStyles({
  place: { position: 'absolute', left: '2px', right: '4px', display: 'grid' },
  block: {
    overflow: 'hidden',
    width: '100%',
    padding: '2px 6px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase100,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    cursor: 'pointer',
    ':hover': { boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  panel: { display: 'flex', flexDirection: 'column', gap: '4px', width: '220px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', gap: '8px', marginTop: '10px' },
});

/** One occurrence of a meeting. */
export interface Entry {
  readonly meeting: Meeting;
  readonly start: string;
  readonly end: string;
}

/** One meeting in the week, with its details and the way in. */
export function MeetingBlock(props: {
  readonly entry: Entry;
  readonly top: number;
  readonly height: number;
  /** In the right half of the week: the details open to the left. */
  readonly late: boolean;
}) {
  const styles = useStyles();
  const { go, people } = useWindow();
  const { meeting, start, end } = props.entry;
  const name = meetingName(people, meeting.people);
  return (
    <div className={styles.place} style={{ top: props.top }}>
      <Flyout
        label={name}
        align={props.late ? 'end' : 'start'}
        className={styles.panel}
        trigger={
          <button type="button" className={styles.block} style={{ height: props.height }}>
            {name}
          </button>
        }
      >
        {() => (
          <>
            <h2 className={styles.title}>{name}</h2>
            <span className={styles.when}>
              {shortDay(start)}, {clockTime(start)} – {clockTime(end)}
            </span>
            <span className={styles.when}>{text.weekly}</span>
            <div className={styles.actions}>
              <Button
                appearance="primary"
                onClick={() => go({ view: 'meeting', meeting: meeting.id })}
              >
                {text.join}
              </Button>
              <Button onClick={() => go({ view: 'chat', chat: meeting.chat, tab: 'chat' })}>
                {text.openChat}
              </Button>
            </div>
          </>
        )}
      </Flyout>
    </div>
  );
}
