import { Button } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { later } from './later';
import type { SeriesState, SeriesStore } from '../client/state';
import type { Here } from '../meeting/useHere';
import { useMeeting } from '../meeting/useMeeting';
import { folded } from '../sections/folded';
import { useWords } from '../words/useWords';
import { AddBox, type AddBoxHandle } from './AddBox';
import styles from './Agenda.module.css';
import { groupsOf, hasLeft, sayBoth } from './groups';
import { LockIcon, PeopleIcon, UndoIcon } from './icons';
import { TopicGroup } from './TopicGroup';
import { useAgenda } from './useAgenda';
import { useAnnouncer } from './Announcer';
import { useDragging } from './useDragging';
import { useWayHere } from './useWay';

const MeetingFoot = later(() => import('../meeting/MeetingFoot'));
const AgendaStart = later(() => import('../agendas/AgendaStart'));
const Refused = later(() => import('./Refused'), true);
const MeetingBar = later(() => import('../meeting/MeetingBar'), true);
// Pressed for as two people part: it is there without a connection, and says so where it cannot be.
const WrapUp = folded(() => import('../meeting/WrapUp'));
const StillYours = later(() => import('../leaving/StillYours'));
const Apart = later(() => import('./Apart'), true);

interface Props {
  readonly store: SeriesStore;
  readonly state: SeriesState;
  readonly view: SeriesView;
  /** Beside a meeting. */
  readonly dense: boolean;
  /** Where this device is in the meeting. */
  readonly place: Here;
}

/** The live agenda of two people, the report's topics first, and its meeting. */
export function Agenda({ store, state, view: latest, dense, place }: Props) {
  const words = useWords();
  const { t } = words;
  const [region, announce] = useAnnouncer();
  const box = useRef<AddBoxHandle>(null);
  const { agenda: root } = useWayHere();
  const nextAt = useRef<string | null>(null);
  const followed = useRef<string | null>(null);
  const follow = useCallback((id: string) => {
    followed.current = id;
  }, []);
  const onNext = useCallback((at: string | null) => {
    nextAt.current = at;
  }, []);
  const { actions, removed } = useAgenda({
    store: place.store,
    undo: state.undo,
    announce,
    follow,
  });
  const take = useCallback((lost: string) => box.current?.take(lost), []);
  const meeting = useMeeting({
    here: place,
    rows: root,
    state,
    view: latest,
    announce,
    undo: actions.undo,
    take,
  });
  const { view, here, session } = meeting;
  const dragging = useDragging();
  // Once there it keeps its place in the meeting, so that nothing moves when the other one begins it.
  const planned = view.meeting.state === 'planned';
  const [prepares, setPrepares] = useState(planned);
  // Decided as the page opens: nothing folds by itself in the middle of a meeting.
  const [apart] = useState(dense || !planned);
  if (planned && !prepares) setPrepares(true);

  useEffect(() => {
    if (!followed.current) return;
    const row = root.current?.querySelector(`[data-topic="${CSS.escape(followed.current)}"]`);
    row?.querySelector<HTMLElement>('[data-more]')?.focus();
    followed.current = null;
  });

  const both = sayBoth(words, otherName(view));
  const ended = hasLeft(view);
  const atEnd = session !== null && here.place.at === 'end';
  const count = state.unsent.size;
  const offline = state.lasting
    ? t('agenda.offline', { count })
    : t('agenda.offlineOpenPage', { count });
  const refused =
    state.refused.length > 0 ? (
      <Suspense fallback={null}>
        <Refused refused={state.refused} onCopy={take} onDismiss={(id) => store.dismiss(id)} />
      </Suspense>
    ) : null;
  return (
    <div
      ref={root}
      role="group"
      tabIndex={-1}
      aria-label={t('agenda.label')}
      className={styles['agenda']}
    >
      <div className={styles['lists']} hidden={atEnd}>
        {session && meeting.moment !== 'none' ? (
          <p className={styles['moment']}>
            {t(meeting.moment === 'soon' ? 'moment.lineSoon' : 'moment.line')}
          </p>
        ) : null}
        <AddBox ref={box} both={both} closed={ended} onAdd={actions.add} />
        {ended ? null : (
          <div className={styles['bar']}>
            <p className={styles['state']} role="status">
              {state.offline ? offline : null}
            </p>
            <Button
              size="small"
              appearance="subtle"
              icon={<UndoIcon />}
              className={styles['undo']}
              disabledFocusable={state.undo === null}
              onClick={actions.undo}
            >
              {t('undo')}
            </Button>
          </div>
        )}
        {refused}
        {groupsOf(words, view, removed).map((group) => {
          const own = group.page === 'onlyMe';
          const topics = (
            <TopicGroup
              key={group.key}
              group={group}
              icon={own ? <LockIcon /> : <PeopleIcon />}
              share={own ? t('topic.share', { both }) : null}
              fixed={ended}
              unsent={state.unsent}
              removed={removed}
              actions={actions}
              dragging={dragging}
              talk={own ? null : meeting.talk}
            />
          );
          return own && apart ? (
            <Suspense key={group.key} fallback={null}>
              <Apart count={group.topics.length}>{topics}</Apart>
            </Suspense>
          ) : (
            topics
          );
        })}
        {session ? (
          <Suspense fallback={null}>
            <MeetingFoot session={session} quiet={meeting.quiet} />
          </Suspense>
        ) : null}
        {ended ? (
          <Suspense fallback={null}>
            <StillYours view={view} />
          </Suspense>
        ) : prepares ? (
          <Suspense fallback={null}>
            <AgendaStart
              view={view}
              both={both}
              quiet={here.place.topic !== null}
              store={place.store}
              announce={announce}
            />
          </Suspense>
        ) : null}
      </div>
      {atEnd ? (
        <Suspense fallback={<div className={styles['end']} />}>
          {refused}
          <WrapUp session={session} onNext={onNext} />
        </Suspense>
      ) : null}
      {session ? (
        <Suspense fallback={null}>
          <MeetingBar
            here={here}
            dense={dense}
            name={session.name}
            soon={meeting.soon}
            left={meeting.left}
            nextAt={() => nextAt.current}
            announce={announce}
          />
        </Suspense>
      ) : null}
      {region}
    </div>
  );
}
