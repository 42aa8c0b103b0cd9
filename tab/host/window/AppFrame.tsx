import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { byKey } from '../model/names';
import { appOrigin, server, type Meeting } from '../model/server';
import type { FrameContext } from '../protocol/context';
import { createHostProtocol, type HostProtocol } from '../protocol/hostProtocol';
import { text } from '../text';
import { useWindow, type InWindow } from './inWindow';
import { meetingName } from './meetingName';

interface Props {
  readonly frame: FrameContext;
  readonly chat: string | null;
  readonly meeting: Meeting | null;
}

const useStyles = makeStyles({
  root: { position: 'relative', flex: 1, minHeight: 0, minWidth: 0, display: 'flex' },
  frame: {
    flex: 1,
    width: '100%',
    border: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  failed: { position: 'absolute', left: '12px', right: '12px', top: '12px' },
});

const pathOf = (frame: FrameContext): string => (frame === 'sidePanel' ? '/panel' : '/tab');

interface Now {
  readonly inWindow: InWindow;
  readonly props: Props;
  fail(message: string): void;
}

/** The host of one frame; `now` is asked at each message, since the window goes on changing. */
function hostOf(now: () => Now, appWindow: () => Window | null): HostProtocol {
  const session = crypto.randomUUID();
  return createHostProtocol({
    appOrigin: appOrigin(),
    appWindow,
    post: (message) => appWindow()?.postMessage(message, appOrigin()),
    context() {
      const { inWindow, props } = now();
      const organizer = props.meeting && byKey(inWindow.people, props.meeting.organizer);
      return {
        me: inWindow.me,
        place: {
          frame: props.frame,
          chat: props.chat,
          meeting: organizer && props.meeting ? { id: props.meeting.id, organizer } : null,
          entityId: 'rapport',
          subEntityId: inWindow.address.sub,
        },
        theme: inWindow.address.theme,
        locale: navigator.language,
        session,
        outermost: window.top === window,
      };
    },
    services: {
      getToken: () => server.token(now().inWindow.me.key),
      async getNestedTokens(scopes, ask) {
        const { consent, me } = now().inWindow;
        if (!(await consent(scopes, ask))) return ask ? 'closed' : 'ask';
        const [access, id] = await Promise.all([
          server.token(me.key, scopes),
          server.token(me.key),
        ]);
        return { access, id };
      },
      async selectPeople(request) {
        const { done, pickPeople } = now().inWindow;
        const picked = await pickPeople(request);
        if (picked) done('peoplePicked');
        return picked;
      },
      open: (target) => now().inWindow.openLink(target),
      shareLink: (sub, label) => now().inWindow.shareLink(sub, label),
      contentUrl: () => appOrigin() + pathOf(now().props.frame),
      meeting() {
        const { inWindow, props } = now();
        return (
          props.meeting && {
            subject: meetingName(inWindow.people, props.meeting.people),
            ...props.meeting.next,
            joinUrl: `${location.origin}/?view=meeting&meeting=${props.meeting.id}`,
          }
        );
      },
      started(lifecycle) {
        const { inWindow, props, fail } = now();
        if (lifecycle.phase === 'failure') fail(lifecycle.message);
        else if (props.frame === 'sidePanel') inWindow.done('panelSeen');
      },
    },
  });
}

/** Rapport in its frame, as Teams shows it. Give it a `key` that changes with the person and the place. */
export function AppFrame(props: Props) {
  const styles = useStyles();
  const inWindow = useWindow();
  const frame = useRef<HTMLIFrameElement>(null);
  const [failed, fail] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const now = useRef<Now>({ inWindow, props, fail });
  now.current = { inWindow, props, fail };
  const [host] = useState(() =>
    hostOf(
      () => now.current,
      () => frame.current?.contentWindow ?? null,
    ),
  );

  useEffect(() => {
    const hear = (event: MessageEvent) => void host.receive(event);
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [host]);

  const { theme } = inWindow.address;
  useEffect(() => {
    host.themeChanged();
  }, [host, theme]);

  return (
    <div className={styles.root}>
      <iframe
        key={round}
        ref={frame}
        className={styles.frame}
        name="rapport"
        title={text.rapport}
        src={appOrigin() + pathOf(props.frame)}
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads"
      />
      {failed !== null && (
        <MessageBar intent="error" className={styles.failed}>
          <MessageBarBody>
            {text.appFailed}
            {failed && ` (${failed})`}{' '}
            <Button
              size="small"
              onClick={() => {
                fail(null);
                setRound(round + 1);
              }}
            >
              {text.reload}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
