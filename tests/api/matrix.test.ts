import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { otherTenant } from '@rapport/api/local/people';
import { routes } from '@rapport/api/routes/table';
import { randomUUID } from 'node:crypto';
import { openContract } from './openapi/contract';
import { addTopic, start, startBody, view, type Started } from './support/story';
import { openWorld, type Sending, type World } from './support/world';

/**
 * Who gets which answer from every route of the table. A new route without an entry here fails.
 * Roles: `manager` and `report` of the series; `invited` holds an invitation and has not joined; `former`
 * was the report and left, less than 90 days ago; `stranger` is of the same tenant; `foreigner` of another; `nobody` has no token.
 */
type Role = 'manager' | 'report' | 'invited' | 'former' | 'stranger' | 'foreigner' | 'nobody';

const ROLES: readonly Role[] = [
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

type Kind =
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

interface Scene extends Started {
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

interface Entry {
  /** Statuses by role; roles that are not named get `others`. */
  readonly answers: Partial<Record<Role, number>>;
  readonly others: number;
  request(scene: Scene, world: World): Sending;
}

const forBoth = { manager: 200, report: 200 };
/** What both shared stays readable for whoever left, too (PRACTICE D11). */
const toRead = { ...forBoth, former: 200 };
const addingForBoth = { manager: 201, report: 201 };
const onTopic = (scene: Scene, list: Kind) => ({
  seriesId: scene.seriesId,
  lineId: scene[list].id,
});

const ofSeries = (
  answers: Partial<Record<Role, number>>,
  body: (scene: Scene, world: World) => unknown = () => ({}),
): Entry => ({
  answers: { nobody: 401, ...answers },
  others: 404,
  request: (scene, world) => ({ params: scene.params, body: body(scene, world) }),
});

/** The topic is the actor's own: the scene raises one for whoever is a member. */
const ofTopic = (
  list: Kind,
  body: (scene: Scene) => unknown,
  answers: Partial<Record<Role, number>> = forBoth,
): Entry => ({
  answers: { nobody: 401, ...answers },
  others: 404,
  request: (scene) => ({ params: onTopic(scene, list), body: body(scene) }),
});

const forEverybody = (status: number, body: (scene: Scene, world: World) => unknown): Entry => ({
  answers: { nobody: 401 },
  others: status,
  request: (scene, world) => ({ body: body(scene, world) }),
});

/** Everybody's own, by an id of their own making. */
const ofAgenda = (body: () => unknown): Entry => ({
  answers: { nobody: 401 },
  others: 200,
  request: () => ({ params: { agendaId: randomUUID() }, body: body() }),
});

const ofConcern = (status: number, body: () => unknown): Entry => ({
  answers: { nobody: 401 },
  others: status,
  request: () => ({ params: { concernId: randomUUID() }, body: body() }),
});
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
/** Notes that somebody brings along; there are none before. */
const ofImport = (answers: Partial<Record<Role, number>>, body: () => unknown): Entry => ({
  answers: { nobody: 401, ...answers },
  others: 404,
  request: (scene) => ({
    params: { ...scene.params, importId: randomUUID() },
    body: body(),
  }),
});
/** A part of one that nobody brought. */
const partOfImport: Entry = {
  answers: { nobody: 401 },
  others: 404,
  request: (scene) => ({ params: { ...scene.params, importId: randomUUID(), number: '0' } }),
};
const imported = () => ({
  part: 0,
  meetings: [
    {
      state: 'imported',
      heldOn: '2026-03-05',
      title: null,
      lines: [{ kind: 'note', text: 'hello', depth: 0 }],
    },
  ],
});
/** Of a series in which nobody was asked and nothing offered. */
const ofSuccession = (
  param: 'successionId' | 'offerId' | 'lineId',
  body: (scene: Scene) => unknown = () => ({}),
): Entry => ({
  answers: { nobody: 401 },
  others: 404,
  request: (scene) => ({ params: { ...scene.params, [param]: randomUUID() }, body: body(scene) }),
});

const MEETING = { chatId: '19:meeting_bWF5YQ@thread.v2' };
const added = () => ({ id: randomUUID(), text: 'hello' });
const noted = () => ({ id: randomUUID(), text: 'hello', topic: null });
const written = () => ({ id: randomUUID(), text: 'hello', kind: 'praise' });
const DEVICE = { app: 'teams', system: 'windows', browser: 'edge' };
const disputed = () => ({ version: randomUUID(), text: 'hello', stands: true });
const promised = () => ({ id: randomUUID(), text: 'hello', owner: 'report', due: '2026-05-01' });

const MATRIX: Record<string, Entry> = {
  getHealth: { answers: {}, others: 200, request: () => ({}) },
  getReady: { answers: {}, others: 200, request: () => ({}) },
  getOpenApi: { answers: {}, others: 200, request: () => ({}) },
  getHome: forEverybody(200, () => ({})),
  deleteEverything: forEverybody(202, () => ({})),
  saveIntroduction: forEverybody(200, () => ({ introduction: 'Hello' })),
  listAgendas: forEverybody(200, () => ({})),
  saveAgenda: ofAgenda(() => ({ name: 'Mine', lines: [{ text: 'hello', question: null }] })),
  removeAgenda: ofAgenda(() => ({})),
  noteDevice: {
    answers: { nobody: 401 },
    others: 200,
    request: () => ({ params: { deviceId: randomUUID() }, body: DEVICE }),
  },
  listConcerns: forEverybody(200, () => ({})),
  saveConcern: ofConcern(200, () => ({ wording: 'x', audience: 'y', marks: [] })),
  // Nobody's: the id is new.
  handInConcern: ofConcern(404, () => ({})),
  takeOutConcern: ofConcern(404, () => ({})),
  removeConcern: ofConcern(404, () => ({})),
  getReminders: forEverybody(200, () => ({})),
  saveReminders: forEverybody(200, () => ({
    remindMe: { off: [], zone: 'Europe/Paris', quiet: null, daysOff: [7] },
  })),
  connectNudge: forEverybody(200, () => ({})),
  getSupport: forEverybody(200, () => ({})),
  findChat: forEverybody(200, () => MEETING),
  askToJoin: forEverybody(202, () => MEETING),
  startSeries: {
    answers: { nobody: 401 },
    others: 201,
    request: (_, world) => ({
      // Somebody new each time: a second series with one person is refused.
      body: { ...startBody(world), report: { oid: randomUUID(), name: 'Sam' } },
    }),
  },

  getSeries: ofSeries(toRead),
  getNeeds: ofSeries(toRead),
  listSuccessions: ofSeries(toRead),
  nameSuccessor: ofSeries(forBoth, (_, world) => ({
    id: randomUUID(),
    kind: 'handOver',
    person: { oid: world.issuer.person('aiko').oid, name: 'Aiko' },
    until: null,
  })),
  withdrawSuccession: ofSuccession('successionId'),
  offerLine: ofSuccession('successionId', ({ topic }) => ({
    id: randomUUID(),
    noun: 'topic',
    line: topic.id,
    version: topic.version,
    meeting: null,
  })),
  agreeToOffer: ofSuccession('offerId'),
  takeBackOffer: ofSuccession('offerId'),
  extendStandIn: ofSeries({ manager: 403, report: 404 }, () => ({
    until: '2027-05-01T00:00:00.000Z',
  })),
  listBrought: ofSeries(toRead),
  removeBrought: ofSuccession('lineId'),
  listNamings: forEverybody(200, () => ({})),
  declineNaming: {
    answers: { nobody: 401 },
    others: 404,
    request: () => ({ params: { namingId: randomUUID() }, body: {} }),
  },
  renewInvitation: ofSeries({ manager: 409, report: 403 }),
  answerJoinRequest: {
    answers: { nobody: 401, manager: 404, report: 403 },
    others: 404,
    request: (scene) => ({
      params: { seriesId: scene.seriesId, requestId: scene.requestId },
      body: { confirm: true },
    }),
  },
  agreeToTerms: ofSeries(forBoth, () => ({ terms: 1 })),
  postponeTerms: ofSeries(forBoth, () => ({ terms: 1 })),
  allowCommonConcern: ofSeries({ report: 200, manager: 403 }, () => ({ on: true })),
  shapeSeries: ofSeries(forBoth, () => ({ format: 'structured' })),
  getAboutUs: ofSeries(toRead),
  answerSubject: {
    // The report's turn comes after the manager's.
    answers: { nobody: 401, manager: 200, report: 409 },
    others: 404,
    request: (scene) => ({ params: { ...scene.params, subject: 'like' }, body: { text: 'x' } }),
  },
  addValue: ofSeries(addingForBoth, added),
  editValue: ofTopic('value', ({ value }) => ({ text: 'changed', version: value.version })),
  removeValue: ofTopic('value', ({ value }) => ({ version: value.version })),
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
  bindChat: ofSeries(forBoth, () => MEETING),
  leaveSeries: ofSeries(forBoth),

  getInvitation: ofSeries({ invited: 200 }),
  // Somebody who joined already may have lost the answer.
  acceptInvitation: ofSeries({ invited: 200, report: 200 }, () => ({ terms: 1, agree: true })),
  declineInvitation: ofSeries({ invited: 200 }),

  addTopic: ofSeries(addingForBoth, added),
  editTopic: ofTopic('topic', ({ topic }) => ({ text: 'changed', version: topic.version })),
  moveTopic: ofTopic('topic', () => ({ after: null })),
  removeTopic: ofTopic('topic', ({ topic }) => ({ version: topic.version })),
  restoreTopic: ofTopic('topic', () => ({ text: 'again' })),

  addPrivateTopic: ofSeries(addingForBoth, added),
  editPrivateTopic: ofTopic('own', ({ own }) => ({ text: 'changed', version: own.version })),
  movePrivateTopic: ofTopic('own', () => ({ after: null })),
  removePrivateTopic: ofTopic('own', ({ own }) => ({ version: own.version })),
  restorePrivateTopic: ofTopic('own', () => ({ text: 'again' })),
  shareTopic: ofTopic('own', () => ({})),
  keepTopic: ofTopic('topic', () => ({ kept: true })),
  discussTopic: ofTopic('topic', () => ({ discussed: true })),

  addQuestion: ofSeries(addingForBoth, added),
  editQuestion: ofTopic('question', ({ question }) => ({ text: 'x', version: question.version })),
  removeQuestion: ofTopic('question', ({ question }) => ({ version: question.version })),
  restoreQuestion: ofTopic('question', () => ({ text: 'again' })),
  hideQuestion: ofSeries(forBoth, () => ({ question: 'proud.1', hidden: true })),
  shareNote: ofTopic('ownNote', () => ({})),

  addNote: ofSeries(addingForBoth, noted),
  editNote: ofTopic('note', ({ note: own }) => ({ text: 'changed', version: own.version })),
  removeNote: ofTopic('note', ({ note: own }) => ({ version: own.version })),
  restoreNote: ofTopic('note', () => ({ text: 'again', topic: null })),
  addPrivateNote: ofSeries(addingForBoth, noted),
  editPrivateNote: ofTopic('ownNote', ({ ownNote }) => ({ text: 'x', version: ownNote.version })),
  removePrivateNote: ofTopic('ownNote', ({ ownNote }) => ({ version: ownNote.version })),
  restorePrivateNote: ofTopic('ownNote', () => ({ text: 'again', topic: null })),

  addAction: ofSeries(addingForBoth, promised),
  editAction: ofTopic('action', ({ action }) => ({
    text: 'changed',
    owner: 'manager',
    due: null,
    version: action.version,
  })),
  removeAction: ofTopic('action', ({ action }) => ({ version: action.version })),
  restoreAction: ofTopic('action', () => ({ text: 'again', owner: 'report', due: null })),
  addWish: ofSeries(addingForBoth, () => ({ id: randomUUID(), text: 'my talk' })),
  removeWish: ofTopic('wish', ({ wish }) => ({ version: wish.version })),
  restoreWish: ofTopic('wish', () => ({ text: 'again' })),
  markTopic: ofTopic('topic', () => ({ level: 'tactical' })),
  assignAction: ofTopic('action', () => ({ owner: 'manager' })),
  finishAction: ofTopic('action', () => ({ done: true })),

  // Of the other one's words: the actor's own are changed instead.
  disputeNote: ofTopic('note', disputed, { manager: 409, report: 409 }),
  disputeAction: ofTopic('action', disputed, { manager: 409, report: 409 }),

  addPrivateFeedback: ofSeries(addingForBoth, written),
  editPrivateFeedback: ofTopic('draft', ({ draft }) => ({
    text: 'changed',
    kind: 'praise',
    version: draft.version,
  })),
  removePrivateFeedback: ofTopic('draft', ({ draft }) => ({ version: draft.version })),
  restorePrivateFeedback: ofTopic('draft', () => ({ text: 'again', kind: 'praise' })),
  giveFeedback: ofTopic('draft', () => ({ delivery: { how: 'bring' } })),
  keepFeedback: ofTopic('draft', () => ({})),
  sayFeedback: ofTopic('draft', () => ({ said: true })),
  deferFeedback: ofTopic('given', () => ({ together: true })),
  listFeedback: ofSeries(toRead),
  listClosedFeedback: ofSeries(toRead),
  // What Maya gave Ravi: its receiver opens it, its author takes it back.
  openFeedback: ofTopic('given', () => ({}), { report: 200, manager: 404 }),
  answerFeedback: ofTopic('given', () => ({ kind: 'thanks', words: null }), {
    report: 409,
    manager: 404,
  }),
  replyToAnswer: ofTopic('given', () => ({ text: 'x' }), { report: 404, manager: 409 }),
  closeFeedback: ofTopic('given', () => ({}), { report: 409, manager: 404 }),
  takeFeedbackBack: ofTopic('given', () => ({}), { report: 404, manager: 200 }),
  // Praise, and not closed; to its author it is unknown.
  retainFeedback: ofTopic('given', () => ({ retained: true }), { report: 409, manager: 404 }),
  addCheckIn: ofSeries({ manager: 409, report: 409 }, () => ({
    meeting: 1,
    worth: 3,
    heard: 3,
    share: 50,
  })),
  getCheckIn: {
    answers: { nobody: 401, ...toRead },
    others: 404,
    request: (scene) => ({ params: { ...scene.params, number: '1' } }),
  },

  getTalkShare: ofSeries(toRead),
  getPictures: ofSeries(toRead),
  // No meeting is over yet.
  keepTalkShare: ofSeries({ manager: 409, report: 409 }, () => ({ meeting: 1, share: 60 })),
  dropTalkShare: ofSeries({ manager: 409, report: 409 }, () => ({ meeting: 1 })),
  listConcernNotices: ofSeries({ report: 200, manager: 403 }),
  leaveConcern: {
    answers: { nobody: 401, manager: 403 },
    others: 404,
    request: (scene) => ({ params: { ...scene.params, lineId: randomUUID() }, body: {} }),
  },

  listLedger: ofSeries(toRead),
  addLedgerEntry: ofSeries(addingForBoth, () => ({
    type: 'safety',
    id: randomUUID(),
    basis: 'law',
    wording: 'hello',
    audience: 'Court',
    shownAt: null,
  })),
  changeLedgerEntry: {
    answers: { nobody: 401 },
    others: 404,
    request: (scene) => ({
      params: { ...scene.params, lineId: randomUUID() },
      body: { step: 'add', text: 'hello' },
    }),
  },

  exportSeries: ofSeries(toRead, () => ({ includePrivate: true })),

  listImports: ofSeries(toRead),
  listPrivateImports: ofSeries(toRead),
  getImport: partOfImport,
  getPrivateImport: partOfImport,
  addImport: ofImport(addingForBoth, imported),
  addPrivateImport: ofImport(addingForBoth, imported),
  removeImport: ofImport(forBoth, () => ({})),
  removePrivateImport: ofImport(forBoth, () => ({})),

  prepareMeeting: ofSeries(forBoth, () => ({ number: 1, hand: 'wait' })),
  startMeeting: ofSeries(forBoth, () => ({ number: 1, endsAt: null })),
  cancelStart: ofSeries(forBoth, () => ({ number: 1 })),
  openTopic: ofSeries(forBoth, ({ topic }) => ({ number: 1, topic: topic.id })),
  wrapUp: ofSeries(forBoth, () => ({ number: 1 })),
  resumeMeeting: ofSeries(forBoth, () => ({ number: 1 })),
  finishMeeting: ofSeries(forBoth, () => ({ number: 1, nextAt: null })),
  planMeeting: ofSeries(forBoth, () => ({
    number: 1,
    from: null,
    to: '2099-05-01T10:00:00.000Z',
    skip: false,
    offset: 60,
  })),
  pauseSeries: ofSeries(forBoth, () => ({ until: null })),
  // There is none to end.
  endPause: ofSeries({ manager: 409, report: 409 }, () => ({ at: '2026-05-01T10:00:00.000Z' })),
  listMeetings: ofSeries(toRead),
  listWords: ofSeries(toRead),
  setRetention: ofSeries(forBoth, () => ({ months: 12 })),
  getMeeting: {
    answers: { nobody: 401 },
    others: 404,
    request: (scene) => ({ params: { ...scene.params, number: '1' } }),
  },
};

/** The invited person is given the introduction; whoever left goes on reading what both shared. */
function allowedTo(role: Role, route: string): readonly (string | undefined)[] {
  if (role === 'former') return [PLANTED[0], PLANTED[2]];
  return role === 'invited' && route === 'getInvitation' ? [PLANTED[2]] : [];
}

/** Words that stand in the series of every scene; nobody outside may ever be sent one. */
const PLANTED = ['planted-topic', 'planted-private', 'planted-introduction'];

describe('who is answered what', () => {
  const contract = openContract();
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ tenants: [otherTenant] });
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

  async function sceneFor(role: Role): Promise<Scene> {
    const started = await sceneStart(role === 'invited' ? 'lena' : 'maya');
    const owner = role === 'report' ? 'ravi' : role === 'invited' ? 'lena' : 'maya';
    if (role !== 'invited') {
      const body = { terms: 1, agree: true };
      await world.ok('ravi', 'acceptInvitation', { params: started.params, body });
    }
    const topic = await addTopic(world, owner, started, PLANTED[0] ?? '');
    const own = await addTopic(world, owner, started, PLANTED[1] ?? '', 'addPrivateTopic');
    const writes = [
      ['addNote', { text: PLANTED[0], topic: null }],
      ['addPrivateNote', { text: PLANTED[1], topic: null, draft: true }],
      ['addAction', { text: PLANTED[0], owner: 'report', due: null }],
      ['addPrivateFeedback', { text: PLANTED[1], kind: 'praise' }],
      ['addWish', { text: PLANTED[0] }],
      ['addValue', { text: PLANTED[0] }],
      ['addQuestion', { text: PLANTED[0] }],
      ['addGoal', { text: PLANTED[0], owner: 'report' }],
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
    const body = { id, text: PLANTED[0], kind: 'praise' };
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
    const started = await start(world, { introduction: PLANTED[2] }, manager);
    last.set(manager, started);
    return started;
  }

  test('the matrix names every route, and no other', () => {
    expect(Object.keys(MATRIX).toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
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
        for (const word of PLANTED) {
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
    expect(given.text).not.toContain('planted-private');
    const mine = await view(world, 'maya', scene);
    expect(mine.json.onlyMe.topics).toHaveLength(1);
  });
});
