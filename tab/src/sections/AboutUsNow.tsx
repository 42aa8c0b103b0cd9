import { useRef } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import type { Session } from '../meeting/session';
import { Subjects } from './Subjects';
import { useAboutUs } from './useAboutUs';

/** The questions of this meeting that still wait for one's own answer (PRACTICE A4). */
export function AboutUsNow({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const { view, name, both, announce } = session;
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const { reading, questions, retry } = useAboutUs(view.id);
  if (reading.status === 'failed') return <Problem refusal={reading.refusal} onRetry={retry} />;
  if (reading.status !== 'ready' || !questions) {
    return <p className={text['quiet']}>{t('loading')}</p>;
  }
  const readers = view.terms.inForce === null ? 'about.readsLater' : 'about.reads';
  return (
    <div ref={root} tabIndex={-1} className={text['tight']}>
      <p className={text['quiet']}>{t(readers, { both })}</p>
      <Subjects
        openOnly
        view={view}
        name={name}
        about={reading.value}
        questions={questions}
        announce={announce}
      />
    </div>
  );
}
