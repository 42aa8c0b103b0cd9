import type { GoalSetting } from '@rapport/domain/goal';
import type { GoalState } from '@rapport/domain/goal.schema';
import { useId } from 'react';
import { Button } from '../parts/Button';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { GoalParts } from './goalParts';
import { STATE_WORDS } from './labels';

const STATES: readonly GoalState[] = ['suggested', 'agreed', 'onTheWay', 'reached', 'letGo'];

/** How a goal stands and whose it is: either says so, and both see who did (PRACTICE C2). */
export function GoalStanding({ view, name, goal, changes, fixed, announce }: GoalParts) {
  const { t } = useWords();
  const { busy, refusal, run } = useTask();
  const whose = useId();
  const mine = goal.by === view.me;
  const set = async (setting: GoalSetting) => {
    if (!busy && (await run(() => changes.set(setting)))) announce(t('settings.changed'));
  };
  if (fixed) return null;
  const offered = STATES.filter((state) => state === goal.state || !(state === 'agreed' && mine));
  return (
    <div className={text['tight']}>
      <div className={text['row']} role="group" aria-label={t('goals.standing')}>
        {offered.map((state) => (
          <Button
            key={state}
            size="small"
            appearance={goal.state === state ? 'primary' : 'outline'}
            aria-pressed={goal.state === state}
            onClick={() => void set({ state })}
          >
            {t(STATE_WORDS[state])}
          </Button>
        ))}
      </div>
      {goal.state === 'suggested' && name ? (
        <p className={text['quiet']}>
          {mine ? t('goals.theySay', { name }) : t('goals.youSay', { name })}
        </p>
      ) : null}
      <div className={text['row']} role="group" aria-labelledby={whose}>
        <span id={whose} className={text['quiet']}>
          {t('goals.owner')}
        </span>
        {(['report', 'manager'] as const).map((owner) => (
          <Button
            key={owner}
            size="small"
            appearance={goal.owner === owner ? 'primary' : 'outline'}
            aria-pressed={goal.owner === owner}
            onClick={() => void set({ owner })}
          >
            {owner === view.me ? t('goals.mine') : t('goals.theirs', { name: name ?? '' })}
          </Button>
        ))}
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
