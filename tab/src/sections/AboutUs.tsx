import { useRef } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { PeopleIcon } from '../parts/icons';
import { hasLeft, sayAccess } from '../parts/groups';
import { Problem } from '../parts/Problem';
import { Section } from '../parts/Section';
import text from '../parts/text.module.css';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import styles from './aboutUs.module.css';
import type { SectionProps } from './sectionProps';
import { Subjects } from './Subjects';
import { useAboutUs } from './useAboutUs';
import { Values } from './Values';

/** What the two know about each other, and what they care about in working together (PRACTICE A4, C2). */
export default function AboutUs({ view, name }: Omit<SectionProps, 'onChanged'>) {
  const words = useWords();
  const { t } = words;
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const { reading, questions, failed, retry } = useAboutUs(view.id);
  if (reading.status === 'failed') return <Problem refusal={reading.refusal} onRetry={retry} />;
  if (failed) {
    const unreachable = { code: 'unreachable', field: null, reference: null };
    return <Problem refusal={unreachable} onRetry={retry} />;
  }
  if (reading.status !== 'ready' || !questions) {
    return <p className={text['quiet']}>{t('loading')}</p>;
  }
  const both = name ? t('who.youAnd', { name }) : t('who.youAndWhoJoins');
  const readers = hasLeft(view) ? sayAccess(words, view) : t('about.reads', { both });
  const waits = view.terms.inForce === null && !hasLeft(view);
  return (
    <div ref={root} tabIndex={-1} className={styles['about']}>
      <p className={styles['who']}>
        <PeopleIcon />
        <span>{waits ? t('about.readsLater', { both }) : readers}</span>
      </p>
      <Subjects
        view={view}
        name={name}
        about={reading.value}
        questions={questions}
        announce={announce}
      />
      {view.format === 'structured' ? (
        <Section title={t('values.title')}>
          <Values view={view} name={name} values={reading.value.values} announce={announce} />
        </Section>
      ) : null}
      {region}
    </div>
  );
}
