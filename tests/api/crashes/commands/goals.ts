import { startTogether } from '../../support/story';
import type { Command } from './command';
import { Story, written, together } from './story';

/** A command on a goal that Ravi has suggested; its sentence has its id. */
const onGoal = (
  route: string,
  body: (goal: { readonly lineId: string; readonly version: string }) => object,
  first?: 'removeGoalLine',
  who: Command['who'] = 'ravi',
): Command => ({
  route,
  who,
  async before(world) {
    const series = await startTogether(world);
    const story = new Story(world, series);
    const goal = await story.writes('ravi', 'addGoal', { text: 'Lead it', owner: 'report' });
    const onGoals = { ...series.params, goalId: goal.lineId };
    const onLine = { ...onGoals, lineId: goal.lineId };
    if (first) await world.ok('ravi', first, { params: onLine, body: { version: goal.version } });
    const params = /^(?:add|change)/.test(route) ? onGoals : onLine;
    return { sending: { params, body: body(goal) }, series: [series.seriesId] };
  },
});

export const goals: readonly Command[] = [
  together('maya', 'addGoal', async () => ({ body: { ...written('Lead it'), owner: 'report' } })),
  onGoal('changeGoal', () => ({ state: 'agreed', due: '2026-06-30' }), undefined, 'maya'),
  onGoal('addGoalLine', () => ({ ...written('every week'), part: 'measurable' })),
  onGoal('editGoalLine', ({ version }) => ({ text: 'Lead two', version })),
  onGoal('removeGoalLine', ({ version }) => ({ version })),
  onGoal('restoreGoalLine', () => ({ text: 'Lead it', part: 'sentence' }), 'removeGoalLine'),
  onGoal(
    'disputeGoalLine',
    ({ version }) => ({ version, text: 'not yet', stands: true }),
    undefined,
    'maya',
  ),
];
