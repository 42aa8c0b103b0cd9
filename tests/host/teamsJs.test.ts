import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type * as TeamsJs from '@microsoft/teams-js';
import { APP_ORIGIN, MEETING_CHAT, maya, ravi, testHost, type TestHost } from './support';

/** The real teams-js against our host, over two windows that only know how to pass messages on. */

const HOST_ORIGIN = 'http://localhost:3000';

interface Opened {
  readonly teams: typeof TeamsJs;
  readonly host: TestHost;
}

type Listener = (event: { data: unknown; origin: string; source: unknown }) => void;

interface Bridge {
  addEventListener(name: 'message', listener: (data: string) => void): void;
  postMessage(message: string): void;
}

async function openApp(
  options: Omit<Parameters<typeof testHost>[0], 'appWindow' | 'post'> = {},
): Promise<Opened> {
  // teams-js leaves a timer of a minute behind, which would keep the process.
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask'] });
  const listeners = new Set<Listener>();
  let host: TestHost | null = null;
  const frame = {};
  const parent = {
    postMessage(data: unknown, target: string) {
      if (target !== '*' && target !== HOST_ORIGIN) return;
      const event = { data: structuredClone(data), origin: APP_ORIGIN, source: frame };
      queueMicrotask(() => void host?.protocol.receive(event));
    },
  };
  Object.assign(frame, {
    self: frame,
    parent,
    top: parent,
    location: new URL(`${APP_ORIGIN}/tab`),
    addEventListener: (_: string, listener: Listener) => listeners.add(listener),
    removeEventListener: (_: string, listener: Listener) => listeners.delete(listener),
    setInterval,
  });
  // teams-js looks for the page at once: which script it is in, and whether there is a page at all.
  const page = { getElementsByTagName: () => [], referrer: '' };
  Object.assign(globalThis, { window: frame, document: page, fetch: offline });
  host = testHost({
    ...options,
    appWindow: frame,
    post(message) {
      const event = { data: structuredClone(message), origin: HOST_ORIGIN, source: parent };
      for (const listener of listeners) listener(event);
    },
  });
  const teams = await import('@microsoft/teams-js');
  await teams.app.initialize([HOST_ORIGIN]);
  return { teams, host };
}

/** No list of origins from Microsoft's CDN in a test: teams-js goes on with the one it brings. */
const offline = async () => {
  throw new TypeError('offline');
};

const fetchBefore = globalThis.fetch;
afterEach(async () => {
  const teams = await import('@microsoft/teams-js');
  // oxlint-disable-next-line no-underscore-dangle -- teams-js has one instance, and this is its only reset
  teams.app._uninitialize();
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'document');
  globalThis.fetch = fetchBefore;
});

describe('teams-js in a tab', () => {
  test('starts, and learns who and where it is', async () => {
    const { teams } = await openApp({ chat: '19:somebody@unq.gbl.spaces' });
    const context = await teams.app.getContext();
    expect(context.user).toMatchObject({
      id: maya.oid,
      loginHint: maya.email,
      userPrincipalName: maya.email,
      tenant: { id: maya.tid },
    });
    expect(context.app).toMatchObject({ theme: 'default', locale: 'de-DE' });
    expect(context.app.host).toMatchObject({ name: 'Teams', clientType: 'web', ringId: 'general' });
    expect(context.page).toMatchObject({
      id: 'rapport',
      subPageId: 'series-1',
      frameContext: 'content',
    });
    expect(context.chat?.id).toBe('19:somebody@unq.gbl.spaces');
    expect(context.meeting).toBeUndefined();
  });

  test('has no chat in the personal app', async () => {
    const { teams } = await openApp();
    expect((await teams.app.getContext()).chat).toBeUndefined();
  });

  test('is told which abilities there are', async () => {
    const { teams } = await openApp();
    expect([
      teams.people.isSupported(),
      teams.chat.isSupported(),
      teams.pages.isSupported(),
      teams.calendar.isSupported(),
      teams.mail.isSupported(),
      teams.call.isSupported(),
      teams.dialog.isSupported(),
      teams.pages.config.isSupported(),
      teams.nestedAppAuth.isNAAChannelRecommended(),
    ]).toEqual([true, true, true, false, false, false, false, false, true]);
  });

  test('says that it has started, and that it has not', async () => {
    const { host, teams } = await openApp();
    teams.app.notifyAppLoaded();
    expect(await teams.app.notifySuccess()).toEqual({ hasFinishedSuccessfully: true });
    teams.app.notifyFailure({ reason: teams.app.FailedReason.AuthFailed, message: 'No token' });
    await teams.app.getContext();
    expect(host.lifecycle).toEqual([
      { phase: 'loaded' },
      { phase: 'success' },
      { phase: 'failure', message: 'AuthFailed: No token' },
    ]);
  });

  test('hears of the theme', async () => {
    const { host, teams } = await openApp();
    const themes: string[] = [];
    teams.app.registerOnThemeChangeHandler((theme) => themes.push(theme));
    await teams.app.getContext();
    for (const theme of ['dark', 'contrast', 'light'] as const) {
      host.theme = theme;
      host.protocol.themeChanged();
    }
    // teams-js checks origins asynchronously, in order.
    await teams.app.getContext();
    expect(themes).toEqual(['dark', 'contrast', 'default']);
  });

  test('gets a token, or a plain refusal', async () => {
    expect(await (await openApp()).teams.authentication.getAuthToken()).toBe('a-token');
  });

  test('is refused a token when the issuer refuses', async () => {
    const getToken = async () => {
      throw new Error('down');
    };
    const { teams } = await openApp({ services: { getToken } });
    await expect(teams.authentication.getAuthToken()).rejects.toThrow('could not be obtained');
  });

  test('C1: gets whom the person picked, and an error when they closed the picker', async () => {
    const answers = [[ravi], null];
    const selectPeople = async () => answers.shift() ?? null;
    const { teams } = await openApp({ services: { selectPeople } });
    expect(await teams.people.selectPeople({ singleSelect: true })).toEqual([
      { objectId: ravi.oid, displayName: ravi.name, email: ravi.email },
    ]);
    await expect(teams.people.selectPeople()).rejects.toMatchObject({ errorCode: 8000 });
  });

  test('tells the picker what to show', async () => {
    const { host, teams } = await openApp();
    await teams.people.selectPeople({ title: 'Who?', singleSelect: true, setSelected: [ravi.oid] });
    expect(host.picks).toEqual([{ title: 'Who?', single: true, selected: [ravi.oid] }]);
  });

  test('opens a chat with words, links and places in the app', async () => {
    const { host, teams } = await openApp();
    await teams.chat.openChat({ user: ravi.email, message: 'Look' });
    await teams.app.openLink('https://example.com/a');
    await teams.pages.navigateToApp({ appId: maya.oid, pageId: 'rapport', subPageId: 's' });
    teams.pages.shareDeepLink({ subPageId: 's', subPageLabel: 'Label' });
    await teams.app.getContext();
    expect(host.opened).toEqual([
      { to: 'newChat', people: [ravi.email], words: 'Look' },
      { to: 'web', url: 'https://example.com/a' },
      { to: 'app', subEntityId: 's', chat: null },
    ]);
    expect(host.shared).toEqual(['s']);
    await expect(teams.app.openLink('javascript:alert(1)')).rejects.toThrow('Nothing to open');
  });

  test('reads its own settings', async () => {
    const { teams } = await openApp();
    expect(await teams.pages.getConfig()).toMatchObject({
      entityId: 'rapport',
      contentUrl: `${APP_ORIGIN}/tab`,
    });
  });

  test('has no meeting outside of one', async () => {
    const { teams } = await openApp();
    await expect(teams.meeting.getMeetingDetailsVerbose()).rejects.toThrow('501');
  });
});

describe('nested sign-in, over the bridge that teams-js makes', () => {
  /** What MSAL would read. */
  async function ask(method: string, services = {}): Promise<Record<string, unknown>> {
    await openApp({ services });
    const { nestedAppAuthBridge: bridge } = window as unknown as { nestedAppAuthBridge: Bridge };
    const answer = new Promise<string>((resolve) => bridge.addEventListener('message', resolve));
    const tokenParams = { scope: 'Tasks.ReadWrite' };
    const request = { messageType: 'NestedAppAuthRequest', requestId: 'r', method, tokenParams };
    bridge.postMessage(JSON.stringify(request));
    return JSON.parse(await answer) as Record<string, unknown>;
  }

  test('the host says who is signed in', async () => {
    expect(await ask('GetInitContext')).toMatchObject({
      requestId: 'r',
      success: true,
      initContext: { accountContext: { homeAccountId: `${maya.oid}.${maya.tid}` } },
    });
  });

  test.each([
    ['GetToken', false],
    ['GetTokenPopup', true],
  ])('%s: tokens are for what was asked; may the person be asked: %s', async (method, mayAsk) => {
    const asked: unknown[] = [];
    const services = {
      async getNestedTokens(...question: unknown[]) {
        asked.push(question);
        return { access: 'access', id: 'id' };
      },
    };
    expect(await ask(method, services)).toMatchObject({
      success: true,
      token: { access_token: 'access', id_token: 'id', scope: 'Tasks.ReadWrite' },
      account: { localAccountId: maya.oid, tenantId: maya.tid },
    });
    expect(asked).toEqual([[['Tasks.ReadWrite'], mayAsk]]);
  });

  test.each([
    ['USER_INTERACTION_REQUIRED', async () => 'ask'],
    ['USER_CANCEL', async () => 'closed'],
    ['TRANSIENT_ERROR', () => Promise.reject(new Error('secret'))],
  ])('says %s', async (status, getNestedTokens) => {
    const answer = await ask('GetToken', { getNestedTokens });
    expect(answer).toMatchObject({ success: false, error: { status } });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test('does not exist in a window that is a frame itself', async () => {
    const { teams } = await openApp({ framed: true });
    expect(teams.nestedAppAuth.isNAAChannelRecommended()).toBe(false);
    expect(window).not.toHaveProperty('nestedAppAuthBridge');
  });
});

describe('teams-js beside a meeting', () => {
  const panel = { frame: 'sidePanel', chat: MEETING_CHAT } as const;

  test('learns of its meeting', async () => {
    const { teams } = await openApp(panel);
    const context = await teams.app.getContext();
    expect(context.page.frameContext).toBe('sidePanel');
    expect(context.chat?.id).toBe(MEETING_CHAT);
    expect(atob(context.meeting?.id ?? '')).toBe(`0#${MEETING_CHAT}#0`);
    const details = await teams.meeting.getMeetingDetailsVerbose();
    expect(details).toEqual({
      details: {
        id: context.meeting?.id,
        title: '1:1 Maya / Ravi',
        type: 'Recurring',
        scheduledStartTime: '2026-05-07T08:00:00.000Z',
        scheduledEndTime: '2026-05-07T08:30:00.000Z',
        joinUrl: expect.stringContaining('view=meeting'),
      },
      conversation: { id: MEETING_CHAT },
      organizer: { id: maya.oid, tenantId: maya.tid },
    });
  });

  test('is refused the people picker by teams-js itself', async () => {
    const { host, teams } = await openApp(panel);
    await expect(async () => await teams.people.selectPeople()).rejects.toThrow(
      'only allowed in following contexts',
    );
    expect(host.picks).toEqual([]);
  });

  test('is told that a stage is not supported', async () => {
    const { teams } = await openApp(panel);
    const answer = await new Promise((resolve) =>
      teams.meeting.shareAppContentToStage((error) => resolve(error), `${APP_ORIGIN}/stage`),
    );
    expect(answer).toMatchObject({ errorCode: 100 });
  });
});
