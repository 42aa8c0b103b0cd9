import type { GoalLine } from '@rapport/domain/goal.schema';
import type { SeriesView } from '@rapport/domain/series';
import { useRef, useState } from 'react';
import { RemovedLine } from '../meeting/OwnLine';
import { useAnnouncer } from '../parts/Announcer';
import { Problem } from '../parts/Problem';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useTask } from '../parts/useTask';
import { GoalOpen } from './GoalOpen';
import styles from './goals.module.css';
import { restoreGoal } from './useGoals';
import { useQuiet } from './useQuiet';

interface Props {
  readonly view: SeriesView;
  readonly name: string;
  readonly goalId: string;
}

/** One goal by itself, unfolded where it was found: the same as in the list (PRACTICE C2, D5). */
export default function GoalFound({ view, name, goalId }: Props) {
  const { client } = useApp();
  const { refusal, run } = useTask();
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const quiet = useQuiet(view);
  const [taken, setTaken] = useState<readonly GoalLine[] | null>(null);
  const back = async (lines: readonly GoalLine[]) => {
    if (!(await run(() => restoreGoal(client, view.id, goalId, lines)))) return;
    quiet.moved();
    setTaken(null);
  };
  return (
    <div ref={root} tabIndex={-1} className={styles['goals']}>
      {taken ? (
        <ul className={styles['list']}>
          <RemovedLine onUndo={() => void back(taken)} />
        </ul>
      ) : (
        <div className={`${styles['card']} ${styles['found']}`}>
          <GoalOpen
            view={view}
            name={name}
            goalId={goalId}
            quiet={quiet}
            announce={announce}
            onRemoved={setTaken}
          />
        </div>
      )}
      {refusal ? <Problem refusal={refusal} /> : null}
      {region}
    </div>
  );
}
