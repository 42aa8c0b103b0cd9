import { at, draft, openTeam, REPORTS, type Team } from '../../concerns/team';
import { BEGIN } from '../../support/stillClock';
import type { World } from '../../support/world';
import type { Command } from './command';

const RAISERS = ['ravi', 'lena', 'tom'] as const;
const begin = new Date(BEGIN);

/** A team that has been there for long, and a draft; then it is the day of the command. */
async function drafted(
  world: World,
  draftedAt = begin,
): Promise<{ team: Team; concernId: string }> {
  const team = await openTeam(world, REPORTS, REPORTS, '2026-09-10T09:00:00.000Z');
  world.clock.moveTo(draftedAt);
  return { team, concernId: await draft(world, team.marksOf(RAISERS)) };
}

const ofDraft = (
  route: string,
  before: (world: World, concernId: string) => Promise<unknown> = async () => undefined,
): Command => ({
  route,
  who: 'maya',
  async before(world) {
    const { concernId } = await drafted(world);
    await before(world, concernId);
    return { sending: { params: { concernId } }, series: [] };
  },
});

const handIn = (world: World, concernId: string) =>
  world.ok('maya', 'handInConcern', { params: { concernId } });

/** What is done about common concerns (PRACTICE C8). */
export const concerns: readonly Command[] = [
  {
    route: 'saveConcern',
    who: 'maya',
    async before(world) {
      const { team, concernId } = await drafted(world);
      const body = { wording: 'other words', audience: 'y', marks: team.marksOf(['ravi']) };
      return { sending: { params: { concernId }, body }, series: [] };
    },
  },
  ofDraft('handInConcern'),
  ofDraft('takeOutConcern', handIn),
  ofDraft('removeConcern'),
  {
    route: 'leaveConcern',
    who: 'ravi',
    async before(world) {
      const { team, concernId } = await drafted(world, new Date('2026-10-20T09:00:00.000Z'));
      await handIn(world, concernId);
      await at(world, '2026-11-02T00:00:00.000Z');
      world.clock.moveTo(begin);
      const seriesId = team.people['ravi']?.series.seriesId ?? '';
      return { sending: { params: { seriesId, lineId: concernId } }, series: [seriesId] };
    },
  },
];
