import {
  added,
  addingForBoth,
  disputed,
  forBoth,
  ofSeries,
  toRead,
  type Entries,
  type Entry,
} from './entry';
import type { Role, Scene } from './scene';

/** A goal that the actor has suggested; its sentence has its id. */
const ofGoal = (
  body: (scene: Scene) => unknown,
  answers: Partial<Record<Role, number>> = forBoth,
  at: (scene: Scene) => Record<string, string> = () => ({}),
): Entry => ({
  answers: { nobody: 401, ...answers },
  others: 404,
  request: (scene) => ({
    params: { ...scene.params, goalId: scene.goal.id, ...at(scene) },
    body: body(scene),
  }),
});

const ofGoalLine = (body: (scene: Scene) => unknown, answers = forBoth): Entry =>
  ofGoal(body, answers, ({ goal }) => ({ lineId: goal.id }));

/** Goals. */
export const goals: Entries = {
  listGoals: ofSeries(toRead),
  getGoal: ofGoal(() => ({}), toRead),
  addGoal: ofSeries(addingForBoth, () => ({ ...added(), owner: 'report' })),
  changeGoal: ofGoal(() => ({ state: 'onTheWay', due: '2026-06-30' })),
  addGoalLine: ofGoal(() => ({ ...added(), part: 'specific' }), addingForBoth),
  editGoalLine: ofGoalLine(({ goal }) => ({ text: 'changed', version: goal.version })),
  removeGoalLine: ofGoalLine(({ goal }) => ({ version: goal.version })),
  restoreGoalLine: ofGoalLine(() => ({ text: 'again', part: 'sentence' })),
  // Of the other one's words: the actor's own are changed instead.
  disputeGoalLine: ofGoalLine(disputed, { manager: 409, report: 409 }),
};
