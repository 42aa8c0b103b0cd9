import { randomUUID } from 'node:crypto';
import { start, startBody, type Started } from './story';
import type { World } from './world';

export const pickedIn = (world: World, person: string) => {
  const { oid, name } = world.issuer.person(person);
  return { oid, name };
};

/** Two people under way, whoever they are. */
export async function under(world: World, manager: string, report: string): Promise<Started> {
  const started = await start(world, { report: pickedIn(world, report) }, manager);
  await join(world, report, started);
  return started;
}

export const join = (world: World, person: string, { params }: Started) =>
  world.ok(person, 'acceptInvitation', { params, body: { terms: 1, agree: true } });

export interface Asking {
  readonly asker: string;
  readonly person: string;
  /** Set for a stand-in. */
  readonly until?: string;
}

/** One of the two asks somebody to lead. @returns the id of the question */
export async function askSuccessor(
  world: World,
  { params }: Started,
  { asker, person, until }: Asking,
): Promise<string> {
  const id = randomUUID();
  const body = {
    id,
    kind: until ? 'standIn' : 'handOver',
    person: pickedIn(world, person),
    until: until ?? null,
  };
  await world.ok(asker, 'nameSuccessor', { params, body });
  return id;
}

/** … who begins a series with the report. */
export async function follow(
  world: World,
  person: string,
  report: string,
  naming: string,
): Promise<Started> {
  const seriesId = randomUUID();
  await world.ok(person, 'startSeries', { body: followBody(world, report, naming, seriesId) });
  return { seriesId, params: { seriesId } };
}

export const followBody = (world: World, report: string, naming: string, id: string) => ({
  ...startBody(world),
  id,
  report: pickedIn(world, report),
  naming,
});

/** Something the other one is to do in turn, written down. @returns what an offer of it names */
export async function writeLine(
  world: World,
  person: string,
  { params }: Started,
  noun: 'topic' | 'note' | 'action',
  more: Record<string, unknown> = {},
) {
  const [line, version] = [randomUUID(), randomUUID()];
  const own = {
    topic: ['addTopic', {}],
    note: ['addNote', { topic: null }],
    action: ['addAction', { owner: 'report', due: null }],
  } as const;
  const [route, fields] = own[noun];
  const body = { id: line, text: `a ${noun} of ${person}`, ...fields, ...more };
  await world.ok(person, route, { params, body, key: version });
  return { id: randomUUID(), noun, line, version, meeting: null };
}

/** A goal in one sentence and one of its parts. @returns what an offer of it names, as it was read */
export async function writeGoal(
  world: World,
  person: string,
  { params }: Started,
  { owner, text }: { readonly owner: string; readonly text: string },
) {
  const line = randomUUID();
  const at = { ...params, goalId: line };
  await world.ok(person, 'addGoal', { params, body: { id: line, owner, text } });
  const part = { id: randomUUID(), part: 'specific', text: `specifically, ${text}` };
  await world.ok(person, 'addGoalLine', { params: at, body: part });
  const how = { id: randomUUID(), part: 'progress', text: `so far, ${text}` };
  await world.ok(person, 'addGoalLine', { params: at, body: how });
  return { at, read: () => readGoal(world, person, at) };
}

/** What an offer of a goal names, as it reads now. */
async function readGoal(world: World, person: string, params: { goalId: string }) {
  const { lines, due } = (await world.ok(person, 'getGoal', { params })).json as {
    lines: { part: string; version: string }[];
    due: string | null;
  };
  const [sentence, ...rest] = lines.filter(({ part }) => part !== 'progress');
  return {
    id: randomUUID(),
    noun: 'goal',
    line: params.goalId,
    version: sentence?.version,
    meeting: null,
    goal: { versions: rest.map(({ version }) => version), due },
  };
}

export const offer = (
  world: World,
  person: string,
  { params }: Started,
  successionId: string,
  body: object,
) => world.send(person, 'offerLine', { params: { ...params, successionId }, body });

export const broughtTo = async (world: World, person: string, { params }: Started) =>
  (await world.ok(person, 'listBrought', { params })).json.lines as {
    id: string;
    noun: string;
    text: string;
    from: string;
    role: string | null;
    goal?: object;
  }[];
