import { useRef } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { LockIcon } from '../parts/icons';
import { hasLeft } from '../parts/groups';
import { Terms } from '../parts/Terms';
import text from '../parts/text.module.css';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import { CommonConcern } from './CommonConcern';
import styles from './sections.module.css';
import type { SectionProps } from './sectionProps';
import { TermsAnswer } from './TermsAnswer';

/** The terms of this 1:1: the words that hold, who agreed and when, what waits until both did (PRACTICE C6). */
export function Agreement({ view, name, onChanged }: SectionProps) {
  const { t, date } = useWords();
  const region = useRef<HTMLDivElement>(null);
  useHeldFocus(region);
  const { newest, inForce } = view.terms;
  const me = view[view.me];
  const other = view.me === 'manager' ? view.report : view.manager;
  const reader = {
    reader: view.me,
    report: view.me === 'manager' ? name : null,
    labels: view.labels,
  };
  const mine = me?.agreedAt
    ? t('agreement.youAgreed', { date: date(me.agreedAt) })
    : t('agreement.youNotYet');
  const theirs = other?.agreedAt
    ? t('agreement.theyAgreed', { name: name ?? '', date: date(other.agreedAt) })
    : t('agreement.theyNotYet', { name: name ?? '' });
  const settled = me?.agreedTo === newest;
  return (
    <div ref={region} tabIndex={-1} className={text['stack']}>
      <Terms {...reader} version={inForce ?? newest} />
      <p>
        {mine} {name ? theirs : null}
      </p>
      {inForce === null ? (
        <p className={styles['line']}>
          <LockIcon />
          <span>{t('agreement.untilBoth')}</span>
        </p>
      ) : null}
      {inForce !== null && inForce !== newest ? (
        <>
          <p>{settled ? t('agreement.olderHold', { name: name ?? '' }) : t('agreement.newer')}</p>
          <Disclosure summary={t('agreement.readNewer')}>
            <Terms {...reader} version={newest} />
          </Disclosure>
        </>
      ) : null}
      {settled || hasLeft(view) ? null : <TermsAnswer view={view} onChanged={onChanged} />}
      <CommonConcern view={view} onChanged={onChanged} />
    </div>
  );
}
