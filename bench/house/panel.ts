import type { Nudge } from '@rapport/api/ports/nudge';
import { oneOnOneChatId } from '@rapport/domain/chat';
import type { Answer, House } from './house';

/** Where somebody has Rapport open: in the meeting's side panel, or in the tab of the chat. */
export type Screen = 'panel' | 'chat';

/**
 * An open panel, as far as the api notices it: the same addresses, read again on the same occasions as by
 * `tab/src/client` (client.ts, seriesStore.ts, known.ts, live.ts, nudges.ts). Its time is the story's.
 */
export interface Panel {
  /** Reads everything for the first time: what the person waits for. */
  open(): Promise<void>;
  /** Its socket is open: everything is read once more, for what came to pass meanwhile. */
  connected(): Promise<void>;
  /** A nudge: what it is news to is read; everything with null. */
  nudged(nudge: Nudge | null): Promise<void>;
  /** A command of this panel was answered: the series is read where that says too little. */
  answered(route: string, answer: Answer['json']): Promise<void>;
  /** Reads the series again, whatever is known of it. */
  look(): Promise<void>;
  /** Time passes until `at`, in milliseconds: what is polled meanwhile is read. */
  passTo(at: number): Promise<void>;
}

interface Follower {
  /** How often it is polled while nudges arrive and nothing changes, at most and at least, in milliseconds. */
  readonly idle: () => number;
  /** @returns whether there was anything new */
  readonly read: () => Promise<boolean>;
  last: number;
  quiet: number;
}

const EVERY = 60_000;
const MINUTE = 60_000;

export function createPanel(
  house: Pick<House, 'ask' | 'oidOf'>,
  person: string,
  other: string,
  seriesId: string,
  screen: Screen,
): Panel {
  const params = { seriesId };
  const chatId = oneOnOneChatId(house.oidOf(person), house.oidOf(other));
  let now = 0;
  let view: Answer['json'] = {};
  const known = { version: 0, page: 0 };

  /** Remembers the etag, as the client's reader does. */
  function reader(route: string, take: (json: Answer['json']) => void): () => Promise<boolean> {
    let etag: string | null = null;
    return async () => {
      const answer = await house.ask(person, route, { params, etag });
      ({ etag } = answer);
      if (answer.status === 304) return false;
      take(answer.json);
      return true;
    };
  }

  const follow = (idle: () => number, read: () => Promise<boolean>): Follower => ({
    idle,
    read,
    last: 0,
    quiet: 0,
  });
  let found = '';
  const chat = follow(
    () => 10 * MINUTE,
    async () => {
      const { json } = await house.ask(person, 'findChat', { body: { chatId } });
      const before = found;
      found = JSON.stringify(json);
      return found !== before;
    },
  );
  const feedback = follow(
    () => 10 * MINUTE,
    reader('listFeedback', () => undefined),
  );
  const waits = (): boolean => screen === 'chat' && (view['loops'] as unknown[]).length > 0;
  const readView = reader('getSeries', (json) => void (view = json));
  const series = follow(
    () => ((view['meeting'] as { state: string }).state === 'planned' ? 5 * MINUTE : EVERY),
    async () => {
      const waited = view['version'] !== undefined && waits();
      const newer = await readView();
      if (!newer) return false;
      const { version, pageVersion } = view as { version: number; pageVersion: number };
      const moved = version !== known.version;
      Object.assign(known, { version, page: pageVersion });
      // Read when the agenda begins to know of any, and whenever it changed (feedback/useFeedback.ts).
      if (waits() && (moved || !waited)) await refresh([feedback]);
      return true;
    },
  );
  const followers = (): Follower[] => [chat, series, ...(waits() ? [feedback] : [])];
  const everything = (): Promise<void> => refresh(followers());

  async function refresh(which: readonly Follower[]): Promise<void> {
    for (const follower of which) {
      await follower.read();
      follower.last = now;
      follower.quiet = 0;
    }
  }

  const dueOf = ({ last, quiet, idle }: Follower): number =>
    last + Math.min(EVERY * 2 ** quiet, idle());

  return {
    open: () => refresh([chat, series]),
    async connected() {
      await house.ask(person, 'connectNudge');
      await everything();
    },
    async nudged(nudge) {
      if (!nudge) return everything();
      const { version, page } = nudge;
      if (nudge.series === null) await refresh([chat]);
      else if (nudge.series !== seriesId) return undefined;
      const news = (version === 0 && page === 0) || version > known.version || page > known.page;
      return news ? refresh([series]) : undefined;
    },
    async answered(route, answer) {
      const which = route.includes('Private') ? 'page' : 'version';
      const plain = /(Topic|Note|Action)$/.test(route) && route !== 'shareTopic';
      if (!plain || answer['on'] !== known[which]) return refresh([series]);
      known[which] = answer['version'] as number;
      // Made on what is known: nothing newer was there.
      if (which === 'version') series.last = now;
      return undefined;
    },
    look: () => refresh([series]),
    async passTo(at) {
      for (;;) {
        const next = followers().toSorted((a, b) => dueOf(a) - dueOf(b))[0];
        if (!next || dueOf(next) > at) break;
        now = dueOf(next);
        next.last = now;
        next.quiet = (await next.read()) ? 0 : next.quiet + 1;
      }
      now = at;
    },
  };
}
