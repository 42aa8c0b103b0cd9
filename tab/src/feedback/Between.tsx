import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';
import type { SeriesState, SeriesStore } from '../client/state';
import AsksWaiting from '../ledger/AsksWaiting';
import { useAnnouncer } from '../parts/Announcer';
import { Room } from '../parts/GivesWay';
import { useWayHere } from '../parts/useWay';
import { RhythmLine } from '../rhythm/RhythmLine';
import { ConcernNotice, useConcernNotices } from '../concerns/ConcernNotice';
import { useWords } from '../words/useWords';
import AfterCall from './AfterCall';
import type { Waits } from './Waiting';

interface Props {
  readonly store: SeriesStore;
  readonly state: SeriesState;
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
}

/**
 * What is for between two meetings, above the agenda. When the other one begins the next, what somebody is writing
 * in stays until they go on themselves, and the rest gives way without anything that moves (PRACTICE A9).
 */
export default function Between({ store, state, view, name }: Props) {
  const way = useWayHere();
  const [region, announce] = useAnnouncer();
  const [here, setHere] = useState(way.calm);
  const now = way.calm || (here && !way.own);
  if (now !== here) setHere(now);
  if (!now) return null;
  // The same one in the meeting that the other one began: what stands in it stays (PRACTICE A9).
  const Rest = view.me === 'report' ? OfReport : OfManager;
  return (
    <>
      <Room>
        {name ? <RhythmLine view={view} name={name} /> : null}
        <Rest {...{ store, state, view, name, announce }} />
      </Room>
      {region}
    </>
  );
}

interface RestProps extends Props {
  readonly announce: (words: string) => void;
}

const OfManager = (props: RestProps) => <AfterCall {...props} also={asksOf(props)} />;

/** A report may also have a common concern to look at (PRACTICE C8). */
function OfReport(props: RestProps) {
  const { t, moment } = useWords();
  const { view, name, announce } = props;
  const { concerns, read, fine, accept, leave } = useConcernNotices(view);
  const shown = name ? concerns : [];
  const notices = shown.map((concern): Waits => {
    const { id, left } = concern;
    const done = left || fine.has(id);
    const onFine = () => {
      accept(id);
      announce(t('concern.noted', { date: moment(concern.until) }));
    };
    return {
      // What is fine gives its place to the next one.
      key: fine.has(id) ? `fine ${id}` : id,
      kind: done ? 'onItsWay' : 'concern',
      card: (
        <ConcernNotice
          concern={concern}
          name={name ?? ''}
          onFine={done ? null : onFine}
          onLeave={() => leave(id)}
        />
      ),
    };
  });
  return <AfterCall {...props} also={read ? [...asksOf(props), ...notices] : null} />;
}

/** Requests to share something, answered outside of a meeting (PRACTICE C6, E1). */
const asksOf = ({ view, name, announce }: RestProps): readonly Waits[] =>
  name && view.asks.some(({ by }) => by !== view.me)
    ? [{ key: 'asks', kind: 'ask', card: <AsksWaiting {...{ view, name, announce }} /> }]
    : [];
