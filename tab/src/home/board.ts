import type { Needs } from '@rapport/domain/needs';
import type { RapportClient, Reading } from '../client/state';

/** First readings under way at once: two hundred lines do not ask all at the same moment. */
const AT_ONCE = 4;

export type Readings = ReadonlyMap<string, Reading<Needs>>;

/** What several series need, each read by itself when its line is first looked at, and followed from then on. */
export interface Board {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => Readings;
  /** Begins to read these too. */
  readonly want: (series: readonly string[]) => void;
}

export function createBoard(client: Pick<RapportClient, 'follow'>): Board {
  const listeners = new Set<() => void>();
  const wanted = new Set<string>();
  const followed = new Map<string, () => void>();
  const firsts = new Set<string>();
  let readings: Readings = new Map();

  function begin(): void {
    if (listeners.size === 0) return;
    for (const id of wanted) {
      if (firsts.size >= AT_ONCE) return;
      if (!followed.has(id)) followOne(id);
    }
  }

  function followOne(id: string): void {
    const live = client.follow<Needs>(id, 'needs', true);
    const told = (): void => {
      const reading = live.getSnapshot();
      readings = new Map(readings).set(id, reading);
      if (reading.status !== 'loading' && firsts.delete(id)) begin();
      for (const listener of listeners) listener();
    };
    firsts.add(id);
    followed.set(id, live.subscribe(told));
    // Known from an earlier visit, it may never change again.
    if (live.getSnapshot().status !== 'loading') told();
  }

  return {
    getSnapshot: () => readings,
    want(series) {
      for (const id of series) wanted.add(id);
      begin();
    },
    subscribe(listener) {
      listeners.add(listener);
      begin();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        for (const unfollow of followed.values()) unfollow();
        followed.clear();
        firsts.clear();
      };
    },
  };
}
