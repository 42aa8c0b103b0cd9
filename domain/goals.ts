import { DomainError } from './errors';
import {
  closedSince,
  goalFor,
  hasWords,
  isOpenGoal,
  summaryOf,
  type Goal,
  type GoalSummary,
} from './goal';
import { bothAgreed, requireGoingOn } from './member';
import { expiryOf } from './retention';
import type { Series } from './series.schema';

/** Goals that the two may be at in one series at a time; more are wishes. */
export const OPEN_GOALS = 20;
/** Goals that a series keeps, the reached ones and those let go too. */
export const GOALS_KEPT = 200;

/**
 * Goals are words for both: they wait until both agreed to the terms, as shared notes do (PRACTICE C6).
 * @throws DomainError `series.ended`, `terms.notAgreed`
 */
export function requireOpenToGoals(series: Series): void {
  requireGoingOn(series);
  if (!bothAgreed(series)) throw new DomainError('terms.notAgreed');
}

/**
 * Whether there is room for a goal, as it is now, among the others.
 * @throws DomainError `goals.full`
 */
export function requireRoomForGoal(others: readonly Goal[], goal: Goal): void {
  const standing = others.filter((other) => other.id !== goal.id && hasWords(other));
  if (standing.length >= GOALS_KEPT) throw new DomainError('goals.full');
  if (isOpenGoal(goal) && standing.filter(isOpenGoal).length >= OPEN_GOALS) {
    throw new DomainError('goals.full');
  }
}

/** Whether a goal takes a place that it did not take before. */
export const takesPlace = (before: Goal | null, after: Goal): boolean =>
  hasWords(after) && (!before || !hasWords(before) || (isOpenGoal(after) && !isOpenGoal(before)));

/**
 * The head's count of goals: that there are any is all it knows of them.
 * @param others all that are kept, where they were read: what went on its day is then counted no longer
 */
export function countGoal(
  series: Pick<Series, 'goals'>,
  before: Goal | null,
  after: Goal,
  others: readonly Goal[] | null = null,
): number {
  const one = hasWords(after) ? 1 : 0;
  if (others)
    return others.filter((other) => other.id !== after.id && hasWords(other)).length + one;
  const was = before !== null && hasWords(before) ? 1 : 0;
  return (series.goals ?? 0) - was + one;
}

/**
 * When a goal is kept no longer, with all its words; null while the two are at it: that is not past. Opened again it
 * has no date any more (PRACTICE D5).
 */
export function goalExpiry(
  goal: Pick<Goal, 'state' | 'closedAt' | 'changes'>,
  series: Pick<Series, 'retention'>,
  at: string,
): string | null {
  const closedAt = closedSince(goal);
  return closedAt === null ? null : expiryOf(closedAt, series, at);
}

/** The list as both read it: what they are at first, then what is behind them; the oldest first. */
export function listOf(goals: readonly Goal[]): GoalSummary[] {
  const rank = (goal: Goal): number => (isOpenGoal(goal) ? 0 : 1);
  return goals
    .filter(hasWords)
    .toSorted(
      (a, b) => rank(a) - rank(b) || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1),
    )
    .map(summaryOf);
}

/** Every goal in full, in the order of the list: for a copy. */
export const allOf = (goals: readonly Goal[]) => {
  const order = listOf(goals).map(({ id }) => id);
  return order.flatMap((id) => goals.filter((goal) => goal.id === id).map(goalFor));
};
