import type { ReactNode } from 'react';
import { Disclosure } from '../parts/Disclosure';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';

interface Props {
  /** How many there are of what is not over yet. */
  readonly counts: { readonly drafts: number; readonly asked: number; readonly given: number };
  /** Whether it is unfolded without being pressed. */
  readonly open: boolean;
  readonly children: ReactNode;
}

/** What needs nothing of its reader: begun, asked for, given, and over; one line above the agenda. */
export function SoFar({ counts: { drafts, asked, given }, open, children }: Props) {
  const { t } = useWords();
  const parts = [
    t('soFar.title'),
    ...(drafts > 0 ? [t('soFar.drafts', { count: drafts })] : []),
    ...(given > 0 ? [t('soFar.given', { count: given })] : []),
    ...(asked > 0 ? [t('soFar.asked', { count: asked })] : []),
  ];
  return (
    <Disclosure summary={parts.join(' · ')} open={open}>
      <div className={styles['stack']}>{children}</div>
    </Disclosure>
  );
}
