import { useId } from 'react';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';

/** Where it stands before anybody thought of it, in per cent. */
const HALF = 50;

interface Props {
  readonly asks: string;
  /** In per cent, or null before it was answered. */
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

/**
 * A share of the talking as somebody remembers it (PRACTICE A8). What nobody touched is no memory of half and half;
 * who remembers just that presses the place where it stands, or the space bar.
 */
export function Estimate({ asks, value, onChange }: Props) {
  const { t } = useWords();
  const id = useId();
  const stands = value ?? HALF;
  const said = value === null ? t('checkIn.notSaid') : t('checkIn.percent', { share: value });
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{asks}</label>
      <div className={styles['slider']}>
        <input
          type="range"
          className={styles[value === null ? 'untouched' : 'range']}
          id={id}
          min={0}
          max={100}
          step={5}
          value={stands}
          aria-valuetext={said}
          onChange={(event) => onChange(event.target.valueAsNumber)}
          onPointerUp={(event) => onChange(event.currentTarget.valueAsNumber)}
          onKeyUp={(event) => {
            if (event.key === ' ') onChange(stands);
          }}
        />
        <span aria-hidden className={styles['percent']}>
          <span>{said}</span>
          {/* Keeps its room, so that the slider does not grow under a finger. */}
          <span>{t('checkIn.notSaid')}</span>
        </span>
      </div>
    </div>
  );
}
