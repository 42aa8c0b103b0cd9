import type { AboutUsView } from '@rapport/domain/aboutUs';
import type { FeedbackView } from '@rapport/domain/feedback';
import type { InvitationView } from '@rapport/domain/series';
import type { SupportResources } from '@rapport/domain/support';
import type { HostAdapter } from '../hosts/hostAdapter';
import { openDeviceStore } from './deviceStore';
import { createHttp, reader, type Http } from './http';
import { follow } from './live';
import { createNudges, type Nudges } from './nudges';
import { seriesWaiting } from './outbox';
import { seriesPath } from './requests';
import { createSeriesStore, type SeriesStoreParts } from './seriesStore';
import {
  ApiUnreachable,
  type ChatState,
  type Home,
  type KeptCheckIn,
  type Live,
  type PastMeeting,
  type PastMeetings,
  type RapportClient,
  type SeriesStore,
} from './state';

const EVERY = { nudged: 60_000, alone: 4000 };

/** What the client stands on in a page of this host. */
function partsOf(host: HostAdapter): SeriesStoreParts {
  const http = createHttp(host);
  const device = openDeviceStore(host.context.user);
  return {
    http,
    nudges: createNudges(http),
    device,
    // Where nothing is kept, no other window shares the outbox, and the browser gives no locks either.
    alone: (name, work) =>
      device.shared ? navigator.locks.request(`${name}.${host.context.user.oid}`, work) : work(),
  };
}

/** The one way from the screens to the api. Stores are made once and shared by everything that shows them. */
export function createClient(host: HostAdapter, parts = partsOf(host)): RapportClient {
  const { http, nudges, device } = parts;
  const home = followGet<Home>(http, nudges, '/api/home');
  const series = remember((id) => createSeriesStore(id, parts));
  const invitations = remember((id) => followGet<InvitationView>(http, nudges, invitationPath(id)));
  const chats = remember((chatId) => followChat(http, nudges, chatId));
  const starting = new Map<string, string>();
  // Typed in a window that was closed before it could be sent.
  for (const id of seriesWaiting(device)) series(id);

  const others = remember((path) => followGet<unknown>(http, nudges, path));
  const checkIns = remember((path) => followGet<KeptCheckIn>(http, nudges, path));
  const feedback = remember((id) => followFeedback(http, nudges, id));
  const aboutUs = remember((id) =>
    followGet<AboutUsView>(http, nudges, `${seriesPath(id)}/about-us`),
  );
  const onFeedback = async (
    id: string,
    line: string,
    step: string,
    body: object,
  ): Promise<void> => {
    await onSeries(id, `feedback/${encodeURIComponent(line)}/${step}`, body);
    await feedback(id).refresh();
  };

  /** A write that waits for its answer: the button shows it under way. */
  async function write(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: object,
    key: string = crypto.randomUUID(),
  ): Promise<void> {
    await patiently(() => http.send(method, path, body, key));
    await home.refresh();
  }
  const onSeries = async (id: string, path: string, body: object): Promise<void> => {
    await write('POST', `${seriesPath(id)}/${path}`, body);
    await series(id).refresh();
  };

  return {
    now: () => http.now(),
    home,
    chat: chats,
    series,
    invitation: invitations,
    async startSeries(input, template, chatId) {
      // The same again after a lost answer is the same series, not a second one.
      const what = JSON.stringify([input, template, chatId]);
      const id = starting.get(what) ?? crypto.randomUUID();
      starting.set(what, id);
      if (template) {
        await write('PUT', '/api/home/introduction', { introduction: template });
      }
      await write('POST', '/api/series', { id, ...input }, id);
      if (chatId) await bind(id, chatId);
      starting.delete(what);
      return id;
    },
    async accept(id, input) {
      await write('POST', `${invitationPath(id)}/accept`, input);
      await series(id).refresh();
    },
    decline: (id) => write('POST', `${invitationPath(id)}/decline`, {}),
    renewInvitation: (id) => onSeries(id, 'invitation', {}),
    answerJoinRequest: (id, requestId, confirm) =>
      onSeries(id, `join-requests/${requestId}`, { confirm }),
    agreeToTerms: (id, terms) => onSeries(id, 'terms', { terms }),
    postponeTerms: (id, terms) => onSeries(id, 'terms/later', { terms }),
    allowCommonConcern: (id, on) => onSeries(id, 'terms/common-concern', { on }),
    async shape(id, change) {
      await write('PATCH', seriesPath(id), change);
      await Promise.all([series(id).refresh(), aboutUs(id).refresh()]);
    },
    aboutUs,
    async answerSubject(id, subject, text) {
      await write('PUT', `${seriesPath(id)}/about-us/${subject}`, { text });
      await Promise.all([series(id).refresh(), aboutUs(id).refresh()]);
    },
    async changeValues(id, { type, ...command }) {
      const path = `${seriesPath(id)}/values`;
      const { id: line, ...rest } = command;
      if (type === 'add') await write('POST', path, command);
      else if (type === 'edit') await write('PATCH', `${path}/${line}`, rest);
      else await write('POST', `${path}/${line}/remove`, rest);
      await aboutUs(id).refresh();
    },
    bindChat: bind,
    async askToJoin(chatId) {
      await write('POST', '/api/join-requests', { chatId });
      await chats(chatId).refresh();
    },
    leave: (id) => onSeries(id, 'leave', {}),
    pastMeetings: (id, continuation) =>
      whole<PastMeetings>(
        `${seriesPath(id)}/meetings` +
          (continuation === null ? '' : `?continuation=${encodeURIComponent(continuation)}`),
      ),
    feedback,
    openFeedback: (id, line) => onFeedback(id, line, 'open', {}),
    answerFeedback: (id, line, answer) => onFeedback(id, line, 'answer', answer),
    replyToAnswer: (id, line, text) => onFeedback(id, line, 'reply', { text }),
    closeFeedback: (id, line) => onFeedback(id, line, 'close', {}),
    takeFeedbackBack: (id, line) => onFeedback(id, line, 'take-back', {}),
    addCheckIn: (id, answers) => onSeries(id, 'check-ins', answers),
    writeTo: onSeries,
    follow: <T>(id: string, path: string) => others(`${seriesPath(id)}/${path}`) as Live<T>,
    checkIn: (id, number) => checkIns(`${seriesPath(id)}/check-ins/${number}`),
    keepMine: (method, path, body) => write(method, `/api/home/${path}`, body),
    followMine: <T>(path: string) => others(`/api/home/${path}`) as Live<T>,
    async takeCopy(id, includePrivate) {
      const key = crypto.randomUUID();
      const path = `${seriesPath(id)}/export`;
      return patiently(() => http.send('POST', path, { includePrivate }, key));
    },
    support: async () => (await whole<{ resources: SupportResources }>('/api/support')).resources,
    pastMeeting: (id, number) => whole<PastMeeting>(`${seriesPath(id)}/meetings/${number}`),
  };

  /** Read once, in full: what is past does not change. */
  async function whole<T>(path: string): Promise<T> {
    const answer = await http.get<T>(path, null);
    if (!answer) throw new ApiUnreachable();
    return answer.value;
  }

  async function bind(id: string, chatId: string): Promise<void> {
    await onSeries(id, 'chats', { chatId });
    await chats(chatId).refresh();
  }
}

const ATTEMPTS = 3;
const PAUSE_MS = 700;

/** Tries a few times, with the same key: what went through without an answer is not done twice. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ApiUnreachable) || left === 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

const invitationPath = (id: string): string => `/api/invitations/${encodeURIComponent(id)}`;

/** One store per id, made when first asked for. */
function remember<T extends Live<unknown> | SeriesStore>(
  make: (id: string) => T,
): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id);
    if (known) return known;
    const store = make(id);
    made.set(id, store);
    return store;
  };
}

const followGet = <T>(http: Http, nudges: Nudges, path: string): Live<T> =>
  follow<T>({ every: EVERY, read: reader<T>(http, path) }, nudges);

/** The newest page, the latest first: what waits between two people is never more than a page. */
function followFeedback(http: Http, nudges: Nudges, id: string): Live<readonly FeedbackView[]> {
  const read = reader<{ feedback: FeedbackView[] }>(http, `${seriesPath(id)}/feedback`);
  return follow<readonly FeedbackView[]>(
    {
      every: EVERY,
      async read() {
        const answer = await read();
        return answer && answer.feedback.toSorted((a, b) => b.at.localeCompare(a.at, 'en'));
      },
    },
    nudges,
  );
}

/** A chat's id travels in a body, which has no etag: the same answer is recognised here. */
function followChat(http: Http, nudges: Nudges, chatId: string): Live<ChatState> {
  let last = '';
  return follow<ChatState>(
    {
      every: EVERY,
      async read() {
        const known = last;
        // After a refusal the same answer is news again.
        last = '';
        const answer = await http.send<ChatState>('POST', '/api/chats/find', { chatId });
        last = JSON.stringify(answer);
        return last === known ? null : answer;
      },
    },
    nudges,
  );
}
