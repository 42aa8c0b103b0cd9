import { useId, type ReactNode } from 'react';
import styles from './FoldGroup.module.css';

interface Props {
  readonly title: string;
  /** Folded sections, each a `Disclosure`. */
  readonly children: ReactNode;
}

/** Folded sections that belong together, close to each other under a quiet heading. */
export function FoldGroup({ title, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['group']}>
      <h2 id={id} className={styles['title']}>
        {title}
      </h2>
      <div className={styles['folds']}>{children}</div>
    </section>
  );
}
