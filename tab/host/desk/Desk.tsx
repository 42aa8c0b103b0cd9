import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { server, type LocalPerson } from '../model/server';
import { beforeStart } from '../model/times';
import { usePolled } from '../model/usePolled';
import { Themed } from '../parts/Themed';
import { text } from '../text';
import { ClockControl } from './ClockControl';
import { DeskWindow } from './DeskWindow';
import { guideSteps, playersOf, type GuideStep } from './guide';
import { GuideStrip } from './GuideStrip';
import { Toolbar } from './Toolbar';
import { useDesk } from './useDesk';
import { useGuide } from './useGuide';

const useStyles = makeStyles({
  desk: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground5,
  },
  windows: { display: 'flex', flex: 1, minHeight: 0, gap: '12px', padding: '0 12px 12px' },
});

/** Both people's windows side by side, on one machine. */
export function Desk({ people }: { readonly people: readonly LocalPerson[] }) {
  const styles = useStyles();
  const [players] = useState(() => playersOf(people));
  const desk = useDesk(people, players);
  const { address, change, lead, windowRef } = desk;
  const guide = useGuide();
  const [steps] = useState(() => (players ? guideSteps(players.manager, players.report) : []));
  const { left, right } = address;
  const polled = usePolled(
    useCallback(() => server.view(left, null), [left]),
    left,
  );
  const meetings = polled.value?.meetings ?? [];
  const meeting = meetings.find((one) => one.people.includes(right)) ?? meetings[0] ?? null;

  async function moveClock(at: Date | null): Promise<void> {
    await server.moveClock(at);
    polled.refresh();
  }

  function show(step: GuideStep): void {
    const theirs = meetings.find((one) => one.people.includes(players?.report.key ?? ''));
    const at = polled.value?.at;
    if (step.beforeMeeting && theirs && at && new Date(at) < beforeStart(theirs.next.start)) {
      void moveClock(beforeStart(theirs.next.start));
    }
    lead(step);
  }

  return (
    <Themed theme={address.theme}>
      <div className={styles.desk}>
        <Toolbar
          address={address}
          change={change}
          guideShown={guide.shown}
          toggleGuide={guide.toggle}
        >
          {polled.value && (
            <ClockControl
              at={polled.value.at}
              meeting={meeting}
              move={(at) => void moveClock(at)}
            />
          )}
        </Toolbar>
        {polled.lost && (
          <MessageBar intent="warning">
            <MessageBarBody>{text.lost}</MessageBarBody>
          </MessageBar>
        )}
        {guide.shown && (
          <GuideStrip steps={steps} marks={guide.marks} show={show} dismiss={guide.toggle} />
        )}
        <main className={styles.windows}>
          <DeskWindow ref={windowRef.left} person={left} people={people} start={desk.start.left} />
          {address.windows === 2 && (
            <DeskWindow
              ref={windowRef.right}
              person={right}
              people={people}
              start={desk.start.right}
            />
          )}
        </main>
      </div>
    </Themed>
  );
}
