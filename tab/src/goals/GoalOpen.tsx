import { isOpenGoal, sentenceOf, WORD_PARTS } from '@rapport/domain/goal';
import type { GoalLine } from '@rapport/domain/goal.schema';
import type { SeriesView } from '@rapport/domain/series';
import { hasLeft } from '../parts/groups';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { GoalDay } from './GoalDay';
import type { GoalParts } from './goalParts';
import { GoalHistory } from './GoalHistory';
import { GoalNext } from './GoalNext';
import { GoalStanding } from './GoalStanding';
import styles from './goals.module.css';
import { PART_WORDS, sayParts } from './labels';
import { PartLines } from './PartLines';
import { useGoal } from './useGoals';
import type { Quiet } from './useQuiet';

interface Props {
  readonly view: SeriesView;
  readonly name: string | null;
  readonly goalId: string;
  readonly quiet: Quiet;
  readonly announce: (words: string) => void;
  readonly onRemoved: (lines: readonly GoalLine[]) => void;
}

/** A goal unfolded: its five parts, how it goes, and what can come out of it (PRACTICE C2). */
export function GoalOpen({ view, name, goalId, quiet, announce, onRemoved }: Props) {
  const { t, locale } = useWords();
  const { reading, changes, refresh } = useGoal(view.id, goalId, quiet);
  if (reading.status === 'failed') return <Problem refusal={reading.refusal} onRetry={refresh} />;
  if (reading.status !== 'ready') return <p className={text['quiet']}>{t('loading')}</p>;
  const goal = reading.value;
  const fixed = hasLeft(view);
  const parts: GoalParts = { view, name, goal, changes, fixed, announce };
  /** With the sentence of a goal that only one wrote, all of it goes. */
  const removeSentence = async (sentence: GoalLine): Promise<void> => {
    const mine = goal.lines.every(({ by }) => by === view.me);
    const only = sentenceOf(goal.lines.filter(({ id }) => id !== sentence.id)) === null;
    if (!mine || !only) return changes.remove(sentence);
    for (const line of goal.lines.toReversed()) await changes.remove(line);
    onRemoved(goal.lines);
    return undefined;
  };
  const missing = goal.missing.map((part) => t(PART_WORDS[part]));
  return (
    <Named words={sentenceOf(goal.lines)?.text ?? t('goals.noSentence')}>
      <div className={styles['open']}>
        <PartLines
          {...parts}
          part="sentence"
          title={t('goals.sentence')}
          onRemove={removeSentence}
        />
        <GoalStanding {...parts} />
        <div className={styles['parts']}>
          {WORD_PARTS.map((part) => (
            <PartLines key={part} {...parts} part={part} title={t(PART_WORDS[part])} />
          ))}
          <GoalDay {...parts} />
        </div>
        {missing.length > 0 && !fixed && isOpenGoal(goal) ? (
          <p className={text['quiet']}>
            {t('goals.missing', { parts: sayParts(missing, locale), count: missing.length })}
          </p>
        ) : null}
        <PartLines {...parts} part="progress" title={t('goals.progress')} />
        {fixed ? null : <GoalNext {...parts} />}
        <GoalHistory {...parts} />
      </div>
    </Named>
  );
}
