import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';
import type { SeriesState, SeriesStore } from '../client/state';
import AsksWaiting from '../ledger/AsksWaiting';
import { RhythmLine } from '../rhythm/RhythmLine';
import ConcernNotices from '../concerns/ConcernNotices';
import AfterCall from './AfterCall';

interface Props {
  readonly store: SeriesStore;
  readonly state: SeriesState;
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
}

/**
 * What is for between two meetings, above the agenda. Somebody may be writing there when the other one begins the
 * next: it stays for them until they go on themselves, and nothing takes it from under their hands (PRACTICE A9).
 */
export default function Between({ store, state, view, name }: Props) {
  const { meeting, me } = view;
  const planned = meeting.state === 'planned';
  const [here, setHere] = useState(planned);
  const now = planned || (here && meeting.by !== me);
  if (now !== here) setHere(now);
  if (!now) return null;
  return (
    <>
      {name ? <RhythmLine view={view} name={name} /> : null}
      {name && view.asks.some(({ by }) => by !== me) ? (
        <AsksWaiting view={view} name={name} />
      ) : null}
      {name && me === 'report' && planned ? <ConcernNotices view={view} name={name} /> : null}
      <AfterCall store={store} state={state} view={view} />
    </>
  );
}
