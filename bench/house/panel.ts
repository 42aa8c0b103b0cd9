import { oneOnOneChatId } from '@rapport/domain/chat';
import type { House } from './house';

/** Where somebody has Rapport open: in the meeting's side panel, or in the tab of the chat. */
export type Screen = 'panel' | 'chat';

/**
 * An open panel, as far as the api notices it: the same addresses, read again on the same occasions as by
 * `tab/src/client` (client.ts, seriesStore.ts, live.ts, nudges.ts). Its time is the story's.
 */
export interface Panel {
  /** Reads everything for the first time: what the person waits for. */
  open(): Promise<void>;
  /** Its socket is open: everything is read once more, for what came to pass meanwhile. */
  connected(): Promise<void>;
  /** Any nudge: everything is read again. */
  nudged(): Promise<void>;
  /** A command of this panel was answered: the series is read again. */
  answered(): Promise<void>;
  /** Time passes until `at`, in milliseconds: what is polled meanwhile is read. */
  passTo(at: number): Promise<void>;
}

interface Follower {
  /** How often it is polled while nudges arrive, in milliseconds. */
  readonly every: number;
  readonly read: () => Promise<unknown>;
  last: number;
}

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

  /** Remembers the etag, as the client's reader does. */
  function reader(route: string): () => Promise<unknown> {
    let etag: string | null = null;
    return async () => {
      ({ etag } = await house.ask(person, route, { params, etag }));
    };
  }

  const follow = (every: number, read: () => Promise<unknown>): Follower => ({
    every,
    read,
    last: 0,
  });
  const chat = follow(60_000, () => house.ask(person, 'findChat', { body: { chatId } }));
  const series = follow(30_000, reader('getSeries'));
  const feedback = follow(60_000, reader('listFeedback'));
  const followers = screen === 'panel' ? [chat, series] : [chat, series, feedback];

  async function refresh(which: readonly Follower[]): Promise<void> {
    for (const follower of which) {
      await follower.read();
      follower.last = now;
    }
  }

  return {
    async open() {
      await refresh(followers);
      // What waits after a call is read once more when the agenda is there (feedback/useFeedback.ts).
      if (screen === 'chat') await refresh([feedback]);
    },
    async connected() {
      await house.ask(person, 'connectNudge');
      await refresh(followers);
    },
    nudged: () => refresh(followers),
    answered: () => refresh([series]),
    async passTo(at) {
      for (;;) {
        const next = followers.toSorted((a, b) => a.last + a.every - b.last - b.every)[0];
        if (!next || next.last + next.every > at) break;
        now = next.last + next.every;
        await refresh([next]);
      }
      now = at;
    },
  };
}
