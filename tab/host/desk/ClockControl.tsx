import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Meeting } from '../model/server';
import { beforeStart, BEFORE_MINUTES, clockTime, inputTime, plus, shortDay } from '../model/times';
import { Flyout } from '../parts/Flyout';
import { Icon } from '../parts/icons';
import { text } from '../text';

const useStyles = makeStyles({
  button: { fontVariantNumeric: 'tabular-nums' },
  panel: { display: 'flex', flexDirection: 'column', gap: '6px', width: '300px' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '6px' },
  exact: { display: 'flex', gap: '6px' },
  input: { flex: 1, minWidth: 0 },
});

/** The product's time, and ways to move it. */
export function ClockControl(props: {
  readonly at: string;
  /** The 1:1 of the two whose windows are shown. */
  readonly meeting: Meeting | null;
  /** null: back to real time. */
  readonly move: (at: Date | null) => void;
}) {
  const styles = useStyles();
  const { at, meeting, move } = props;
  const [exact, setExact] = useState<string | null>(null);
  const chosen = new Date(exact ?? '');
  const valid = !Number.isNaN(chosen.getTime());
  return (
    <Flyout
      label={text.clock}
      align="end"
      className={styles.panel}
      trigger={
        <Button className={styles.button} icon={<Icon name="clock" />}>
          {shortDay(at)}, {clockTime(at)}
        </Button>
      }
      onOpen={() => setExact(inputTime(at))}
    >
      {() => (
        <>
          <span className={styles.hint}>{text.clockHint}</span>
          {meeting && (
            <>
              <Button appearance="primary" onClick={() => move(beforeStart(meeting.next.start))}>
                {text.beforeMeeting}
              </Button>
              <Button onClick={() => move(new Date(meeting.next.start))}>
                {text.startMeeting}
              </Button>
              <Button onClick={() => move(plus(meeting.next.end, -BEFORE_MINUTES))}>
                {text.beforeEnd}
              </Button>
            </>
          )}
          <div className={styles.pair}>
            <Button onClick={() => move(plus(at, 60))}>{text.plusHour}</Button>
            <Button onClick={() => move(plus(at, 24 * 60))}>{text.plusDay}</Button>
          </div>
          <div className={styles.exact}>
            <Input
              type="datetime-local"
              className={styles.input}
              aria-label={text.dateAndTime}
              value={exact ?? ''}
              onChange={(_, { value }) => setExact(value)}
            />
            <Button disabled={!valid} onClick={() => move(chosen)}>
              {text.setTime}
            </Button>
          </div>
          <Button appearance="subtle" onClick={() => move(null)}>
            {text.backToNow}
          </Button>
        </>
      )}
    </Flyout>
  );
}
