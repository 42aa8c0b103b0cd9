import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  readonly tone?: 'calm' | 'warning' | 'error' | 'good';
  /** Read out when it appears; `alert` interrupts, so only for what went wrong. */
  readonly role?: 'status' | 'alert';
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A line or two that stand out, with what can be done about them. */
export function Notice({ tone = 'calm', role, actions, children }: Props) {
  return (
    <div className={`${styles['notice']} ${styles[tone]}`} role={role}>
      <div className={styles['words']}>{children}</div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  );
}
