import {
  app,
  authentication,
  chat,
  ErrorCode,
  FrameContexts,
  HostName,
  meeting,
  pages,
  people,
} from '@microsoft/teams-js';
import type { PickedPerson } from '@rapport/domain/person';
import type { HostAdapter, HostContext, Place, Theme } from './hostAdapter';
import { graphOf } from './teamsGraph';

/**
 * Teams (and every host that speaks teams-js).
 * @param extraHosts origins allowed to frame the page besides Microsoft's own
 * @throws when the host does not answer the handshake, or does not say who the person is
 */
export async function connectTeams(extraHosts: string[]): Promise<HostAdapter> {
  await app.initialize(extraHosts);
  const context = await app.getContext();
  const { user, page } = context;
  if (!user?.id || !user.tenant?.id) throw new Error('the host does not say who the person is');
  let theme = themeOf(context.app.theme);
  // People are picked and chats opened from the content frame: a side panel has to manage without.
  const content = page.frameContext === FrameContexts.content;
  const picks = people.isSupported() && content;
  const who = { tid: user.tenant.id, oid: user.id };
  const graph = graphOf(who);
  return {
    context: {
      user: who,
      place: placeOf(context),
      app: appOf(context),
      locale: context.app.locale,
      ...linkedTo(page.subPageId),
    },
    token: () => authentication.getAuthToken(),
    get theme() {
      return theme;
    },
    onTheme(listener) {
      app.registerOnThemeChangeHandler((name) => {
        theme = themeOf(name);
        listener(theme);
      });
    },
    pickPerson: picks ? pickPerson : null,
    pickPeople: picks ? pickPeople : null,
    resolvePeople: graph
      ? async (addresses) => {
          const { resolveByGraph } = await import('./graphPeople');
          return resolveByGraph(graph, addresses);
        }
      : null,
    openChat: chat.isSupported() && content ? openChat : null,
    graph,
    shareLink: pages.isSupported() ? shareLink : null,
    meetingEnd: context.meeting?.id ? meetingEnd : () => Promise.resolve(null),
    ready() {
      app.notifyAppLoaded();
      // A host that does not acknowledge it shows its own failure; there is nothing to do here.
      app.notifySuccess().catch(() => undefined);
    },
  };
}

/** What a link names: a series, or one of its past meetings. */
function linkedTo(part: string | undefined): Pick<HostContext, 'seriesId' | 'meeting'> {
  const [seriesId = '', number = ''] = (part ?? '').split('/');
  return { seriesId: seriesId || null, meeting: Number.parseInt(number, 10) || null };
}

const shareLink = (part: string, label: string): void =>
  pages.shareDeepLink({ subPageId: part, subPageLabel: label });

const openChat = (address: string, words: string): Promise<void> =>
  chat.openChat({ user: address, message: words });

function appOf({ app: { host } }: app.Context): HostContext['app'] {
  if (host.name === HostName.teams || host.name === HostName.teamsModern) return 'teams';
  const outlook = [HostName.outlook, HostName.outlookWin32];
  return outlook.includes(host.name) ? 'outlook' : 'other';
}

function placeOf({ page, chat: where }: app.Context): Place {
  if (!where?.id) return { kind: 'personal' };
  const kind = page.frameContext === FrameContexts.sidePanel ? 'panel' : 'chat';
  return { kind, chatId: where.id };
}

const pickedPerson = (person: people.PeoplePickerResult): PickedPerson => ({
  oid: person.objectId.toLowerCase(),
  name: person.displayName ?? person.email ?? person.objectId,
});

async function pickPerson(): Promise<PickedPerson | null> {
  const [person] = await people.selectPeople({ singleSelect: true });
  return person ? pickedPerson(person) : null;
}

/** Whoever closes the picker changes nothing; hosts say it as an error. */
async function pickPeople(chosen: readonly string[]): Promise<readonly PickedPerson[] | null> {
  try {
    return (await people.selectPeople({ setSelected: [...chosen] })).map(pickedPerson);
  } catch (error) {
    const closed =
      typeof error === 'object' &&
      error !== null &&
      Reflect.get(error, 'errorCode') === ErrorCode.USER_ABORT;
    if (closed) return null;
    throw error;
  }
}

/** Needs a consent that a tenant may not give, and fails for ad-hoc calls: a bonus, never waited for. */
const meetingEnd = (): Promise<string | null> =>
  new Promise((done) => {
    meeting.getMeetingDetails((error, details) => {
      const about = error ? undefined : details?.details;
      const time = Date.parse(
        (about && 'scheduledEndTime' in about && about.scheduledEndTime) || '',
      );
      done(Number.isNaN(time) ? null : new Date(time).toISOString());
    });
  });

function themeOf(name: string): Theme {
  if (name === 'contrast') return 'contrast';
  return name === 'dark' || name === 'glass' ? 'dark' : 'light';
}
