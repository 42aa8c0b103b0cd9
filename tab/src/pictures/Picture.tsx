import { useId, type ReactNode } from 'react';
import text from '../parts/text.module.css';
import styles from './pictures.module.css';

interface Props {
  readonly title: string;
  /** What it says and what it does not. */
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One picture under its own heading. */
export function Picture({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['picture']}>
      <h3 id={id} className={styles['title']}>
        {title}
      </h3>
      {lead ? <p className={text['quiet']}>{lead}</p> : null}
      {children}
    </section>
  );
}
