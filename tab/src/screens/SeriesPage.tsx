import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { Suspense, useMemo, type ReactNode } from 'react';
import { later } from '../parts/later';
import { withoutFeedback } from '../feedback/refused';
import type { SeriesState, SeriesStore } from '../client/state';
import { useHere } from '../meeting/useHere';
import { Agenda } from '../parts/Agenda';
import { useWay, WayContext } from '../parts/useWay';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Skeleton } from '../parts/Skeleton';
import { hasLeft, sayAccess } from '../parts/groups';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { sayRhythm, shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { Gone } from './Gone';

const SeriesStatus = later(() => import('./SeriesStatus'));
const Between = later(() => import('../feedback/Between'));
const SeriesSections = later(() => import('../sections/SeriesSections'));

interface Props {
  readonly seriesId: string;
  readonly back?: ReactNode;
  readonly arrived?: boolean;
  /** In a meeting: the agenda alone, close together. */
  readonly dense?: boolean;
  readonly onLeft?: () => void;
}

/** One 1:1: whom with, what stands in the way of it, the live agenda, and what belongs to it. */
export function SeriesPage({ seriesId, back, arrived = false, dense = false, onLeft }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const store = useMemo(() => client.series(seriesId), [client, seriesId]);
  const state = useLive(store);
  const { reading } = state;

  if (reading.status === 'loading') return <Skeleton dense={dense} />;
  if (reading.status === 'gone') return <Gone kind="series" back={back} dense={dense} />;
  if (reading.status === 'failed') {
    return (
      <Page title={t('failed.title')} back={back} dense={dense}>
        <Problem refusal={reading.refusal} onRetry={() => void store.refresh()} />
      </Page>
    );
  }
  const view = reading.value;
  const name = otherName(view);
  const access = sayAccess(words, view);
  const rhythm = sayRhythm(words, view.rhythm, view.minutes);
  return (
    <Page
      title={name ? t('series.title', { name }) : t('series.titleUnnamed')}
      lead={dense ? access : t('series.lead', { rhythm, access })}
      back={back}
      arrived={arrived}
      dense={dense}
      terms={dense ? view : 'shown'}
    >
      <Standing {...{ store, state, view, dense, onLeft }} />
    </Page>
  );
}

interface StandingProps extends Required<Pick<Props, 'dense'>> {
  readonly store: SeriesStore;
  readonly state: SeriesState;
  readonly view: SeriesView;
  readonly onLeft: (() => void) | undefined;
}

/** All of it below the title, at the place in the meeting where this device is. */
function Standing({ store, state, view, dense, onLeft }: StandingProps) {
  const here = useHere(store, view);
  // One for all of it: what is folded away, all of it is.
  const way = useWay(view, here.over);
  const name = otherName(view);
  return (
    <WayContext.Provider value={way}>
      {standsInTheWay(view, dense) ? (
        <Suspense fallback={null}>
          <SeriesStatus view={view} onChanged={() => void store.refresh()} />
        </Suspense>
      ) : null}
      {dense ? null : (
        <Suspense fallback={null}>
          <Between {...{ store, state, view }} name={name ? shortName(name) : null} />
        </Suspense>
      )}
      <Agenda store={store} state={withoutFeedback(state)} view={view} dense={dense} place={here} />
      {dense ? null : (
        <Suspense fallback={null}>
          <SeriesSections view={view} onChanged={() => void store.refresh()} onLeft={onLeft} />
        </Suspense>
      )}
    </WayContext.Provider>
  );
}

/** Something to be said or decided before the agenda; not beside a meeting, where it can wait (PRACTICE A9). */
const standsInTheWay = (view: SeriesView, dense: boolean): boolean =>
  view.invitation !== null ||
  view.joinRequest !== null ||
  hasLeft(view) ||
  (view.origin !== undefined && !dense) ||
  (view.retention.coming !== null && !dense) ||
  (view.terms.unanswered && !dense);
