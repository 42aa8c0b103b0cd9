import type { GoalLine, GoalSummary } from '@rapport/domain/goal.schema';
import { useState } from 'react';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import type { SectionProps } from '../sections/sectionProps';
import { GoalOpen } from './GoalOpen';
import styles from './goals.module.css';
import { sayDay, STATE_WORDS } from './labels';
import type { Quiet } from './useQuiet';

interface Props extends Omit<SectionProps, 'onChanged'> {
  readonly goal: GoalSummary;
  readonly quiet: Quiet;
  readonly announce: (words: string) => void;
  /** Told when the last words of a goal are gone, with what they were. */
  readonly onRemoved: (lines: readonly GoalLine[]) => void;
}

/** A goal in its sentence, and how it stands; the rest unfolds. */
export function GoalCard({ view, name, goal, quiet, announce, onRemoved }: Props) {
  const words = useWords();
  const { t, date } = words;
  const { client } = useApp();
  const [opened, setOpened] = useState(false);
  const owner = goal.owner === view.me ? t('goals.mine') : t('goals.theirs', { name: name ?? '' });
  const { due, progressAt } = goal;
  const about = [
    owner,
    t(STATE_WORDS[goal.state]),
    ...(due ? [t('goals.by', { date: sayDay(words, due, client.now()) })] : []),
    ...(progressAt ? [t('goals.progressOn', { date: date(progressAt) })] : []),
  ];
  return (
    <li className={styles['card']}>
      <details
        className={styles['goal']}
        onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
      >
        <summary>
          <span dir="auto" className={styles['sentence']}>
            {goal.sentence ?? t('goals.noSentence')}
          </span>
          <span className={styles['about']}>{about.join(' · ')}</span>
        </summary>
        {opened ? (
          <GoalOpen
            view={view}
            name={name}
            goalId={goal.id}
            quiet={quiet}
            announce={announce}
            onRemoved={onRemoved}
          />
        ) : null}
      </details>
    </li>
  );
}
