import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { dayNumber, minutesBetween, plus, sameDay, weekday } from '../model/times';
import { useWindow } from './inWindow';
import { MeetingBlock, type Entry } from './MeetingBlock';

const FIRST_HOUR = 8;
const HOURS = 9;
const HOUR_PX = 56;
const DAYS = [0, 1, 2, 3, 4];

const useStyles = makeStyles({
  scroll: { flex: 1, minHeight: 0, overflowY: 'auto' },
  grid: { display: 'grid', gridTemplateColumns: '44px repeat(5, minmax(0, 1fr))' },
  day: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '6px 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  today: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  number: { display: 'block', fontSize: tokens.fontSizeBase400 },
  hours: { position: 'relative', height: `${HOURS * HOUR_PX}px` },
  hour: {
    position: 'absolute',
    right: '6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
  },
  column: {
    position: 'relative',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundImage: `linear-gradient(${tokens.colorNeutralStroke3} 1px, transparent 1px)`,
    backgroundSize: `100% ${HOUR_PX}px`,
  },
  now: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: '2px',
    backgroundColor: tokens.colorCompoundBrandStroke,
  },
});

const topOf = (at: string, day: Date): number =>
  (minutesBetween(plus(day, FIRST_HOUR * 60), at) / 60) * HOUR_PX;

/** A working week in columns; times are the browser's. */
export function WeekGrid(props: { readonly monday: Date; readonly entries: readonly Entry[] }) {
  const styles = useStyles();
  const { view } = useWindow();
  const { monday } = props;
  const days = DAYS.map(
    (day) => new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + day),
  );
  const now = (day: Date) => topOf(view.at, day);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={weekLabel(days)}>
      <div className={styles.grid}>
        <span className={styles.day} />
        {days.map((day) => (
          <div
            key={day.getTime()}
            className={mergeClasses(styles.day, sameDay(day, view.at) && styles.today)}
          >
            {weekday(day)}
            <span className={styles.number}>{dayNumber(day)}</span>
          </div>
        ))}
        <div className={styles.hours} aria-hidden="true">
          {Array.from({ length: HOURS }, (_, hour) => (
            <span key={hour} className={styles.hour} style={{ top: hour * HOUR_PX + 2 }}>
              {FIRST_HOUR + hour}:00
            </span>
          ))}
        </div>
        {days.map((day, column) => (
          <div key={day.getTime()} className={styles.column}>
            {sameDay(day, view.at) && now(day) >= 0 && now(day) < HOURS * HOUR_PX && (
              <div className={styles.now} style={{ top: now(day) }} />
            )}
            {props.entries
              .filter(({ start }) => sameDay(start, day))
              .map((entry) => (
                <MeetingBlock
                  key={entry.meeting.id}
                  entry={entry}
                  late={column > 2}
                  top={topOf(entry.start, day)}
                  height={(minutesBetween(entry.start, entry.end) / 60) * HOUR_PX}
                />
              ))}
          </div>
        ))}
      </div>
    </div>
  );
}

const weekLabel = (days: readonly Date[]): string =>
  days
    .filter((_, index) => index === 0 || index === days.length - 1)
    .map((day) => `${weekday(day)} ${dayNumber(day)}`)
    .join(' – ');
