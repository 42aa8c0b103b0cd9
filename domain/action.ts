import type { Role } from './person.schema';
import { findLine, liveLines, markLine, type ListRules } from './line';
import type { Action, ActionEntry } from './action.schema';

export type { Action, ActionEntry } from './action.schema';

/** Open promises one series may have at a time. */
export const ACTION_RULES: ListRules = {
  limit: 40,
  full: 'actions.full',
  unknown: 'action.unknown',
  keepsWordings: true,
};

type Entries = readonly ActionEntry[];

/** Says that it is done, or not yet after all; either of the two may. @throws DomainError `action.unknown` */
export function markDone(
  entries: Entries,
  input: { readonly id: string; readonly done: boolean },
  at: string,
): Entries {
  const { entry } = findLine<Action>(entries, input.id, 'id', ACTION_RULES);
  if (input.done && entry.doneAt) return entries;
  return markLine<Action>(entries, input.id, { doneAt: input.done ? at : null }, ACTION_RULES);
}

/** Hands a promise over; either of the two may (PRACTICE A6). @throws DomainError `action.unknown` */
export const assignAction = (
  entries: Entries,
  input: { readonly id: string; readonly owner: Role },
): Entries => markLine<Action>(entries, input.id, { owner: input.owner }, ACTION_RULES);

type Owed = Pick<Action, 'owner' | 'due'>;
const rank = ({ owner }: Owed): number => (owner === 'manager' ? 0 : 1);
const END_OF_DAYS = '9999-12-31';

/** Wherever promises stand: the manager's before the report's, the earliest due first (PRACTICE D3). */
export const promiseOrder = (a: Owed, b: Owed): number =>
  rank(a) - rank(b) || (a.due ?? END_OF_DAYS).localeCompare(b.due ?? END_OF_DAYS, 'en');

/** What is still promised, in its order. */
export const openActions = (entries: Entries): Action[] =>
  liveLines<Action>(entries)
    .filter((action) => action.doneAt === null)
    .toSorted(promiseOrder);
