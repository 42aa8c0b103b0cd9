import { sweepEffects } from '@rapport/api/effects/runEffects';
import { randomUUID } from 'node:crypto';
import { addTopic, start, type Started } from '../support/story';
import type { Reply, World } from '../support/world';

/** The year of a story: people join, a concern is drafted, its batch is frozen, its result comes. */
export const JOIN = '2026-10-20T09:00:00.000Z';
export const DRAFT = '2026-11-20T09:00:00.000Z';
export const FREEZE = '2026-12-01T00:00:00.000Z';
export const RESULT = '2026-12-07T12:00:00.000Z';

export const REPORTS = ['ravi', 'lena', 'tom', 'aiko', 'sam'] as const;
export const WORDING = 'that planning takes most of the week';

export interface Mate {
  readonly series: Started;
  readonly topic: string;
}

/** Who is in the team, and who of them turned exception (1) on. */
export interface Team {
  readonly people: Readonly<Record<string, Mate>>;
  /** What marks the topic of some of them. */
  marksOf(
    people: readonly string[],
  ): { readonly series: string; readonly topic: string; readonly meeting: number }[];
}

/** Maya's team: each agreed to the terms and raised a topic. */
export async function openTeam(
  world: World,
  accepting: readonly string[] = REPORTS,
  people: readonly string[] = REPORTS,
  joinedAt = JOIN,
): Promise<Team> {
  world.clock.moveTo(new Date(joinedAt));
  const mates: Record<string, Mate> = {};
  for (const person of people) mates[person] = await join(world, person, accepting);
  return {
    people: mates,
    marksOf: (marked) =>
      marked.map((person) => {
        const mate = mates[person];
        if (!mate) throw new Error(`${person} is not in the team`);
        return { series: mate.series.seriesId, topic: mate.topic, meeting: 1 };
      }),
  };
}

async function join(world: World, person: string, accepting: readonly string[]): Promise<Mate> {
  const { oid, name } = world.issuer.person(person);
  const series = await start(world, { report: { oid, name } });
  const { params } = series;
  await world.ok(person, 'acceptInvitation', { params, body: { terms: 1, agree: true } });
  if (accepting.includes(person)) {
    await world.ok(person, 'allowCommonConcern', { params, body: { on: true } });
  }
  const { id } = await addTopic(world, person, series, `planning, says ${person}`);
  return { series, topic: id };
}

/** Moves the clock there, and lets the timer come by. */
export async function at(world: World, time: string): Promise<void> {
  world.clock.moveTo(new Date(time));
  await sweepEffects(world.composed.services);
}

/** Maya drafts a concern. @returns its id */
export async function draft(
  world: World,
  marks: readonly object[],
  concernId: string = randomUUID(),
): Promise<string> {
  const body = { wording: WORDING, audience: 'The leadership team', marks };
  await world.ok('maya', 'saveConcern', { params: { concernId }, body });
  return concernId;
}

/** … and hands it in. */
export async function handedIn(world: World, team: Team, marked: readonly string[]) {
  world.clock.moveTo(new Date(DRAFT));
  const concernId = await draft(world, team.marksOf(marked));
  await world.ok('maya', 'handInConcern', { params: { concernId } });
  return concernId;
}

export const stateOf = async (world: World, concernId: string): Promise<string | undefined> => {
  const { json } = await world.ok('maya', 'listConcerns');
  const concerns = json.concerns as { id: string; state: string }[];
  return concerns.find(({ id }) => id === concernId)?.state;
};

export const shownTo = (world: World, team: Team, person: string): Promise<Reply> =>
  world.ok(person, 'listConcernNotices', params(team, person));

export const leaveIt = (world: World, team: Team, person: string, lineId: string): Promise<Reply> =>
  world.send(person, 'leaveConcern', { params: { ...params(team, person).params, lineId } });

export const params = (team: Team, person: string) => ({
  params: { ...team.people[person]?.series.params },
});
