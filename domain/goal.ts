import { disputeLine, type DisputeInput } from './dispute';
import { DomainError } from './errors';
import type {
  Goal,
  GoalChange,
  GoalLine,
  GoalPart,
  GoalState,
  GoalSummary,
  GoalView,
  MissingPart,
} from './goal.schema';
import { LINES_PER_GOAL } from './limits';
import {
  addLine,
  editLine,
  liveLines,
  newLine,
  removeLine,
  restoreLine,
  type Doing,
  type ListRules,
} from './line';
import type { Edit, Removal, Words } from './lineCommand';
import type { Role } from './person.schema';

export type {
  Goal,
  GoalChange,
  GoalLine,
  GoalPart,
  GoalState,
  GoalSummary,
  GoalView,
  MissingPart,
} from './goal.schema';

const LINE_RULES: ListRules = {
  limit: LINES_PER_GOAL,
  full: 'goal.full',
  unknown: 'goalLine.unknown',
  keepsWordings: true,
};

/** Lines that one part may have: both say theirs, and an edit that met another one stays too. */
export const LINES_PER_PART = 6;

/** Changes that a goal remembers besides those of its words. The first, the newest and the other one's stay. */
export const CHANGES_KEPT = 60;

/** The parts in words, in the order of the letters; the fifth is a day (PRACTICE C2). */
export const WORD_PARTS = ['specific', 'measurable', 'achievable', 'relevant'] as const;

export type GoalLineCommand =
  | ({ readonly type: 'add'; readonly part: GoalPart } & Words)
  | ({ readonly type: 'edit' } & Edit)
  | ({ readonly type: 'remove' } & Removal)
  | ({ readonly type: 'restore'; readonly part: GoalPart } & Words)
  | ({ readonly type: 'dispute' } & DisputeInput);

/** Besides its words; what is left out stays. */
export interface GoalSetting {
  readonly state?: GoalState | undefined;
  readonly owner?: Role | undefined;
  readonly due?: string | null | undefined;
}

/** A goal in one sentence: enough to begin with. Either of the two may, for either (PRACTICE C2). */
export function startGoal(
  { id, owner, text }: Words & { readonly owner: Role },
  doing: Doing,
): Goal {
  const { by, at } = doing;
  const sentence: GoalLine = { ...newLine(id, text, doing), part: 'sentence' };
  const changes: GoalChange[] = [{ by, at, state: 'suggested', owner }];
  return { id, by, at, owner, state: 'suggested', due: null, lines: [sentence], changes };
}

/**
 * Carries out one command on the lines of a goal. Either writes to every part; nobody changes the other one's
 * words, so that both stay where the two write at once (PRACTICE E2). Once it was agreed to, no change of its words
 * is a slip: what the yes was about stays to be read.
 * @throws DomainError `goal.full`, `goalLine.unknown`, and as every line does
 */
export function changeGoalLines(goal: Goal, command: GoalLineCommand, doing: Doing): Goal {
  const wasAgreed = goal.changes.some(({ state }) => state === 'agreed');
  const rules = wasAgreed ? { ...LINE_RULES, keepsSlips: true } : LINE_RULES;
  const lines = applied(goal.lines, command, doing, rules);
  return lines === goal.lines ? goal : { ...goal, lines: [...lines] };
}

function applied(lines: Goal['lines'], command: GoalLineCommand, doing: Doing, rules: ListRules) {
  switch (command.type) {
    case 'add':
      requireRoomIn(lines, command);
      return addLine<GoalLine>(lines, lineOf(command, doing), rules);
    case 'edit':
      return editLine<GoalLine>(lines, command, { text: command.text }, doing, rules);
    case 'remove':
      return removeLine<GoalLine>(lines, command, doing, rules);
    case 'restore':
      requireRoomIn(lines, command);
      return restoreLine<GoalLine>(lines, lineOf(command, doing), doing, rules);
    case 'dispute':
      return disputeLine<GoalLine>(lines, command, doing, rules);
  }
}

const lineOf = ({ id, part, text }: Words & { part: GoalPart }, doing: Doing): GoalLine => ({
  ...newLine(id, text, doing),
  part,
});

function requireRoomIn(
  lines: Goal['lines'],
  { id, part }: { readonly id: string; readonly part: GoalPart },
): void {
  if (part === 'progress') return;
  const inPart = liveLines<GoalLine>(lines).filter((line) => line.part === part);
  const known = inPart.some((line) => line.id === id);
  if (!known && inPart.length >= LINES_PER_PART) throw new DomainError('goal.full');
}

/**
 * Changes how a goal stands, whose it is, or its day; either of the two may, and both see who did. Only "agreed" is
 * said by the one who did not suggest it: nobody agrees in the other one's name (PRACTICE E1, E2).
 * @throws DomainError `goal.otherAgrees`
 */
export function setGoal(
  goal: Goal,
  input: GoalSetting,
  { by, at }: Pick<Doing, 'by' | 'at'>,
): Goal {
  const change = {
    ...(input.state !== undefined && input.state !== goal.state ? { state: input.state } : {}),
    ...(input.owner !== undefined && input.owner !== goal.owner ? { owner: input.owner } : {}),
    ...(input.due !== undefined && input.due !== goal.due ? { due: input.due } : {}),
  };
  if (Object.keys(change).length === 0) return goal;
  if (change.state === 'agreed' && by === goal.by) {
    throw new DomainError('goal.otherAgrees', 'state');
  }
  const changes = [...goal.changes, { by, at, ...change }];
  return {
    ...goal,
    ...change,
    changes: thinned(changes),
  };
}

/** Whoever changed more loses an early one of their own: nobody changes away what the other one said (E2). */
function thinned(changes: GoalChange[]): GoalChange[] {
  if (changes.length <= CHANGES_KEPT) return changes;
  const managers = changes.filter(({ by }) => by === 'manager').length;
  const more: Role = 2 * managers > changes.length ? 'manager' : 'report';
  const early = changes.findIndex(({ by }, index) => index > 0 && by === more);
  return changes.toSpliced(early, 1);
}

/** Whether anything stands in it: what all were taken back from is no goal any more. */
export const hasWords = ({ lines }: Goal): boolean => liveLines<GoalLine>(lines).length > 0;

/** Whether the two are still at it. */
export const isOpenGoal = ({ state }: Pick<Goal, 'state'>): boolean =>
  state !== 'reached' && state !== 'letGo';

/** What it still lacks; it is a goal without, too. */
export function missingParts({ lines, due }: Pick<Goal, 'lines' | 'due'>): MissingPart[] {
  const said = new Set(liveLines<GoalLine>(lines).map(({ part }) => part));
  const words = WORD_PARTS.filter((part) => !said.has(part));
  return due === null ? [...words, 'timeBound'] : words;
}

/** A goal as both read it: nothing of what was taken back. */
export const goalFor = (goal: Goal): GoalView => ({
  ...goal,
  lines: liveLines<GoalLine>(goal.lines),
  missing: missingParts(goal),
});

/** What the list says of it; the first sentence that stands. */
export function summaryOf(goal: Goal): GoalSummary {
  const { id, by, owner, state, due } = goal;
  const lines = liveLines<GoalLine>(goal.lines);
  const sentence = sentenceOf(lines);
  return {
    id,
    by,
    owner,
    state,
    due,
    sentence: sentence?.text ?? null,
    version: sentence?.version ?? null,
    missing: missingParts(goal),
    progressAt: lines.findLast(({ part }) => part === 'progress')?.at ?? null,
  };
}

/** The line that a goal is called by. */
export const sentenceOf = (lines: readonly GoalLine[]): GoalLine | null =>
  lines.find(({ part }) => part === 'sentence') ?? null;
