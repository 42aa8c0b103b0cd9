import { useState, type ReactNode } from 'react';
import { useNamed } from './Named';
import styles from './Disclosure.module.css';

interface Props {
  readonly summary: string;
  /** `section` looks like a heading of the page, `line` like a link in the text. */
  readonly look?: 'line' | 'section';
  /** Unfolded from the start. */
  readonly open?: boolean;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** Something one press away. What is inside is rendered once it was opened. */
export function Disclosure({ summary, look = 'line', open = false, onOpen, children }: Props) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      className={styles[look]}
      open={open}
      onToggle={({ currentTarget }) => {
        if (!currentTarget.open) return;
        setOpened(true);
        onOpen?.();
      }}
    >
      <summary {...useNamed(summary)}>{summary}</summary>
      <div className={styles['content']}>{opened ? children : null}</div>
    </details>
  );
}
