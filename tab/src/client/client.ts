import type { FeedbackView } from '@rapport/domain/feedback';
import type { InvitationView } from '@rapport/domain/series';
import type { SupportResources } from '@rapport/domain/support';
import type { HostAdapter } from '../hosts/hostAdapter';
import { openDeviceStore } from './deviceStore';
import { createHttp, reader, type Http } from './http';
import { follow, type Follower } from './live';
import { createNudges, type Nudge, type Nudges } from './nudges';
import { seriesWaiting } from './outbox';
import { seriesPath } from './requests';
import { createSeriesStore, type SeriesStoreParts } from './seriesStore';
import {
  ApiUnreachable,
  type ChatState,
  type Home,
  type Live,
  type RapportClient,
  type SeriesStore,
} from './state';

type Pace = Readonly<Record<'nudged' | 'idle' | 'alone', number>>;

const EVERY: Pace = { nudged: 60_000, idle: 10 * 60_000, alone: 4000 };

/** For many lines at once. */
const CALM: Pace = { ...EVERY, alone: EVERY.nudged };

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
  const home = followGet<Home>(http, nudges, '/api/home', isHome);
  const series = remember((id) => createSeriesStore(id, parts));
  const invitations = remember((id) =>
    followGet<InvitationView>(http, nudges, invitationPath(id), of(id)),
  );
  const chats = remember((chatId) => followChat(http, nudges, chatId));
  // Typed in a window that was closed before it could be sent.
  for (const id of seriesWaiting(device)) series(id);

  const below = (id: string, path: string): string => seriesPath(id) + (path && `/${path}`);
  const others = remember((path, concerns: Concerns, every: Pace = EVERY) =>
    followGet<unknown>(http, nudges, path, concerns, every),
  );
  const feedback = remember((id) => followFeedback(http, nudges, id));
  /** A write that waits for its answer: the button shows it under way. */
  async function write(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: object,
    key: string = crypto.randomUUID(),
  ): Promise<number | undefined> {
    const { version } = await patiently(() =>
      http.send<{ readonly version?: number }>(method, path, body, key),
    );
    // Where nobody looks at it, it is read when somebody does.
    if (home.followed) await home.refresh();
    return version;
  }
  const onSeries: RapportClient['writeTo'] = async (id, path, body, method = 'POST') => {
    await write(method, below(id, path), body);
    await series(id).refresh();
  };
  /** Of what both share: it may have been read already, on the nudge about it. */
  const onShared = async (id: string, path: string, body: object): Promise<void> => {
    await series(id).refresh(await write('POST', below(id, path), body));
  };

  return {
    now: () => http.now(),
    home,
    chat: chats,
    series,
    invitation: invitations,
    bindChat: bind,
    async askToJoin(chatId) {
      await write('POST', '/api/join-requests', { chatId });
      await chats(chatId).refresh();
    },
    feedback,
    writeTo: onSeries,
    writeShared: onShared,
    follow: <T>(id: string, path: string, calm = false) =>
      (calm
        ? others(below(id, path), ({ series: one }) => one === id, CALM)
        : others(below(id, path), of(id))) as Live<T>,
    keep: write,
    followMine: <T>(path: string) => others(`/api/home/${path}`, isHome) as Live<T>,
    async takeCopy(id, includePrivate) {
      const key = crypto.randomUUID();
      return patiently(() => http.send('POST', below(id, 'export'), { includePrivate }, key));
    },
    support: async () => (await whole<{ resources: SupportResources }>('/api/support')).resources,
    readOnce: <T>(id: string, path: string) => whole<T>(below(id, path)),
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
/** Of what the api asks to wait; nobody looks at a button under way for longer. */
const LONGEST_PAUSE_MS = 20_000;

/** Tries a few times, with the same key: what went through without an answer is not done twice. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ApiUnreachable) || left === 1) throw error;
      const pause = Math.min(error.wait * 1000 || PAUSE_MS, LONGEST_PAUSE_MS);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

const invitationPath = (id: string): string => `/api/invitations/${encodeURIComponent(id)}`;

/** One store per id, made when first asked for. */
function remember<T extends Live<unknown> | SeriesStore, A extends unknown[]>(
  make: (id: string, ...more: A) => T,
): (id: string, ...more: A) => T {
  const made = new Map<string, T>();
  return (id, ...more) => {
    const known = made.get(id);
    if (known) return known;
    const store = make(id, ...more);
    made.set(id, store);
    return store;
  };
}

type Concerns = (nudge: Nudge) => boolean;

/** Seats, and what a chat opens, come and go together with the home's. */
const isHome: Concerns = ({ series }) => series === null;
const of =
  (id: string): Concerns =>
  ({ series }) =>
    series === null || series === id;

const followGet = <T>(
  http: Http,
  nudges: Nudges,
  path: string,
  concerns: Concerns,
  every: Pace = EVERY,
): Follower<T> => follow<T>({ every, concerns, read: reader<T>(http, path) }, nudges);

/**
 * Read again when the agenda knows of something new (feedback/useFeedback.ts), and on a nudge about what has no
 * version: that it was opened on another device of the same person is in none.
 */
function followFeedback(http: Http, nudges: Nudges, id: string): Live<readonly FeedbackView[]> {
  const read = reader<{ readonly feedback: readonly FeedbackView[] }>(
    http,
    `${seriesPath(id)}/feedback`,
  );
  return follow<readonly FeedbackView[]>(
    {
      every: { ...EVERY, nudged: EVERY.idle },
      concerns: ({ series, version, page }) => series === id && version === 0 && page === 0,
      read: async () => (await read())?.feedback ?? null,
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
      concerns: isHome,
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
