import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { WindowAddress } from '../model/address';
import { byKey } from '../model/names';
import { server, type LocalPerson } from '../model/server';
import { usePolled } from '../model/usePolled';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { Themed } from '../parts/Themed';
import { useNarrow } from '../parts/useNarrow';
import { text } from '../text';
import { InWindowProvider } from './inWindow';
import { Consent } from './Consent';
import { PeoplePicker } from './PeoplePicker';
import { ShareLink } from './ShareLink';
import { useConsent } from './useConsent';
import { useInWindow } from './useInWindow';
import { useWindowAddress } from './useWindowAddress';
import { WindowBody } from './WindowBody';

const useStyles = makeStyles({
  outside: {
    display: 'flex',
    height: '100vh',
    justifyContent: 'center',
    backgroundColor: tokens.colorNeutralBackground6,
  },
  window: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    height: '100%',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  bounded: { boxShadow: tokens.shadow16 },
});

interface Props {
  readonly people: readonly LocalPerson[];
  readonly start: WindowAddress;
}

/** One person's Teams. Everything it shows stands in its address. */
export function TeamsWindow({ people, start }: Props) {
  const styles = useStyles();
  const { address, draft, go } = useWindowAddress(start);
  const { ref, narrow } = useNarrow<HTMLDivElement>();
  const me = byKey(people, address.person);
  const asked = address.view === 'meeting' ? address.meeting : null;
  const key = me?.key ?? null;
  const [missing, setMissing] = useState(false);
  const read = useCallback(async () => {
    if (key === null) throw new Error('nobody');
    try {
      const view = await server.view(key, asked);
      setMissing(false);
      return view;
    } catch (error) {
      setMissing(String(error).endsWith('404'));
      throw error;
    }
  }, [asked, key]);
  const polled = usePolled(read, key ?? '');
  const { asking, consent } = useConsent(key);
  const { inWindow, picking, sharing } = useInWindow({
    address,
    consent,
    draft,
    go,
    me,
    narrow,
    people,
    refresh: polled.refresh,
    view: polled.value,
  });

  const nothing = !me ? text.noPerson : missing ? text.noMeeting : text.lost;
  return (
    <Themed theme={address.theme}>
      <div className={styles.outside}>
        <div
          ref={ref}
          className={mergeClasses(styles.window, address.width !== null && styles.bounded)}
          style={address.width === null ? undefined : { width: address.width }}
        >
          {inWindow && !missing ? (
            <InWindowProvider value={inWindow}>
              <WindowBody lost={polled.lost} />
            </InWindowProvider>
          ) : !me || missing || polled.lost ? (
            <main className={styles.window}>
              <Empty icon={<Icon name="windows" size={40} />} title={nothing} />
            </main>
          ) : (
            <Spinner label={text.loading} className={styles.window} />
          )}
          {picking && me && (
            <PeoplePicker
              request={picking.request}
              people={people.filter((one) => one.key !== me.key)}
              answer={picking.answer}
            />
          )}
          {asking && <Consent scopes={asking.scopes} answer={asking.answer} />}
          {sharing && <ShareLink link={sharing.link} label={sharing.label} close={sharing.close} />}
        </div>
      </div>
    </Themed>
  );
}
