import { useId } from 'react';
import styles from './DateBox.module.css';

interface Props {
  readonly label: string;
  readonly type: 'date' | 'time';
  /** `2026-03-05` or `10:00`; empty: not said. */
  readonly value: string;
  readonly min?: string;
  readonly onChange: (value: string) => void;
}

/** The browser's own field for a day or a time, in the person's own spelling. */
export function DateBox({ label, onChange, ...input }: Props) {
  const id = useId();
  return (
    <span className={styles['box']}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={styles['input']}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
