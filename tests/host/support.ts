import type { ContextInput, FrameContext } from '../../tab/host/protocol/context';
import type { LinkTarget } from '../../tab/host/protocol/deepLinks';
import { createHostProtocol, type HostProtocol } from '../../tab/host/protocol/hostProtocol';
import type { HostMessage } from '../../tab/host/protocol/messages';
import type { HostServices, Lifecycle, PickPeople } from '../../tab/host/protocol/services';
import type { HostTheme } from '../../tab/host/model/theme';

export const APP_ORIGIN = 'http://127.0.0.1:3000';

export const maya = {
  key: 'maya',
  oid: '00000001-0000-4000-8000-000000000000',
  tid: '10000000-0000-4000-8000-000000000000',
  name: 'Maya Example',
  email: 'maya@example.com',
};
export const ravi = {
  ...maya,
  key: 'ravi',
  oid: '00000002-0000-4000-8000-000000000000',
  name: 'Ravi Example',
  email: 'ravi@example.com',
};
export const MEETING_CHAT = '19:meeting_abc@thread.v2';

/** A host of one frame whose window is `appWindow`, and what its services were asked. */
export interface TestHost {
  readonly protocol: HostProtocol;
  readonly opened: LinkTarget[];
  readonly picks: PickPeople[];
  readonly lifecycle: Lifecycle[];
  readonly shared: string[];
  theme: HostTheme;
}

export function testHost(options: {
  readonly appWindow: unknown;
  readonly post: (message: HostMessage) => void;
  readonly frame?: FrameContext;
  readonly chat?: string;
  /** The window lies in a frame itself, as on the desk. */
  readonly framed?: boolean;
  readonly services?: Partial<HostServices>;
}): TestHost {
  const { chat = null, frame = 'content' } = options;
  const place: ContextInput['place'] = {
    frame,
    chat,
    meeting: chat === MEETING_CHAT ? { id: 'abc', organizer: maya } : null,
    entityId: 'rapport',
    subEntityId: 'series-1',
  };
  const host: Omit<TestHost, 'protocol'> = {
    opened: [],
    picks: [],
    lifecycle: [],
    shared: [],
    theme: 'light',
  };
  const services: HostServices = {
    getToken: async () => 'a-token',
    getNestedTokens: async () => 'ask',
    async selectPeople(request) {
      host.picks.push(request);
      return [ravi];
    },
    async open(target) {
      host.opened.push(target);
      return true;
    },
    meeting: () =>
      place.meeting && {
        subject: '1:1 Maya / Ravi',
        start: '2026-05-07T08:00:00.000Z',
        end: '2026-05-07T08:30:00.000Z',
        joinUrl: 'http://localhost:3000/?view=meeting&meeting=abc',
      },
    started: (lifecycle) => host.lifecycle.push(lifecycle),
    contentUrl: () => `${APP_ORIGIN}/tab`,
    shareLink: (sub) => host.shared.push(sub),
    ...options.services,
  };
  const protocol = createHostProtocol({
    appOrigin: APP_ORIGIN,
    appWindow: () => options.appWindow,
    post: options.post,
    services,
    context: () => ({
      me: maya,
      place,
      theme: host.theme,
      locale: 'de-DE',
      session: 'session-1',
      outermost: !options.framed,
    }),
  });
  return Object.assign(host, { protocol });
}
