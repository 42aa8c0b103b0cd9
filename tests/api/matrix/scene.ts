import { randomUUID } from 'node:crypto';
import { addTopic, start, type Started } from '../support/story';
import type { World } from '../support/world';

/**
 * `manager` and `report` of the series; `invited` holds an invitation and has not joined; `former` was the report and
 * left, less than 90 days ago; `stranger` is of the same tenant; `foreigner` of another; `nobody` has no token.
 */
export type Role =
  'manager' | 'report' | 'invited' | 'former' | 'stranger' | 'foreigner' | 'nobody';

export const ROLES: readonly Role[] = [
  'manager',
  'report',
  'invited',
  'former',
  'stranger',
  'foreigner',
  'nobody',
];

/** What somebody wrote, and its wording. */
interface Written {
  readonly id: string;
  readonly version: string;
}

export type Kind =
  | 'topic'
  | 'question'
  | 'own'
  | 'note'
  | 'ownNote'
  | 'action'
  | 'draft'
  | 'wish'
  | 'given'
  | 'goal'
  | 'value';

export interface Scene extends Started {
  readonly topic: Written;
  readonly own: Written;
  readonly question: Written;
  readonly note: Written;
  readonly ownNote: Written;
  readonly action: Written;
  readonly draft: Written;
  readonly wish: Written;
  /** Feedback that arrived. */
  readonly given: Written;
  readonly value: Written;
  readonly goal: Written;
  readonly requestId: string;
}

/** Words that stand in the series of every scene; nobody outside may ever be sent one. */
export const PLANTED = {
  topic: 'planted-topic',
  own: 'planted-private',
  introduction: 'planted-introduction',
} as const;

/** Makes scenes, one after the other. @returns the scene in which somebody of this role acts */
export function openScenes(world: World): (role: Role) => Promise<Scene> {
  async function sceneFor(role: Role): Promise<Scene> {
    const started = await sceneStart(role === 'invited' ? 'lena' : 'maya');
    const owner = role === 'report' ? 'ravi' : role === 'invited' ? 'lena' : 'maya';
    if (role !== 'invited') {
      const body = { terms: 1, agree: true };
      await world.ok('ravi', 'acceptInvitation', { params: started.params, body });
    }
    const topic = await addTopic(world, owner, started, PLANTED.topic);
    const own = await addTopic(world, owner, started, PLANTED.own, 'addPrivateTopic');
    const writes = [
      ['addNote', { text: PLANTED.topic, topic: null }],
      ['addPrivateNote', { text: PLANTED.own, topic: null, draft: true }],
      ['addAction', { text: PLANTED.topic, owner: 'report', due: null }],
      ['addPrivateFeedback', { text: PLANTED.own, kind: 'praise' }],
      ['addWish', { text: PLANTED.topic }],
      ['addValue', { text: PLANTED.topic }],
      ['addQuestion', { text: PLANTED.topic }],
      ['addGoal', { text: PLANTED.topic, owner: 'report' }],
    ] as const;
    const [note, ownNote, action, draft, wish, value, question, goal] = await Promise.all(
      writes.map(async ([route, body]) => {
        const [id, version] = [randomUUID(), randomUUID()];
        // These open once both agreed, which an invited person has not yet.
        const waits = route === 'addNote' || route === 'addWish' || route === 'addGoal';
        const skip = role === 'invited' && waits;
        const sending = { params: started.params, body: { id, ...body }, key: version };
        if (!skip) await world.ok(owner, route, sending);
        return { id, version };
      }),
    );
    if (!note || !ownNote || !action || !draft || !wish || !value || !question || !goal)
      throw new Error('the scene is not complete');
    if (role === 'former') await world.ok('ravi', 'leaveSeries', { params: started.params });
    const given = { id: randomUUID(), version: randomUUID() };
    if (role !== 'invited' && role !== 'former') await give(started, given);
    const lines = { topic, own, question, note, ownNote, action, draft, wish, given, value, goal };
    return { ...started, ...lines, requestId: randomUUID() };
  }

  async function give(started: Started, { id, version }: Written): Promise<void> {
    const body = { id, text: PLANTED.topic, kind: 'praise' };
    await world.ok('maya', 'addPrivateFeedback', { params: started.params, body, key: version });
    const delivery = { how: 'send', at: world.clock.now().toISOString() };
    const params = { ...started.params, lineId: id };
    await world.ok('maya', 'giveFeedback', { params, body: { delivery } });
  }

  /** A manager leads one series with the same person; each scene ends the one before. */
  const last = new Map<string, Started>();
  async function sceneStart(manager: string): Promise<Started> {
    const before = last.get(manager);
    if (before) await world.send(manager, 'leaveSeries', { params: before.params });
    const started = await start(world, { introduction: PLANTED.introduction }, manager);
    last.set(manager, started);
    return started;
  }
  return sceneFor;
}
