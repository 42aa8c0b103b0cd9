import type { SeriesView } from '@rapport/domain/series';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import styles from './Page.module.css';

// What does not arrive on a bad connection must not take the page away; the next load tries again.
const nothing = { default: () => <></> };
const TermsFoot = lazy(() => import('./TermsFoot').catch(() => nothing));

interface Props {
  readonly title: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** Above the title: the way back. */
  readonly back?: ReactNode;
  /** Beside the title: what one comes here to do. */
  readonly action?: ReactNode;
  /** True after moving here inside the page: the title takes the focus, so that it is read out. */
  readonly arrived?: boolean;
  readonly dense?: boolean;
  /** The 1:1 whose terms the page ends with; `shown`: they stand on it already. */
  readonly terms?: SeriesView | 'shown' | null;
  readonly children: ReactNode;
}

/** One screen: the landmark, its one heading, its measure. */
export function Page({ title, lead, back, action, ...rest }: Props) {
  const { arrived = false, dense = false, terms = null, children } = rest;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not while somebody writes elsewhere in the host: the page may have changed by itself.
    if (arrived && document.hasFocus()) heading.current?.focus();
  }, [arrived]);
  return (
    <main className={dense ? `${styles['page']} ${styles['dense']}` : styles['page']}>
      {back ? <div className={styles['back']}>{back}</div> : null}
      <header className={styles['header']}>
        <div className={styles['top']}>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {action}
        </div>
        {lead ? <p className={styles['lead']}>{lead}</p> : null}
      </header>
      {children}
      {terms === 'shown' ? null : (
        <Suspense fallback={null}>
          <TermsFoot view={terms} />
        </Suspense>
      )}
    </main>
  );
}
