import type { GoalSetting } from '@rapport/domain/goal';
import type { GoalLine, GoalPart, GoalSummary, GoalView } from '@rapport/domain/goal.schema';
import type { Role } from '@rapport/domain/person';
import { useMemo } from 'react';
import type { Live, RapportClient } from '../client/state';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useHeld, type Quiet } from './useQuiet';

const GOALS = 'goals';
const at = (goalId: string): string => `${GOALS}/${goalId}`;

/** The goals of a series, a line each, followed. */
export function useGoals(seriesId: string, quiet: Quiet) {
  const { client } = useApp();
  const live = useMemo(() => listOf(client, seriesId), [client, seriesId]);
  return { reading: useHeld(useLive(live), quiet), refresh: () => void live.refresh() };
}

const listOf = (
  client: RapportClient,
  seriesId: string,
): Live<{ readonly goals: readonly GoalSummary[] }> => client.follow(seriesId, GOALS);

/** One goal in full, followed. */
export function useGoal(seriesId: string, goalId: string, quiet: Quiet) {
  const { client } = useApp();
  const { moved } = quiet;
  const live = useMemo(
    () => client.follow<GoalView>(seriesId, at(goalId)),
    [client, seriesId, goalId],
  );
  const reading = useHeld(useLive(live), quiet);
  const changes = useMemo(
    () =>
      changesOf(client, seriesId, goalId, async (write) => {
        await write();
        await Promise.all([live.refresh(), listOf(client, seriesId).refresh()]);
        moved();
      }),
    [client, seriesId, goalId, live, moved],
  );
  return { reading, changes, refresh: () => void live.refresh() };
}

export type GoalChanges = ReturnType<typeof changesOf>;

/** What either of the two can do to a goal; each resolves once the goal was read again. */
function changesOf(
  client: RapportClient,
  seriesId: string,
  goalId: string,
  done: (write: () => Promise<void>) => Promise<void>,
) {
  const lines = `${at(goalId)}/lines`;
  const say = (path: string, body: object, method?: 'PATCH') =>
    done(() => client.writeTo(seriesId, path, body, method));
  return {
    set: (setting: GoalSetting) => say(at(goalId), setting, 'PATCH'),
    add: (id: string, part: GoalPart, text: string) => say(lines, { id, part, text }),
    edit: (id: string, version: string, text: string) =>
      say(`${lines}/${id}`, { version, text }, 'PATCH'),
    remove: ({ id, version }: GoalLine) => say(`${lines}/${id}/remove`, { version }),
    restore: ({ id, part, text }: GoalLine) => say(`${lines}/${id}/restore`, { part, text }),
    dispute: ({ id, version }: GoalLine, text: string | null, stands: boolean) =>
      say(`${lines}/${id}/dispute`, { version, text, stands }),
  };
}

/** @param id of the goal; again with the same id after a lost answer it is one goal, not two */
export async function suggestGoal(
  client: RapportClient,
  seriesId: string,
  goal: { readonly id: string; readonly owner: Role; readonly text: string },
): Promise<void> {
  await client.writeTo(seriesId, GOALS, goal);
  await listOf(client, seriesId).refresh();
}

/** Puts all words of a goal back that were just taken from it. */
export async function restoreGoal(
  client: RapportClient,
  seriesId: string,
  goalId: string,
  lines: readonly GoalLine[],
): Promise<void> {
  for (const { id, part, text } of lines) {
    await client.writeTo(seriesId, `${at(goalId)}/lines/${id}/restore`, { part, text });
  }
  await listOf(client, seriesId).refresh();
}
