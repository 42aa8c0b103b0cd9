import type { Topic } from '@rapport/domain/topic';
import { useCallback, useState } from 'react';

/** The order on screen from the moment on in which somebody began to edit or drag one of its rows. */
export interface Hold<T = Topic> {
  readonly ids: readonly string[];
  readonly shown: readonly T[];
}

/**
 * The rows to show while some are held: known ones stay where they are, with their present words; new ones
 * come last; a held one stays even when it has gone elsewhere meanwhile. No row moves under a hand.
 */
export function arrange<T extends { readonly id: string }>(
  topics: readonly T[],
  hold: Hold<T> | null,
): readonly T[] {
  if (!hold) return topics;
  const present = new Map(topics.map((topic) => [topic.id, topic]));
  const kept = hold.shown.flatMap((topic) => {
    const current = present.get(topic.id) ?? (hold.ids.includes(topic.id) ? topic : null);
    return current ? [current] : [];
  });
  const known = new Set(hold.shown.map(({ id }) => id));
  return [...kept, ...topics.filter(({ id }) => !known.has(id))];
}

/** Keeps the order of a list while one of its rows is held. */
export function useHold(topics: readonly Topic[]) {
  const [hold, setHold] = useState<Hold | null>(null);
  const shown = arrange(topics, hold);

  const take = useCallback((id: string, from: readonly Topic[]) => {
    setHold((now) => ({ ids: [...(now?.ids ?? []), id], shown: now?.shown ?? from }));
  }, []);
  const release = useCallback((id: string) => {
    setHold((now) => {
      const ids = now?.ids.filter((other) => other !== id) ?? [];
      return now && ids.length > 0 ? { ...now, ids } : null;
    });
  }, []);

  return { shown, take, release };
}
