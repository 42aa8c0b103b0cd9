import { openActions } from '@rapport/domain/action';
import { needsQuestions } from '@rapport/domain/question';
import { useRef, useState } from 'react';
import { Disclosure } from '../parts/Disclosure';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './MeetingFoot.module.css';
import { MomentWish } from './MomentWish';
import { NoteList, notesOn } from './NoteList';
import { Promises } from './Promises';
import { Questions } from './Questions';
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
  const [asked, setAsked] = useState<'about' | 'questions' | null>(null);
  const live = view.meeting.state !== 'planned';
  const [wished] = useState(!live);
  // In a meeting nothing arrives, also no question to answer because the other one answered it just now.
  const left = useRef(view.subjectsLeft);
  if (!live && asked !== 'about') left.current = view.subjectsLeft;
  const few = needsQuestions(view.topics);
  // Of the two one at a time: before a meeting there is peace to answer, in it there is something to talk about.
  const offered = left.current > 0 && !(live && few) ? 'about' : few ? 'questions' : null;
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
      {live && !wished ? null : (
        // Its place stays when the other one begins the meeting, so that nothing below it moves.
        <div key={String(live)} className={live ? styles['off'] : undefined}>
          <Disclosure summary={t('moment.title')}>
            <MomentWish session={session} />
          </Disclosure>
        </div>
      )}
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
          <div className={shown === 'about' ? undefined : styles['off']}>
            <Disclosure
              summary={t('about.line', { count: left.current })}
              onOpen={() => setAsked('about')}
            >
              <AboutUsNow session={session} />
              {few ? (
                <Disclosure summary={t('questions.need')}>
                  <Questions session={session} />
                </Disclosure>
              ) : null}
            </Disclosure>
          </div>
        ) : null}
        {shown === 'questions' ? (
          <Disclosure summary={t('questions.need')} onOpen={() => setAsked('questions')}>
            <Questions session={session} />
          </Disclosure>
        ) : null}
      </div>
    </div>
  );
}
