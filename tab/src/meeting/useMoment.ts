import type { Hand } from '@rapport/domain/hand';
import { otherRole } from '@rapport/domain/person';
import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';

/**
 * Whether the other one wishes for a moment first (PRACTICE B6). While the two are together it stays as it was
 * when that began: no row moves (A9).
 */
export function useMoment({ me, hands, meeting }: SeriesView): Hand {
  const theirs = hands[otherRole(me)];
  const { number, state } = meeting;
  const [kept, setKept] = useState({ number, hand: theirs });
  const follows = state === 'planned' || kept.number !== number;
  if (follows && (kept.number !== number || kept.hand !== theirs)) {
    setKept({ number, hand: theirs });
  }
  return follows ? theirs : kept.hand;
}
