import type { GoalSummary } from '@rapport/domain/goal.schema';
import type { BroughtLine } from '@rapport/domain/succession.schema';
import type { SeriesView } from '@rapport/domain/series';
import { useState } from 'react';
import type { RapportClient } from '../client/state';
import { suggestGoal } from '../goals/useGoals';
import { Button } from '../parts/Button';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useTask } from '../parts/useTask';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';

type Goal = NonNullable<BroughtLine['goal']>;

interface Props {
  readonly view: SeriesView;
  readonly line: BroughtLine;
  readonly goal: Goal;
  readonly announce: (words: string) => void;
}

/**
 * A goal that came along becomes a goal of the two here in one press, suggested by whoever presses. Nobody's words
 * are said by the other one of the two (PRACTICE E2).
 */
export function BroughtGoal({ view, line, goal, announce }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const reading = useLive(client.follow<{ goals: readonly GoalSummary[] }>(view.id, 'goals'));
  const { busy, refusal, run } = useTask();
  const [ids] = useState(() => [crypto.randomUUID(), ...goal.parts.map(() => crypto.randomUUID())]);
  const [made, setMade] = useState(false);
  if (reading.status !== 'ready') return null;
  const known = reading.value.goals.some(({ sentence }) => sentence === line.text);
  // Until all of it is there the button stays, so that what was interrupted can be gone on with.
  if (made || (known && !busy && !refusal)) {
    return <span className={text['quiet']}>{t('brought.isGoal')}</span>;
  }
  if (line.role !== null && line.role !== view.me) {
    return (
      <span className={text['quiet']}>
        {t('brought.theirGoal', { name: shortName(line.from) })}
      </span>
    );
  }
  const make = async () => {
    if (busy || !(await run(() => makeGoal(client, view, { line, goal, ids })))) return;
    setMade(true);
    announce(t('brought.isGoal'));
  };
  return (
    <>
      <Button size="small" disabledFocusable={busy} onClick={() => void make()}>
        {t('brought.makeGoal')}
      </Button>
      {refusal ? <Problem refusal={refusal} onRetry={() => void make()} /> : null}
    </>
  );
}

/** @param ids of the goal and of its parts, made before: again after a lost answer is the same goal */
async function makeGoal(
  client: RapportClient,
  { id: series, me }: SeriesView,
  { line, goal, ids }: { line: BroughtLine; goal: Goal; ids: readonly string[] },
): Promise<void> {
  const [id = '', ...partIds] = ids;
  const path = `goals/${id}`;
  // Somebody who is not here has no goals here: whoever takes it on does.
  await suggestGoal(client, series, { id, owner: goal.owner.role ?? me, text: line.text });
  for (const [n, { part, text: words, role }] of goal.parts.entries()) {
    if (role !== null && role !== me) continue;
    await client.writeTo(series, `${path}/lines`, { id: partIds[n], part, text: words });
  }
  if (goal.due) await client.writeTo(series, path, { due: goal.due }, 'PATCH');
  await client.follow(series, 'goals').refresh();
}
