import type { Bar } from './answers';
import { Label } from './Mirrored';
import styles from './pictures.module.css';
import { isLabelled, tall, tracks } from './scale';

interface Props {
  /** What the scale ends with; it begins with 0. */
  readonly most: number;
  readonly columns: readonly {
    readonly at: string;
    readonly bars: readonly Bar[];
    readonly label: string;
  }[];
}

/** Answers to one question beside each other, each time that both gave one (PRACTICE D6). */
export function SideBySide({ most, columns }: Props) {
  return (
    <div className={styles['chart']} style={tracks(columns.length)} aria-hidden>
      {columns.map(({ at, bars, label }, n) => (
        <div key={at} className={styles['column']}>
          <div className={styles['beside']}>
            {bars.map(({ of, value }) => (
              <span key={`${of} ${value}`} className={styles['bar']}>
                <span className={styles['number']}>{value}</span>
                <span className={styles[of]} style={tall(value / most)} />
              </span>
            ))}
          </div>
          <Label label={label} shown={isLabelled(n, columns.length)} />
        </div>
      ))}
    </div>
  );
}
