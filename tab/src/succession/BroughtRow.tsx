import { mayRemove } from '@rapport/domain/bring';
import { goesSoon } from '@rapport/domain/broughtPast';
import type { BroughtLine } from '@rapport/domain/succession.schema';
import type { SeriesView } from '@rapport/domain/series';
import { Button } from '../parts/Button';
import { Confirm } from '../parts/Confirm';
import { hasLeft } from '../parts/groups';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { BroughtGoal } from './BroughtGoal';
import { GoalWords } from './GoalWords';
import styles from './succession.module.css';

interface Props {
  readonly view: SeriesView;
  readonly line: BroughtLine;
  readonly announce: (words: string) => void;
  readonly onRemoved: () => Promise<void>;
}

/** One line that came along, whose it is, and what can become of it here. */
export function BroughtRow({ view, line, announce, onRemoved }: Props) {
  const { t, dated } = useWords();
  const { client } = useApp();
  const { goal } = line;
  const goes = goesSoon(line, view.retention, new Date(client.now()).toISOString());
  const put = () => {
    client.series(view.id).send({
      type: 'addTopic',
      page: 'shared',
      id: crypto.randomUUID(),
      text: line.text,
      question: null,
    });
    announce(t('brought.isOnAgenda'));
  };
  const from = shortName(line.from);
  return (
    <li className={styles['line']}>
      <p dir="auto" className={text['prose']}>
        {line.text}
      </p>
      {goal ? (
        <GoalWords
          due={goal.due}
          parts={goal.parts.map(({ part, text: words, from: who }) => ({
            part,
            text: words,
            who: who === line.from ? null : shortName(who),
          }))}
        />
      ) : null}
      <p className={text['quiet']}>
        {!goal
          ? t('brought.by', { name: from })
          : goal.owner.from === line.from
            ? t('brought.goalOf', { owner: from })
            : t('brought.goalBy', { owner: shortName(goal.owner.from), name: from })}
      </p>
      {goes !== null && !hasLeft(view) ? (
        <p className={text['quiet']}>{t('brought.goes', { date: dated(goes) })}</p>
      ) : null}
      {hasLeft(view) ? null : (
        <Named words={line.text}>
          <div className={text['row']}>
            {goal ? (
              <BroughtGoal view={view} line={line} goal={goal} announce={announce} />
            ) : view.topics.some((topic) => topic.text === line.text) ? (
              <span className={text['quiet']}>{t('brought.isOnAgenda')}</span>
            ) : (
              <Button size="small" onClick={put}>
                {t('brought.put')}
              </Button>
            )}
            {mayRemove(line, view.me) ? (
              <Confirm
                small
                label={t('brought.remove')}
                question={t('brought.removeQuestion')}
                confirm={t('brought.remove')}
                work={() =>
                  client.writeTo(view.id, `brought/${line.id}/remove`, {}).then(onRemoved)
                }
              />
            ) : null}
          </div>
        </Named>
      )}
    </li>
  );
}
