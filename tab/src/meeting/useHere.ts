import type { SeriesView } from '@rapport/domain/series';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import type { SeriesStore } from '../client/state';
import { useApp } from '../parts/useApp';
import { atAgenda, keepPlace, type Place } from './place';
import { createWays, type Ways } from './ways';

export interface Here extends Ways {
  readonly place: Place;
  /** How often somebody here changed the order themselves. */
  readonly moves: number;
  /** What this device shows: the meeting it is in, also when the other one has finished it meanwhile. */
  readonly shown: SeriesView;
  /** True once the other one finished the meeting that is still shown here. */
  readonly over: boolean;
  /** The topic the other one is at, where that is somewhere else than here. */
  readonly theirs: string | null;
  /** True when the other one turned to the end of the meeting, and this person did not. */
  readonly theyTurned: boolean;
  /** Number of the meeting that was just finished, until it is dismissed. */
  readonly finished: number | null;
}

/** Where this device is in the meeting, and the ways from there (PRACTICE A9: nothing moves by itself). */
export function useHere(store: SeriesStore, view: SeriesView): Here {
  const { host, client } = useApp();
  const { user } = host.context;
  const kept = useMemo(() => keepPlace(openDeviceStore(user), view.id), [user, view.id]);
  const { me, meeting, lastMeeting } = view;
  const { number, state, topic } = meeting;
  const [place, setPlace] = useState(
    () => (state === 'planned' ? null : kept.read(number)) ?? atAgenda(number),
  );
  const [last, setLast] = useState(view);
  const [finished, setFinished] = useState<number | null>(null);
  const [moves, setMoves] = useState(0);
  const same = number === place.number;
  // A page that nobody looks at goes on by itself, and so does every device of whoever finished.
  const waits = number > place.number && last.meeting.state !== 'planned';
  const over = waits && !document.hidden && lastMeeting?.by !== me;
  if (!over && last !== view) setLast(view);
  if (!same && !over) setPlace(atAgenda(number));

  const latest = useRef({ place, view, over });
  useEffect(() => {
    latest.current = { place, view, over };
  });

  const move = useCallback(
    (change: Partial<Place>) => {
      const next = { ...latest.current.place, ...change };
      latest.current.place = next;
      setPlace(next);
      kept.write(next);
    },
    [kept],
  );

  const ways = useMemo(
    () =>
      createWays({ store, host, client, now: () => latest.current, move, setFinished, setMoves }),
    [store, host, client, move],
  );

  return {
    place,
    shown: over ? last : view,
    over,
    theirs: !over && state === 'live' && meeting.by !== me && topic !== place.topic ? topic : null,
    theyTurned: state === 'wrappingUp' && meeting.by !== me,
    finished,
    moves,
    ...ways,
  };
}
