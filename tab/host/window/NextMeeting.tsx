import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Meeting } from '../model/server';
import { clockTime, minutesBetween, sameDay, shortDay } from '../model/times';
import { Icon } from '../parts/icons';
import { text } from '../text';
import { useWindow } from './inWindow';
import { meetingName } from './meetingName';

const SOON_MINUTES = 60;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    margin: '10px 12px 4px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  words: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  when: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The meeting that is on or comes next, with the way in. */
export function NextMeeting({ meeting }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { go, people, view } = useWindow();
  const { start, end } = meeting.next;
  // Rounded up: at 9:55 and a second it still starts in five minutes.
  const minutes = -minutesBetween(start, view.at);
  const when = sameDay(start, view.at)
    ? `${clockTime(start)} – ${clockTime(end)}`
    : `${shortDay(start)}, ${clockTime(start)} – ${clockTime(end)}`;
  const soon =
    minutes <= 0 ? text.now : minutes <= SOON_MINUTES ? text.startsIn(minutes) : text.nextUp;
  return (
    <section className={styles.bar} aria-label={text.nextUp}>
      <Icon name="video" size={24} />
      <div className={styles.words}>
        <span className={styles.name}>{meetingName(people, meeting.people)}</span>
        <span className={styles.when}>
          {soon} · {when}
        </span>
      </div>
      <Button appearance="primary" onClick={() => go({ view: 'meeting', meeting: meeting.id })}>
        {text.join}
      </Button>
    </section>
  );
}
