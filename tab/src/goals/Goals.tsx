import { isOpenGoal } from '@rapport/domain/goal';
import type { GoalLine, GoalSummary } from '@rapport/domain/goal.schema';
import { useRef, useState } from 'react';
import { RemovedLine } from '../meeting/OwnLine';
import { useFirstOrder } from '../meeting/useFirstOrder';
import { useAnnouncer } from '../parts/Announcer';
import { Disclosure } from '../parts/Disclosure';
import { PeopleIcon } from '../parts/icons';
import { hasLeft, sayAccess } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { SectionProps } from '../sections/sectionProps';
import { GoalCard } from './GoalCard';
import styles from './goals.module.css';
import { NewGoal } from './NewGoal';
import { restoreGoal, useGoals } from './useGoals';
import { useQuiet, type Quiet } from './useQuiet';
import { ValuesLine } from './ValuesLine';

type Props = Omit<SectionProps, 'onChanged'>;

/** The goals of the two, a card each: what they are at, and folded what is behind them (PRACTICE C2). */
export default function Goals({ view, name }: Props) {
  const words = useWords();
  const { t } = words;
  const [region, announce] = useAnnouncer();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const quiet = useQuiet(view);
  const { reading, refresh } = useGoals(view.id, quiet);
  const both = name ? t('who.youAnd', { name }) : t('who.youAndWhoJoins');
  if (reading.status === 'failed') {
    return <Problem refusal={reading.refusal} onRetry={refresh} />;
  }
  if (reading.status !== 'ready') return <p className={text['quiet']}>{t('loading')}</p>;
  return (
    <div ref={root} tabIndex={-1} className={styles['goals']}>
      <p className={styles['who']}>
        <PeopleIcon />
        <span>{hasLeft(view) ? sayAccess(words, view) : t('goals.reads', { both })}</span>
      </p>
      {view.format === 'structured' ? (
        <ValuesLine seriesId={view.id} ended={hasLeft(view)} />
      ) : null}
      <Cards
        view={view}
        name={name}
        goals={reading.value.goals}
        quiet={quiet}
        announce={announce}
      />
      {hasLeft(view) ? null : (
        <NewGoal
          view={view}
          name={name}
          quiet={quiet}
          first={reading.value.goals.length === 0}
          announce={announce}
        />
      )}
      {region}
    </div>
  );
}

interface CardsProps extends Props {
  readonly goals: readonly GoalSummary[];
  readonly quiet: Quiet;
  readonly announce: (words: string) => void;
}

interface Taken {
  readonly goalId: string;
  readonly lines: readonly GoalLine[];
}

function Cards({ view, name, goals, quiet, announce }: CardsProps) {
  const { t } = useWords();
  const { client } = useApp();
  const { refusal, run } = useTask();
  const [taken, setTaken] = useState<Taken | null>(null);
  const ordered = useFirstOrder(goals);
  const card = (goal: GoalSummary) => (
    <GoalCard
      key={goal.id}
      view={view}
      name={name}
      goal={goal}
      quiet={quiet}
      announce={announce}
      onRemoved={(lines) => setTaken({ goalId: goal.id, lines })}
    />
  );
  const past = ordered.filter((goal) => !isOpenGoal(goal));
  const back = async (what: Taken) => {
    if (!(await run(() => restoreGoal(client, view.id, what.goalId, what.lines)))) return;
    quiet.moved();
    setTaken(null);
  };
  return (
    <>
      {goals.length === 0 && !taken ? (
        <p className={text['quiet']}>{t(hasLeft(view) ? 'goals.noneLeft' : 'goals.none')}</p>
      ) : null}
      <ul className={styles['list']} aria-label={t('goals.title')}>
        {ordered.filter(isOpenGoal).map(card)}
        {taken ? <RemovedLine key="removed" onUndo={() => void back(taken)} /> : null}
      </ul>
      {refusal ? <Problem refusal={refusal} /> : null}
      {past.length > 0 ? (
        <Disclosure summary={t('goals.past', { count: past.length })}>
          <ul className={styles['list']} aria-label={t('goals.pastList')}>
            {past.map(card)}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
