import { DomainError } from '@rapport/domain/errors';
import { hasWords, startGoal, type Goal } from '@rapport/domain/goal';
import {
  countGoal,
  goalExpiry,
  GOALS_KEPT,
  requireOpenToGoals,
  requireRoomForGoal,
  takesPlace,
} from '@rapport/domain/goals';
import { removedFrom, withoutGoalLines } from '@rapport/domain/letting';
import type { Doing } from '@rapport/domain/line';
import { next, requireGoingOn } from '@rapport/domain/member';
import type { Role } from '@rapport/domain/person';
import type { Series } from '@rapport/domain/series';
import type { Change, Loaded } from '../documents/documents';
import { listAll } from '../documents/listAll';
import { goalPlacing, seriesPartition } from '../places';
import type { Answer } from '../route';
import { requireRole, writeHead, type AnyCall, type Changed } from './changeSeries';
import { keepBack } from './keepBack';

type Written = Answer<{ version: number }>;
/** Most changes of one batch, less those that every write brings along. */
const FORGOTTEN_AT_ONCE = 80;

/** A goal as the store has it. */
interface Kept extends Loaded<Goal> {
  readonly id: string;
}

/**
 * Writes down a goal, by one of the two. Again with the same id it changes nothing.
 * @throws Problem `series.notFound`; DomainError `terms.notAgreed`, `goals.full`, `line.idTaken`
 */
export const addGoal = (
  call: AnyCall,
  seriesId: string,
  input: { readonly id: string; readonly owner: Role; readonly text: string },
): Promise<Written> =>
  onHead(call, seriesId, async (series, doing) => {
    requireOpenToGoals(series);
    const { documents } = call.services;
    const where = seriesPartition(seriesId);
    const known = await documents.read<Goal>(where, goalPlacing(input.id).id);
    if (known) {
      if (known.value.by !== doing.by) throw new DomainError('line.idTaken', 'id');
      return series;
    }
    const goal = startGoal(input, doing);
    const kept = await keptGoals(call, seriesId);
    const others = kept.map(({ value }) => value);
    requireRoomForGoal(others, goal);
    return {
      series: next(series, { goals: countGoal(series, null, goal, others) }),
      also: [{ change: 'create', placing: goalPlacing(goal.id), value: goal }, ...forget(kept)],
    };
  });

/**
 * Changes one goal, by one of the two: the goal and what the head counts change in one batch. That both agreed to
 * terms was asked when it began, and terms that hold go on holding (PRACTICE C6).
 * @throws Problem `series.notFound`; DomainError `goal.unknown`, `goals.full`, and as the rules say
 */
export const changeGoal = (
  call: AnyCall,
  { seriesId, goalId }: { readonly seriesId: string; readonly goalId: string },
  change: (goal: Goal, doing: Doing) => Goal,
): Promise<Written> =>
  onHead(call, seriesId, async (series, doing) => {
    requireGoingOn(series);
    const placing = goalPlacing(goalId);
    const found = await call.services.documents.read<Goal>(seriesPartition(seriesId), placing.id);
    if (!found) throw new DomainError('goal.unknown', 'goalId');
    const before = found.value;
    const after = change(before, doing);
    if (after === before) return series;
    const others = takesPlace(before, after)
      ? (await keptGoals(call, seriesId)).map(({ value }) => value)
      : null;
    if (others) requireRoomForGoal(others, after);
    const expires = goalExpiry(after, series, call.at);
    const dated = expires === null ? placing : { ...placing, expires };
    const removed = removedFrom(before, after);
    const back =
      removed.length === 0
        ? []
        : await keepBack(call.services, seriesId, (all) => withoutGoalLines(all, goalId, removed));
    return {
      series: next(series, { goals: countGoal(series, before, after, others) }),
      also: [{ change: 'replace', placing: dated, value: after, loaded: found }, ...back],
    };
  });

const onHead = (
  call: AnyCall,
  seriesId: string,
  decide: (series: Series, doing: Doing) => Promise<Series | Changed>,
): Promise<Written> =>
  writeHead(call, seriesId, {
    authorise: (series) => void requireRole(series, call.caller.id),
    change: (series) =>
      decide(series, {
        by: requireRole(series, call.caller.id),
        at: call.at,
        commandId: call.idempotency.key,
      }),
  });

/** Every goal of a series, those without words too; few enough for one listing, or a little more than one. */
async function keptGoals(call: AnyCall, seriesId: string): Promise<Kept[]> {
  const goals: Kept[] = [];
  let continuation: string | null = null;
  do {
    const page = await listPage(call, seriesId, continuation);
    goals.push(...page.documents);
    ({ continuation } = page);
  } while (continuation !== null);
  return goals;
}

const listPage = (call: AnyCall, seriesId: string, continuation: string | null) =>
  call.services.documents.list<Goal>(seriesPartition(seriesId), 'goal', GOALS_KEPT, continuation);

/** What all words were taken back from goes once there is much of it: until then an "Undo" finds its place. */
function forget(kept: readonly Kept[]): Change[] {
  if (kept.length < GOALS_KEPT) return [];
  return kept
    .filter(({ value }) => !hasWords(value))
    .slice(0, FORGOTTEN_AT_ONCE)
    .map(({ id, etag }) => ({ change: 'delete', id, etag }));
}

/** Every goal of a series. */
export const readGoals = (call: AnyCall, seriesId: string): Promise<Goal[]> =>
  listAll<Goal>(call.services.documents, seriesPartition(seriesId), 'goal');
