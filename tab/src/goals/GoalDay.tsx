import { useState } from 'react';
import { DateBox } from '../meeting/DateBox';
import { Button } from '../parts/Button';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';
import type { GoalParts } from './goalParts';
import styles from './goals.module.css';
import { sayDay } from './labels';

/** The fifth part, a day; kept when it was chosen, not while its figures are typed. */
export function GoalDay({ goal, changes, fixed, announce }: GoalParts) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const [draft, setDraft] = useState<string | null>(null);
  const day = draft ?? goal.due ?? '';
  const changed = draft !== null && draft !== (goal.due ?? '');
  const save = async () => {
    if (busy || !(await run(() => changes.set({ due: day || null })))) return;
    setDraft(null);
    announce(t('settings.changed'));
  };
  return (
    <section className={styles['part']}>
      <h3 className={styles['title']}>{t('goals.part.timeBound')}</h3>
      {fixed ? (
        <p>
          {goal.due
            ? t('goals.by', { date: sayDay(words, goal.due, client.now()) })
            : t('goals.noDay')}
        </p>
      ) : (
        <form
          className={text['row']}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <DateBox
            label={t('goals.prompt.timeBound')}
            type="date"
            value={day}
            onChange={setDraft}
          />
          {changed ? (
            <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
              {t('save')}
            </Button>
          ) : null}
        </form>
      )}
      {refusal ? <Problem refusal={refusal} /> : null}
    </section>
  );
}
