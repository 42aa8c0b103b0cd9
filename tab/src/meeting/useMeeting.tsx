import type { AgendaCommand } from '@rapport/domain/agenda';
import type { SeriesView } from '@rapport/domain/series';
import type { Topic } from '@rapport/domain/topic';
import { otherName } from '@rapport/domain/view';
import { Suspense, useEffect, useMemo, useRef, type RefObject } from 'react';
import { later } from '../parts/later';
import type { SeriesState } from '../client/state';
import { hasLeft, sayBoth } from '../parts/groups';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import type { Session } from './session';
import type { Talk } from './TopicTalk';
import styles from './TopicTalk.module.css';
import type { Here } from './useHere';
import { useHand } from './useHand';
import { useMoment } from './useMoment';
import { useMinutesLeft } from './useMinutesLeft';
import { useBefore } from './useBefore';
import { useStill } from './useStill';
import { useStatus } from './useStatus';
import { wantedTopic } from './wanted';

const TopicOpen = later(() => import('./TopicOpen'), true);
const TopicLevel = later(() => import('./TopicLevel'));
const StatusHint = later(() => import('./StatusHint'));
const StillWanted = later(() => import('./StillWanted'));

const SOON_MINUTES = 5;

interface Asked {
  readonly here: Here;
  /** Where the agenda's rows are. */
  readonly rows: RefObject<HTMLElement>;
  readonly state: SeriesState;
  readonly view: SeriesView;
  readonly announce: (words: string) => void;
  readonly undo: () => void;
  /** Takes words that would otherwise be lost. */
  readonly take: (words: string) => void;
}

/** The meeting around an agenda: where this device is in it, and what each topic's row shows of it. */
export function useMeeting({ here, rows, state, view: latest, announce, undo, take }: Asked) {
  const words = useWords();
  const { t } = words;
  const { place, store } = here;
  const live = here.shown.meeting.state !== 'planned';
  const hand = useHand(rows, live);
  const view = useStill(here.shown, place.topic !== null || (live && hand), here.moves);
  const planned = view.meeting.state === 'planned';
  const gone = view.meeting.by === view.me || place.topic !== null;
  const wanted = useBefore(wantedTopic(view), planned, gone);
  const status = useStatus(view, place.topic !== null || wanted !== null);
  const asking = useBefore(status.asking, planned, gone);
  const moment = useMoment(view);
  const drafts = useRef(new Map<string, string>());
  const running = view.meeting.state !== 'planned' && !here.over;
  const left = useMinutesLeft(running ? view.meeting.endsAt : null);
  const soon = left !== null && left <= SOON_MINUTES;

  const full = otherName(view);
  const other = view.me === 'manager' ? view.report : view.manager;
  const meets = full !== null && other?.joined === true && !hasLeft(view);
  const name = full ? shortName(full) : '';
  const both = sayBoth(words, full);
  const undoes = state.undo;
  const session = useMemo(
    (): Session | null =>
      meets
        ? {
            view,
            name,
            both,
            undoes,
            undo,
            store,
            announce,
            send(command: AgendaCommand, said: WordsKey) {
              store.send(command);
              announce(t(said));
            },
          }
        : null,
    [meets, view, name, both, undoes, undo, store, announce, t],
  );

  const theirs = view.topics.find(({ id }) => id === here.theirs)?.text ?? '';
  useEffect(() => {
    if (theirs) announce(t('talk.theyOpened', { name, topic: theirs }));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- said when they go there, not when it is reworded
  }, [here.theirs]);

  const goOn = () => {
    const standing = new Set(latest.topics.map(({ id }) => id));
    const lost = [...drafts.current].filter(([id, draft]) => draft.trim() && !standing.has(id));
    for (const [id] of lost) drafts.current.delete(id);
    here.goOn();
    if (lost.length > 0) take(lost.map(([, draft]) => draft.trim()).join(' '));
  };

  const keep = (id: string) => {
    store.send({ type: 'keepTopic', id, kept: true });
    announce(t('said.kept'));
  };

  const talk = (topic: Topic, remove: () => void): Talk => {
    const open = place.topic === topic.id;
    return {
      open,
      dimmed: place.topic !== null && !open,
      here: here.theirs === topic.id ? t('talk.here', { name }) : null,
      onToggle: () => here.toggle(topic.id),
      content:
        open && session ? (
          <Suspense fallback={<div className={styles['waiting']} />}>
            <TopicOpen
              session={session}
              topic={topic}
              drafts={drafts.current}
              onFold={() => here.toggle(topic.id)}
            />
          </Suspense>
        ) : null,
      more:
        session && topic.by === view.me ? (
          <Suspense fallback={null}>
            <TopicLevel session={session} topic={topic} />
          </Suspense>
        ) : null,
      asks:
        wanted === topic.id ? (
          <Suspense fallback={null}>
            <StillWanted topic={topic} onKeep={() => keep(topic.id)} onRemove={remove} />
          </Suspense>
        ) : session && asking === topic.id ? (
          <Suspense fallback={null}>
            <StatusHint session={session} topic={topic} onLeft={status.again} />
          </Suspense>
        ) : null,
    };
  };

  return {
    here: { ...here, goOn },
    view,
    session,
    /** The other one's wish for the beginning. */
    moment,
    left,
    soon,
    /** True while something else is asked here, or a topic is open. */
    quiet: place.topic !== null || (wanted ?? asking) !== null || (soon && view.me === 'manager'),
    talk: session ? talk : null,
  };
}
