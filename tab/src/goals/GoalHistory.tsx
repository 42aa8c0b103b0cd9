import type { GoalChange } from '@rapport/domain/goal.schema';
import { Disclosure } from '../parts/Disclosure';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import type { GoalParts } from './goalParts';
import styles from './goals.module.css';
import { sayDay, STATE_WORDS } from './labels';

/** Who said what about how it stands, whose it is and by when; the newest first (PRACTICE E2). */
export function GoalHistory({ view, name, goal }: GoalParts) {
  const words = useWords();
  const { t, date } = words;
  const { client } = useApp();
  const nameOf = (role: GoalChange['by']): string =>
    role === view.me ? t('note.yours') : (name ?? '');
  const said = ({ state, owner, due }: GoalChange): string =>
    [
      ...(state ? [t(STATE_WORDS[state])] : []),
      ...(owner
        ? [owner === view.me ? t('goals.mine') : t('goals.theirs', { name: name ?? '' })]
        : []),
      ...(due ? [t('goals.by', { date: sayDay(words, due, client.now()) })] : []),
      ...(due === null ? [t('goals.noDay')] : []),
    ].join(' · ');
  return (
    <Disclosure summary={t('goals.history')}>
      <ol className={styles['history']}>
        {goal.changes.toReversed().map((change) => (
          <li key={`${change.at} ${JSON.stringify(change)}`}>
            {said(change)}{' '}
            <span className={styles['about']}>
              {t('feedback.byOn', { name: nameOf(change.by), date: date(change.at) })}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
