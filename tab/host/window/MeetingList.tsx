import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { clockTime, shortDay } from '../model/times';
import { text } from '../text';
import { useWindow } from './inWindow';
import { meetingName } from './meetingName';
import type { Entry } from './MeetingBlock';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '8px 12px', flex: 1, overflowY: 'auto' },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '10px 0 10px 10px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    marginBottom: '10px',
  },
  words: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** A week of meetings in a narrow window. */
export function MeetingList({ entries }: { readonly entries: readonly Entry[] }) {
  const styles = useStyles();
  const { go, people } = useWindow();
  return (
    <ul className={styles.list}>
      {entries
        .toSorted((a, b) => a.start.localeCompare(b.start))
        .map(({ meeting, start, end }) => (
          <li key={meeting.id} className={styles.entry}>
            <div className={styles.words}>
              <span>{meetingName(people, meeting.people)}</span>
              <span className={styles.when}>
                {shortDay(start)}, {clockTime(start)} – {clockTime(end)}
              </span>
            </div>
            <Button size="small" onClick={() => go({ view: 'meeting', meeting: meeting.id })}>
              {text.join}
            </Button>
          </li>
        ))}
    </ul>
  );
}
