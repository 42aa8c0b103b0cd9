import type { Needs } from '@rapport/domain/needs';
import type { Seat } from '@rapport/domain/series';
import { useEffect, useRef } from 'react';
import type { Reading } from '../client/state';
import { Face } from '../parts/Face';
import { ForwardIcon } from '../parts/moreIcons';
import { useWords } from '../words/useWords';
import styles from './home.module.css';
import { sayLine } from './sayNeeds';

interface Props {
  readonly seat: Seat;
  readonly reading: Reading<Needs> | undefined;
  readonly now: number;
  /** The line came into view, or nearly. */
  readonly onSeen: () => void;
  readonly onOpen: () => void;
}

/** One 1:1: with whom, when next, what waits. All lines look alike, whatever they say. */
export function HomeRow({ seat, reading, now, onSeen, onOpen }: Props) {
  const words = useWords();
  const line = useRef<HTMLLIElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    if (!line.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        seen.current();
      },
      { rootMargin: '200px' },
    );
    observer.observe(line.current);
    return () => observer.disconnect();
  }, []);
  const { second, needs } = sayLine(words, seat, reading, now);
  return (
    <li ref={line}>
      <button type="button" className={styles['seat']} onClick={onOpen}>
        <Face name={seat.other} />
        <span className={styles['words']}>
          <span className={styles['name']}>{seat.other ?? words.t('series.titleUnnamed')}</span>
          <span className={styles['second']}>{second}</span>
          {needs.map((need) => (
            <span key={need} className={styles['need']}>
              {need}
            </span>
          ))}
        </span>
        <span className={styles['go']}>
          <ForwardIcon />
        </span>
      </button>
    </li>
  );
}
