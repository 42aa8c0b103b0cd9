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
  // Of the two one at a time: before the meeting there is peace to answer, in it there is something to talk about.
  const offersQuestions = needsQuestions(view.topics);
  const offersAbout =
    view.subjectsLeft > 0 && (view.meeting.state === 'planned' || !offersQuestions);
  const most = useRef(0);
  most.current = Math.max(most.current, view.subjectsLeft);
  const left = asked === 'about' ? most.current : view.subjectsLeft;
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
      {view.meeting.state === 'planned' ? (
        <Disclosure summary={t('moment.title')}>
          <MomentWish session={session} />
        </Disclosure>
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
        {asked === 'about' || (asked === null && !quiet && offersAbout) ? (
          <Disclosure summary={t('about.line', { count: left })} onOpen={() => setAsked('about')}>
            <AboutUsNow session={session} />
            {offersQuestions ? (
              <Disclosure summary={t('questions.need')}>
                <Questions session={session} />
              </Disclosure>
            ) : null}
          </Disclosure>
        ) : asked === 'questions' || (offersQuestions && !quiet) ? (
          <Disclosure summary={t('questions.need')} onOpen={() => setAsked('questions')}>
            <Questions session={session} />
          </Disclosure>
        ) : null}
      </div>
    </div>
  );
}
