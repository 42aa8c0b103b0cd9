import type { Counts } from './columns';
import styles from './pictures.module.css';
import { isLabelled, tall, tracks } from './scale';

interface Props {
  readonly columns: readonly {
    readonly at: string;
    readonly counts: Counts;
    /** Below it, where there is room. */
    readonly label: string;
  }[];
}

/** One is not drawn as if it were all there can be. */
const LEAST = 4;

/** Two people's counts from one line, up and down on the same scale. */
export function Mirrored({ columns }: Props) {
  const most = Math.max(LEAST, ...columns.flatMap(({ counts }) => [counts.manager, counts.report]));
  return (
    <div className={styles['chart']} style={tracks(columns.length)} aria-hidden>
      {columns.map(({ at, counts, label }, n) => (
        <div key={at} className={styles['column']}>
          <div className={styles['above']}>
            <Number value={counts.manager} />
            <span className={styles['manager']} style={tall(counts.manager / most)} />
          </div>
          <div className={styles['below']}>
            <span className={styles['report']} style={tall(counts.report / most)} />
            <Number value={counts.report} />
          </div>
          <Label label={label} shown={isLabelled(n, columns.length)} />
        </div>
      ))}
    </div>
  );
}

const Number = ({ value }: { readonly value: number }) =>
  value > 0 ? <span className={styles['number']}>{value}</span> : null;

export const Label = ({ label, shown }: { readonly label: string; readonly shown: boolean }) => (
  <span className={styles['label']}>{shown ? label : null}</span>
);
