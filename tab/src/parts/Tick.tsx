import type { ReactNode } from 'react';
import { useNamed } from './Named';
import styles from './Tick.module.css';

interface Props {
  /** What is ticked: in the language of the app, or in words of a person, then `dir="auto"` on them. */
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** One of several that exclude each other, and by what they belong together. */
  readonly oneOf?: string;
  readonly describedBy?: string;
}

/** A box to tick, as tall as a finger. */
export function Tick({ children, checked, onChange, oneOf, describedBy }: Props) {
  return (
    <label className={styles['tick']}>
      <input
        {...useNamed(children)}
        type={oneOf === undefined ? 'checkbox' : 'radio'}
        name={oneOf}
        checked={checked}
        aria-describedby={describedBy}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
