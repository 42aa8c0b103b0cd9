import { useState, type ReactNode } from 'react';
import styles from './Disclosure.module.css';

interface Props {
  readonly summary: string;
  /** `section` looks like a heading of the page, `line` like a link in the text. */
  readonly look?: 'line' | 'section';
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** Something one press away. What is inside is rendered once it was opened. */
export function Disclosure({ summary, look = 'line', onOpen, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className={styles[look]}
      onToggle={({ currentTarget }) => {
        if (!currentTarget.open) return;
        setOpened(true);
        onOpen?.();
      }}
    >
      <summary>{summary}</summary>
      <div className={styles['content']}>{opened ? children : null}</div>
    </details>
  );
}
