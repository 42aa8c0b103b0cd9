import text from '../parts/text.module.css';
import styles from './ClockNote.module.css';

/** Beside a day and a time: what clocks do that night, read out as it comes up. It takes no room while there is nothing. */
export function ClockNote({ children }: { readonly children: string | null }) {
  return (
    <p role="status" className={`${text['quiet']} ${styles['note']}`}>
      {children}
    </p>
  );
}
