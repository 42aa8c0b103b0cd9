import { useCallback, useState, type ReactElement } from 'react';
import text from './text.module.css';

/** Something to be read out; the count makes the same words twice two announcements. */
interface Said {
  readonly words: string;
  readonly count: number;
}

/** @returns the polite live region to render once, and the function that speaks through it */
export function useAnnouncer(): readonly [ReactElement, (words: string) => void] {
  const [said, setSaid] = useState<Said>({ words: '', count: 0 });
  const announce = useCallback((words: string) => {
    setSaid(({ count }) => ({ words, count: count + 1 }));
  }, []);
  const region = (
    <div className={text['hidden']} aria-live="polite" aria-atomic>
      <span key={said.count}>{said.words}</span>
    </div>
  );
  return [region, announce];
}
