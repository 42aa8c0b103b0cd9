import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';
import { arrange } from '../parts/holdOrder';

interface From {
  readonly topics: SeriesView['topics'];
  readonly moves: number;
}

/**
 * The view while nothing may move: the topics keep their order, what the other one adds or removes waits, and
 * words and ticks are the present ones.
 * @param still from when on; what is new then comes in once it ends
 * @param moves changes whenever the person themselves changed the order
 */
export function useStill(view: SeriesView, still: boolean, moves: number): SeriesView {
  const [from, setFrom] = useState<From | null>(null);
  if (still && from?.moves !== moves) setFrom({ topics: view.topics, moves });
  if (!still && from !== null) setFrom(null);
  if (!still || from === null) return view;
  const known = new Set(from.topics.map(({ id }) => id));
  const ids = from.topics.filter(({ by }) => by !== view.me).map(({ id }) => id);
  const topics = arrange(view.topics, { ids, shown: from.topics });
  return { ...view, topics: topics.filter(({ id, by }) => known.has(id) || by === view.me) };
}
