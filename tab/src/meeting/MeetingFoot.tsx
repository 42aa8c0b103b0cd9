import { openActions } from '@rapport/domain/action';
import { useRef, useState } from 'react';
import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './MeetingFoot.module.css';
import { NeedQuestion, useQuestionNeed } from './NeedQuestion';
import { MomentWish } from './MomentWish';
import { NoteList, notesOn } from './NoteList';
import { Promises } from './Promises';
import type { Session } from './session';
import { AboutUsNow } from '../sections/AboutUsNow';
import { changedSince } from './since';

interface Props {
  readonly session: Session;
  /** True while something else is asked, or a topic is open: one prompt at a time (PRACTICE A9). */
  readonly quiet: boolean;
}

/** Below the topics: the promises, what changed since last time, and questions where few topics stand. */
export default function MeetingFoot({ session, quiet }: Props) {
  const { t, date } = useWords();
  const { view } = session;
  // What changed before this page was opened; what happens in front of one is no news.
  const [since] = useState(() => changedSince(view));
  // Once, in the meeting after (PRACTICE B1), for as long as this page stands: nothing moves when it is answered.
  const [broughtBack] = useState(() =>
    view.loops.filter((loop) => !loop.answered && loop.broughtBack === view.meeting.number),
  );
  // What is for before the meeting keeps its place in it, so that nothing moves when the other one begins.
  const planned = view.meeting.state === 'planned';
  const [prepares, setPrepares] = useState(planned);
  if (planned && !prepares) setPrepares(true);
  const [asked, setAsked] = useState<'about' | 'questions' | null>(null);
  // In a meeting nothing arrives, also no question to answer because the other one answered it just now.
  const left = useRef(view.subjectsLeft);
  if (planned && asked !== 'about') left.current = view.subjectsLeft;
  // Questions opened below "about us": they stay, however many topics stand by now.
  const [within, setWithin] = useState(false);
  // Of the two one at a time: before a meeting there is peace to answer, in it there is something to talk about.
  const { needed, stale } = useQuestionNeed(view);
  const offered = left.current > 0 && (planned || !needed) ? 'about' : needed ? 'questions' : null;
  const shown = asked ?? (quiet ? null : offered);
  const open = openActions(view.actions).length;
  const rest = notesOn(view, null);
  return (
    <div className={styles['foot']}>
      <Disclosure summary={t('promise.count', { count: open })}>
        <Promises session={session} />
      </Disclosure>
      {rest.length > 0 ? (
        <Disclosure summary={t('note.rest')}>
          <NoteList session={session} topic={null} />
        </Disclosure>
      ) : null}
      {prepares ? (
        <div className={planned ? undefined : styles['away']}>
          <Disclosure summary={t('moment.title')}>
            <MomentWish session={session} />
          </Disclosure>
        </div>
      ) : null}
      {since ? (
        <p className={text['quiet']}>
          {t('since.last', { name: session.name, topics: since.topics, done: since.done })}
        </p>
      ) : null}
      {broughtBack.map(({ id, from, at }) => (
        <p key={id} className={text['quiet']}>
          {from === view.me
            ? t('since.yoursUnanswered', { date: date(at) })
            : t('since.theirsUnanswered', { name: session.name, date: date(at) })}
        </p>
      ))}
      <div className={styles['line']}>
        {left.current > 0 ? (
          <div className={shown === 'about' ? undefined : styles['away']}>
            <Disclosure
              summary={t('about.line', { count: left.current })}
              onOpen={() => setAsked('about')}
            >
              <AboutUsNow session={session} />
              {needed || within ? (
                <NeedQuestion session={session} stale={stale} onOpen={() => setWithin(true)} />
              ) : null}
            </Disclosure>
          </div>
        ) : null}
        {shown === 'questions' ? (
          <NeedQuestion session={session} stale={stale} onOpen={() => setAsked('questions')} />
        ) : null}
      </div>
    </div>
  );
}
