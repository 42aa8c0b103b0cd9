import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id} className={styles['title']}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A calm surface for what belongs together. */
export const Card = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['card']}>{children}</div>
);
