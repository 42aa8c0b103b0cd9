import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { otherTenant } from '@rapport/api/local/people';
import { routes } from '@rapport/api/routes/table';
import { randomUUID } from 'node:crypto';
import { AREAS } from './matrix/all';
import type { Entries } from './matrix/entry';
import { openScenes, PLANTED, ROLES, type Role, type Scene } from './matrix/scene';
import { openContract } from './openapi/contract';
import { view } from './support/story';
import { openWorld, type World } from './support/world';

/** Who gets which answer from every route of the table. */
const MATRIX: Entries = Object.assign({}, ...AREAS);

/** The invited person is given the introduction; whoever left goes on reading what both shared. */
function allowedTo(role: Role, route: string): readonly string[] {
  if (role === 'former') return [PLANTED.topic, PLANTED.introduction];
  return role === 'invited' && route === 'getInvitation' ? [PLANTED.introduction] : [];
}

describe('who is answered what', () => {
  const contract = openContract();
  let world: World;
  let sceneFor: (role: Role) => Promise<Scene>;

  beforeAll(async () => {
    world = await openWorld({ tenants: [otherTenant] });
    sceneFor = openScenes(world);
  });
  afterAll(() => world.close());

  const PERSON: Record<Role, string | null> = {
    manager: 'maya',
    report: 'ravi',
    invited: 'ravi',
    former: 'ravi',
    stranger: 'tom',
    foreigner: 'olga',
    nobody: null,
  };

  test('the matrix names every route, and no other', () => {
    expect(AREAS.flatMap(Object.keys).toSorted()).toEqual(
      routes.map(({ name }) => name).toSorted(),
    );
  });

  /** The scene of the role at hand, as long as nobody has changed it: a refusal and a reading do not. */
  let standing: { readonly role: Role; readonly scene: Scene } | null = null;
  async function sceneStanding(role: Role): Promise<Scene> {
    if (standing?.role !== role) standing = { role, scene: await sceneFor(role) };
    return standing.scene;
  }

  for (const role of ROLES) {
    for (const route of routes) {
      const entry = MATRIX[route.name];
      if (!entry) continue;
      const expected = entry.answers[role] ?? entry.others;
      test(`A1: ${route.name} answers ${expected} to ${role}`, async () => {
        const scene = await sceneStanding(role);
        const reader = role === 'invited' ? 'lena' : 'maya';
        const before = await view(world, reader, scene);
        const reply = await world.send(PERSON[role], route.name, entry.request(scene, world));
        if (reply.status < 400 && route.kind === 'write') standing = null;
        expect({ status: reply.status, text: reply.status >= 400 ? reply.json.code : '' }).toEqual({
          status: expected,
          text: expect.any(String),
        });
        expect(contract.wrongAnswer(route.name, reply)).toBeNull();
        if (role === 'manager' || role === 'report') return;
        const allowed = allowedTo(role, route.name);
        for (const word of Object.values(PLANTED)) {
          if (!allowed.includes(word)) expect(reply.text).not.toContain(word);
        }
        if (expected >= 400) {
          const after = await view(world, reader, scene);
          expect(after.headers['etag']).toBe(before.headers['etag']);
        }
      });
    }
  }

  test('A1: what does not exist and what is not theirs read the same', async () => {
    const scene = await sceneFor('stranger');
    for (const name of ['getSeries', 'getInvitation']) {
      const theirs = await world.send('tom', name, { params: scene.params });
      const none = await world.send('tom', name, { params: { seriesId: randomUUID() } });
      const comparable = ({ json, status }: typeof none) => ({ ...json, reference: '', status });
      expect(comparable(theirs)).toEqual(comparable(none));
    }
  });

  test('C4: the other one of a series can do nothing to an "only me" topic, and is not told of it', async () => {
    const scene = await sceneFor('manager');
    for (const name of [
      'editPrivateTopic',
      'movePrivateTopic',
      'removePrivateTopic',
      'shareTopic',
    ]) {
      const entry = MATRIX[name];
      const reply = await world.send('ravi', name, entry?.request(scene, world));
      expect([reply.status, reply.json.code]).toEqual([404, 'topic.unknown']);
    }
    const given = await view(world, 'ravi', scene);
    expect(given.text).not.toContain(PLANTED.own);
    const mine = await view(world, 'maya', scene);
    expect(mine.json.onlyMe.topics).toHaveLength(1);
  });
});
