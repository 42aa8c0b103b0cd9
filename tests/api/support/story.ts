import { randomUUID } from 'node:crypto';
import type { Reply, World } from './world';

export interface Started {
  readonly seriesId: string;
  readonly params: { readonly seriesId: string };
}

/** Maya sets up a series with Ravi (or opens a place to whoever asks), by way of the api. */
export async function start(
  world: World,
  input: Record<string, unknown> = {},
  manager = 'maya',
): Promise<Started> {
  const seriesId = randomUUID();
  await world.ok(manager, 'startSeries', {
    body: { ...startBody(world), id: seriesId, ...input },
  });
  return { seriesId, params: { seriesId } };
}

export const startBody = (world: World): Record<string, unknown> => ({
  id: randomUUID(),
  report: { oid: world.issuer.person('ravi').oid, name: 'Ravi' },
  rhythm: 'biweekly',
  minutes: 30,
  introduction: 'I am glad that we do this.',
  agree: true,
});

/** … and Ravi joins. */
export async function startTogether(world: World): Promise<Started> {
  const started = await start(world);
  await world.ok('ravi', 'acceptInvitation', {
    params: started.params,
    body: { terms: 1, agree: true },
  });
  return started;
}

/** Adds a topic. @returns its id and wording */
export async function addTopic(
  world: World,
  person: string,
  { params }: Started,
  text: string,
  route: 'addTopic' | 'addPrivateTopic' = 'addTopic',
): Promise<{ readonly id: string; readonly version: string }> {
  const [id, version] = [randomUUID(), randomUUID()];
  await world.ok(person, route, { params, body: { id, text }, key: version });
  return { id, version };
}

export const view = (world: World, person: string, { params }: Started): Promise<Reply> =>
  world.ok(person, 'getSeries', { params });
