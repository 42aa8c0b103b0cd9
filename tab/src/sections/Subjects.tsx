import type { AboutUsView, Answer, Subject } from '@rapport/domain/aboutUs';
import type { SeriesView } from '@rapport/domain/series';
import { hasLeft } from '../parts/groups';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './aboutUs.module.css';
import { MyAnswer } from './MyAnswer';
import { Said } from './Said';

export interface SubjectsProps {
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
  readonly about: AboutUsView;
  readonly questions: Readonly<Partial<Record<Subject, string>>>;
  /** Only what still waits for an answer: before a meeting. */
  readonly openOnly?: boolean;
  readonly announce: (words: string) => void;
}

/** One card for each subject: the question, both answers side by side, one's own to write (PRACTICE A4). */
export function Subjects({
  view,
  name,
  about,
  questions,
  openOnly = false,
  announce,
}: SubjectsProps) {
  const { t } = useWords();
  const said = (subject: Subject, mine: boolean): Answer | null =>
    about.answers.find((one) => one.subject === subject && (one.by === view.me) === mine) ?? null;
  const ended = hasLeft(view);
  const subjects = about.subjects.filter(
    (one) => !openOnly || (one.mine === 'open' && one.meeting === view.meeting.number),
  );
  const shown = subjects.filter(
    (one) => !ended || said(one.subject, true) || said(one.subject, false),
  );
  if (shown.length === 0) {
    const yet = view.me === 'report' && name ? t('about.noneYet', { name }) : t('about.none');
    const none = ended ? t('about.noneLeft') : yet;
    return <p className={text['quiet']}>{openOnly ? t('about.allDone') : none}</p>;
  }
  return (
    <ul className={styles['subjects']}>
      {shown.map((one) => {
        const theirs = said(one.subject, false);
        return (
          <li key={one.subject} className={styles['subject']}>
            <h3 className={styles['question']}>{questions[one.subject] ?? ''}</h3>
            {theirs && name ? <TheirAnswer name={name} answer={theirs} /> : null}
            <MyAnswer
              seriesId={view.id}
              subject={one.subject}
              question={questions[one.subject] ?? ''}
              state={one.mine}
              answer={said(one.subject, true)}
              fixed={ended}
              announce={announce}
            />
          </li>
        );
      })}
    </ul>
  );
}

function TheirAnswer({ name, answer }: { readonly name: string; readonly answer: Answer }) {
  return (
    <div>
      <p className={styles['by']}>{name}</p>
      <Said answer={answer} />
    </div>
  );
}
