import { randomUUID } from 'node:crypto';
import { MEETING_CHAT } from '../support/everything';
import { addTopic, start, startBody, startTogether, view, type Started } from '../support/story';
import type { Sending, World } from '../support/world';
import { concerns } from './concernCommands';
import { successions } from './succession';

/** A command and what was before it. */
export interface Command {
  readonly route: string;
  /** What is special about this one, where there are several of its route. */
  readonly as?: string;
  readonly who: 'maya' | 'ravi';
  /** Plays what happened before. @returns what is sent, and the series it is about */
  before(world: World): Promise<{ readonly sending: Sending; readonly series: readonly string[] }>;
}

const HOUR = 60 * 60 * 1000;

/** The two at work: everything goes by the api. */
class Story {
  constructor(
    readonly world: World,
    readonly series: Started,
  ) {}

  does(who: string, route: string, body: unknown = {}, more: Record<string, string> = {}) {
    return this.world.ok(who, route, { params: { ...this.series.params, ...more }, body });
  }
  /** @returns the id of what was written, and the name of its wording */
  async writes(who: string, route: string, body: object) {
    const [id, version] = [randomUUID(), randomUUID()];
    const { params } = this.series;
    await this.world.ok(who, route, { params, body: { id, ...body }, key: version });
    return { lineId: id, version };
  }
  topic = async (who: string, text: string, route: 'addTopic' | 'addPrivateTopic' = 'addTopic') => {
    const { id, version } = await addTopic(this.world, who, this.series, text, route);
    return { lineId: id, version };
  };
  note = (who: string, text: string, route = 'addNote') =>
    this.writes(who, route, { text, topic: null });
  action = (who: string) => this.writes(who, 'addAction', PROMISE);
  draft = (who: string, text: string) =>
    this.writes(who, 'addPrivateFeedback', { text, ...PRAISE });
  async given(who: string, text: string) {
    const { lineId } = await this.draft(who, text);
    await this.does(who, 'giveFeedback', { delivery: this.sentIn(0) }, { lineId });
    return { lineId };
  }
  async opened(who: string, text: string) {
    const { lineId } = await this.given(who, text);
    await this.does(other(who), 'openFeedback', {}, { lineId });
    return { lineId };
  }
  async answered(who: string, text: string) {
    const { lineId } = await this.opened(who, text);
    await this.does(other(who), 'answerFeedback', { kind: 'question', words: 'When?' }, { lineId });
    return { lineId };
  }
  async closed(who: string, text: string) {
    const { lineId } = await this.writes(who, 'addPrivateFeedback', { text, kind: 'criticism' });
    await this.does(who, 'giveFeedback', { delivery: this.sentIn(0) }, { lineId });
    for (const [route, body] of [
      ['openFeedback', {}],
      ['answerFeedback', { kind: 'thanks', words: null }],
      ['closeFeedback', {}],
    ] as const) {
      await this.does(other(who), route, body, { lineId });
    }
    return { lineId };
  }
  sentIn = (ms: number) => ({
    how: 'send',
    at: new Date(this.world.clock.now().getTime() + ms).toISOString(),
  });
  starts = () => this.does('maya', 'startMeeting', { number: 1, endsAt: null });
  async meets() {
    await this.starts();
    await this.does('ravi', 'finishMeeting', { number: 1, nextAt: null });
  }
}

const other = (who: string): string => (who === 'maya' ? 'ravi' : 'maya');
const PROMISE = { text: 'Write the plan', owner: 'report', due: '2026-12-01' };
const SAFETY = {
  type: 'safety',
  basis: 'law',
  wording: 'What happened',
  audience: 'Court',
  shownAt: null,
};
const PRAISE = { kind: 'praise' };
const FAR = '2099-05-01T10:00:00.000Z';
const PLAN = { number: 1, from: null, to: FAR, skip: false, offset: null };
const CHECK_IN = { meeting: 1, worth: 4, heard: 5, share: 60 };
const KEEP = { meeting: 1, share: 63 };
const written = (text: string) => ({ id: randomUUID(), text });

/** A command of two people who are under way. */
const together = (
  who: Command['who'],
  route: string,
  before: (story: Story) => Promise<{ lineId?: string; importId?: string; body?: unknown }>,
  as?: string,
): Command => ({
  route,
  who,
  ...(as === undefined ? {} : { as }),
  async before(world) {
    const series = await startTogether(world);
    const { body = {}, lineId, importId } = await before(new Story(world, series));
    const named = { ...(lineId && { lineId }), ...(importId && { importId }) };
    return { sending: { params: { ...series.params, ...named }, body }, series: [series.seriesId] };
  },
});

/** A command while the other one has not joined. */
const alone = (
  who: Command['who'],
  route: string,
  before: (story: Story) => Promise<{ params?: Record<string, string>; body?: unknown }>,
  options: { readonly as?: string; readonly input?: Record<string, unknown> } = {},
): Command => ({
  route,
  who,
  ...(options.as === undefined ? {} : { as: options.as }),
  async before(world) {
    const series = await start(world, options.input);
    const { params, body = {} } = await before(new Story(world, series));
    const sending = { params: { ...series.params, ...params }, body };
    return { sending, series: [series.seriesId] };
  },
});

/** Ravi takes back what he would keep of the first meeting. */
const dropping = (as: string, before: (story: Story) => Promise<void>): Command =>
  together(
    'ravi',
    'dropTalkShare',
    async (story) => {
      await story.meets();
      await before(story);
      return { body: { meeting: 1 } };
    },
    as,
  );

const OPEN_PLACE = { input: { report: null } };

/** Ravi has asked to join from the meeting's chat. */
async function asked(story: Story): Promise<{ requestId: string }> {
  await story.does('maya', 'bindChat', MEETING_CHAT);
  await story.world.ok('ravi', 'askToJoin', { body: MEETING_CHAT });
  for (let turns = 0; turns < 1000; turns += 1) {
    const { json } = await story.does('maya', 'getSeries');
    if (json.joinRequest) return { requestId: json.joinRequest.id };
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('the request never came');
}

const gettingThere: readonly Command[] = [
  {
    route: 'saveReminders',
    who: 'maya',
    before: async () => ({
      sending: {
        body: {
          remindMe: {
            off: ['gap'],
            zone: 'Asia/Tokyo',
            quiet: { from: '18:00', to: '08:00' },
            daysOff: [6, 7],
          },
        },
      },
      series: [],
    }),
  },
  {
    route: 'saveIntroduction',
    who: 'maya',
    before: async () => ({ sending: { body: { introduction: 'Hello' } }, series: [] }),
  },
  {
    route: 'noteDevice',
    who: 'maya',
    before: async () => ({
      sending: {
        params: { deviceId: randomUUID() },
        body: { app: 'teams', system: 'windows', browser: 'edge' },
      },
      series: [],
    }),
  },
  {
    route: 'startSeries',
    who: 'maya',
    async before(world) {
      const body = startBody(world);
      return { sending: { body }, series: [String(body['id'])] };
    },
  },
  {
    route: 'startSeries',
    as: 'with an open place',
    who: 'maya',
    async before(world) {
      const body = { ...startBody(world), report: null };
      return { sending: { body }, series: [String(Reflect.get(body, 'id'))] };
    },
  },
  alone('maya', 'renewInvitation', async (story) => {
    await story.does('ravi', 'declineInvitation');
    return {};
  }),
  alone('ravi', 'acceptInvitation', async (story) => {
    await story.topic('maya', 'prepared');
    return { body: { terms: 1, agree: true } };
  }),
  alone('ravi', 'declineInvitation', async () => ({})),
  {
    route: 'askToJoin',
    who: 'ravi',
    async before(world) {
      const { seriesId, params } = await start(world, { report: null });
      await world.ok('maya', 'bindChat', { params, body: MEETING_CHAT });
      return { sending: { body: MEETING_CHAT }, series: [seriesId] };
    },
  },
  alone(
    'maya',
    'answerJoinRequest',
    async (story) => ({
      params: await asked(story),
      body: { confirm: true },
    }),
    { ...OPEN_PLACE, as: 'yes' },
  ),
  alone(
    'maya',
    'answerJoinRequest',
    async (story) => ({
      params: await asked(story),
      body: { confirm: false },
    }),
    { ...OPEN_PLACE, as: 'no' },
  ),
  alone('ravi', 'agreeToTerms', async (story) => {
    await story.does('ravi', 'acceptInvitation', { terms: 1, agree: false });
    return { body: { terms: 1 } };
  }),
  together('ravi', 'bindChat', async () => ({ body: MEETING_CHAT })),
  {
    route: 'bindChat',
    as: 'where the chat opened another one',
    who: 'maya',
    async before(world) {
      const series = await startTogether(world);
      const withLena = { oid: world.issuer.person('lena').oid, name: 'Lena' };
      const another = await start(world, { report: withLena });
      await world.ok('maya', 'bindChat', { params: another.params, body: MEETING_CHAT });
      return {
        sending: { params: series.params, body: MEETING_CHAT },
        series: [series.seriesId, another.seriesId],
      };
    },
  },
  ...(['maya', 'ravi'] as const).map((who): Command => ({
    route: 'deleteEverything',
    as: who,
    who,
    async before(world) {
      const series = await startTogether(world);
      await addTopic(world, 'ravi', series, 'for both');
      return { sending: {}, series: [series.seriesId] };
    },
  })),
  ...(['maya', 'ravi'] as const).map((who) =>
    together(
      who,
      'leaveSeries',
      async (story) => {
        await story.topic(who, 'for both');
        await story.topic(who, 'for me', 'addPrivateTopic');
        await story.note(who, 'mine', 'addPrivateNote');
        await story.meets();
        await story.note(who, 'mine too', 'addPrivateNote');
        return {};
      },
      who,
    ),
  ),
];

/** The same of both pages. */
const lines: readonly Command[] = (['', 'Private'] as const).flatMap((page) => {
  const topic = (story: Story, text = 'a topic') => story.topic('ravi', text, `add${page}Topic`);
  const note = (story: Story) => story.note('ravi', 'a note', `add${page}Note`);
  return [
    together('ravi', `add${page}Topic`, async () => ({ body: written('new') })),
    together('ravi', `edit${page}Topic`, async (story) => {
      const { lineId, version } = await topic(story);
      return { lineId, body: { text: 'changed', version } };
    }),
    together('ravi', `remove${page}Topic`, async (story) => {
      const { lineId, version } = await topic(story);
      return { lineId, body: { version } };
    }),
    together('ravi', `restore${page}Topic`, async (story) => {
      const { lineId, version } = await topic(story);
      await story.does('ravi', `remove${page}Topic`, { version }, { lineId });
      return { lineId, body: { text: 'again' } };
    }),
    together('ravi', `move${page}Topic`, async (story) => {
      await topic(story);
      return { ...(await topic(story, 'another')), body: { after: null } };
    }),
    together('ravi', `add${page}Note`, async () => ({ body: { ...written('new'), topic: null } })),
    together('ravi', `edit${page}Note`, async (story) => {
      const { lineId, version } = await note(story);
      return { lineId, body: { text: 'changed', version } };
    }),
    together('ravi', `remove${page}Note`, async (story) => {
      const { lineId, version } = await note(story);
      return { lineId, body: { version } };
    }),
    together('ravi', `restore${page}Note`, async (story) => {
      const { lineId, version } = await note(story);
      await story.does('ravi', `remove${page}Note`, { version }, { lineId });
      return { lineId, body: { text: 'again', topic: null } };
    }),
  ];
});

/** What a series is shaped by, and what the two tell each other about themselves. */
const shaping: readonly Command[] = [
  alone('ravi', 'postponeTerms', async (story) => {
    await story.does('ravi', 'acceptInvitation', { terms: 1, agree: false });
    return { body: { terms: 1 } };
  }),
  together('ravi', 'allowCommonConcern', async () => ({ body: { on: true } })),
  together('maya', 'shapeSeries', async () => ({
    body: { format: 'structured', introduction: 'Other words' },
  })),
  {
    route: 'answerSubject',
    who: 'maya',
    async before(world) {
      const { seriesId, params } = await startTogether(world);
      const answered = { params: { ...params, subject: 'like' }, body: { text: 'Early mornings' } };
      await world.ok('maya', 'answerSubject', answered);
      return { sending: { ...answered, body: { text: 'Late evenings' } }, series: [seriesId] };
    },
  },
  together('ravi', 'addValue', async () => ({ body: written('candour') })),
  together('ravi', 'editValue', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addValue', { text: 'candour' });
    return { lineId, body: { text: 'kindness', version } };
  }),
  together('ravi', 'removeValue', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addValue', { text: 'candour' });
    return { lineId, body: { version } };
  }),
];

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

const goals: readonly Command[] = [
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

/** Somebody's own ready agenda: in their profile, with no series to it. */
const ownAgenda = (route: string, saved: boolean, body: object): Command => ({
  route,
  who: 'maya',
  async before(world) {
    const params = { agendaId: randomUUID() };
    const how = [{ text: 'How are you?', question: null }];
    if (saved) await world.ok('maya', 'saveAgenda', { params, body: { name: 'Mine', lines: how } });
    return { sending: { params, body }, series: [] };
  },
});

const asking: readonly Command[] = [
  together('ravi', 'addQuestion', async () => ({ body: written('What next?') })),
  together('ravi', 'editQuestion', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addQuestion', { text: 'What next?' });
    return { lineId, body: { text: 'What now?', version } };
  }),
  together('ravi', 'removeQuestion', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addQuestion', { text: 'What next?' });
    return { lineId, body: { version } };
  }),
  together('ravi', 'restoreQuestion', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addQuestion', { text: 'What next?' });
    await story.does('ravi', 'removeQuestion', { version }, { lineId });
    return { lineId, body: { text: 'What next?' } };
  }),
  together('ravi', 'hideQuestion', async () => ({ body: { question: 'proud.1', hidden: true } })),
  together('ravi', 'keepTopic', async (story) => ({
    ...(await story.topic('ravi', 'a topic')),
    body: { kept: true },
  })),
  ownAgenda('saveAgenda', true, { name: 'Renamed', lines: [{ text: 'And you?', question: null }] }),
  ownAgenda('removeAgenda', true, {}),
];

const atWork: readonly Command[] = [
  together('ravi', 'shareTopic', (story) => story.topic('ravi', 'to share', 'addPrivateTopic')),
  together('ravi', 'shareNote', (story) =>
    story.writes('ravi', 'addPrivateNote', { text: 'for both', topic: null, draft: true }),
  ),
  together('ravi', 'discussTopic', async (story) => ({
    ...(await story.topic('maya', 'a topic')),
    body: { discussed: true },
  })),
  together('ravi', 'addAction', async () => ({ body: { id: randomUUID(), ...PROMISE } })),
  together('ravi', 'editAction', async (story) => {
    const { lineId, version } = await story.action('ravi');
    return { lineId, body: { ...PROMISE, text: 'changed', version } };
  }),
  together('ravi', 'removeAction', async (story) => {
    const { lineId, version } = await story.action('ravi');
    return { lineId, body: { version } };
  }),
  together('ravi', 'restoreAction', async (story) => {
    const { lineId, version } = await story.action('ravi');
    await story.does('ravi', 'removeAction', { version }, { lineId });
    return { lineId, body: PROMISE };
  }),
  together('ravi', 'finishAction', async (story) => ({
    ...(await story.action('maya')),
    body: { done: true },
  })),
  together('ravi', 'disputeNote', async (story) => {
    const { lineId, version } = await story.note('maya', 'hers');
    return { lineId, body: { version, text: 'not so', stands: true } };
  }),
  together('ravi', 'disputeAction', async (story) => {
    const { lineId, version } = await story.action('maya');
    return { lineId, body: { version, text: null, stands: true } };
  }),
  together('ravi', 'markTopic', async (story) => ({
    ...(await story.topic('ravi', 'a topic')),
    body: { level: 'tactical' },
  })),
  together('maya', 'assignAction', async (story) => ({
    ...(await story.action('ravi')),
    body: { owner: 'manager' },
  })),
  together('ravi', 'addLedgerEntry', async () => ({ body: { id: randomUUID(), ...SAFETY } })),
  together('maya', 'changeLedgerEntry', async (story) => ({
    ...(await story.writes('maya', 'addLedgerEntry', SAFETY)),
    body: { step: 'add', text: 'more of it' },
  })),
  together('maya', 'exportSeries', async (story) => {
    await story.topic('maya', 'hers', 'addPrivateTopic');
    return { body: { includePrivate: true } };
  }),
  together('ravi', 'prepareMeeting', async () => ({ body: { number: 1, hand: 'wait' } })),
  together('maya', 'startMeeting', async () => ({ body: { number: 1, endsAt: null } })),
  together('maya', 'cancelStart', async (story) => {
    await story.starts();
    return { body: { number: 1 } };
  }),
  together('ravi', 'planMeeting', async (story) => {
    await story.does('maya', 'pauseSeries', { until: null });
    return { body: { number: 1, from: null, to: FAR, skip: false, offset: 60 } };
  }),
  together('ravi', 'pauseSeries', async (story) => {
    await story.does('maya', 'planMeeting', PLAN);
    return { body: { until: null } };
  }),
  together('maya', 'endPause', async (story) => {
    await story.does('ravi', 'pauseSeries', { until: FAR });
    const { pauses } = (await view(story.world, 'maya', story.series)).json;
    return { body: { at: pauses?.[0]?.at } };
  }),
  together('maya', 'openTopic', async (story) => {
    const { lineId: topic } = await story.topic('ravi', 'a topic');
    return { body: { number: 1, topic } };
  }),
  together('maya', 'wrapUp', async (story) => {
    await story.starts();
    return { body: { number: 1 } };
  }),
  together('maya', 'resumeMeeting', async (story) => {
    await story.starts();
    await story.does('maya', 'wrapUp', { number: 1 });
    return { body: { number: 1 } };
  }),
  together('maya', 'finishMeeting', async (story) => {
    const discussed = await story.topic('ravi', 'discussed');
    await story.topic('maya', 'carried over');
    await story.action('ravi');
    await story.starts();
    await story.note('maya', 'for both');
    await story.note('maya', 'hers', 'addPrivateNote');
    await story.note('ravi', 'his', 'addPrivateNote');
    await story.does('maya', 'discussTopic', { discussed: true }, { lineId: discussed.lineId });
    for (const who of ['maya', 'ravi']) {
      const { lineId } = await story.draft(who, 'brought');
      await story.does(who, 'giveFeedback', { delivery: { how: 'bring' } }, { lineId });
      await story.does(who, 'sayFeedback', { said: true }, { lineId });
    }
    await story.given('maya', 'during the meeting');
    return { body: { number: 1, nextAt: '2026-12-07T10:00:00.000Z' } };
  }),
];

const feedback: readonly Command[] = [
  together('maya', 'addPrivateFeedback', async () => ({ body: { ...written('new'), ...PRAISE } })),
  together('maya', 'editPrivateFeedback', async (story) => {
    const { lineId, version } = await story.draft('maya', 'words');
    return { lineId, body: { text: 'changed', version, ...PRAISE } };
  }),
  together('maya', 'removePrivateFeedback', async (story) => {
    const { lineId, version } = await story.draft('maya', 'words');
    return { lineId, body: { version } };
  }),
  together('maya', 'restorePrivateFeedback', async (story) => {
    const { lineId, version } = await story.draft('maya', 'words');
    await story.does('maya', 'removePrivateFeedback', { version }, { lineId });
    return { lineId, body: { text: 'again', ...PRAISE } };
  }),
  together(
    'maya',
    'giveFeedback',
    async (story) => {
      await story.given('maya', 'earlier');
      const { lineId } = await story.draft('maya', 'words');
      return { lineId, body: { delivery: story.sentIn(0) } };
    },
    'now',
  ),
  together(
    'maya',
    'giveFeedback',
    async (story) => {
      const { lineId } = await story.draft('maya', 'words');
      return { lineId, body: { delivery: story.sentIn(HOUR) } };
    },
    'later',
  ),
  together(
    'maya',
    'giveFeedback',
    async (story) => {
      const { lineId } = await story.draft('maya', 'words');
      return { lineId, body: { delivery: { how: 'bring' } } };
    },
    'in the next 1:1',
  ),
  together('maya', 'keepFeedback', async (story) => {
    const { lineId } = await story.draft('maya', 'words');
    await story.does('maya', 'giveFeedback', { delivery: story.sentIn(HOUR) }, { lineId });
    return { lineId };
  }),
  together('maya', 'sayFeedback', async (story) => {
    const { lineId } = await story.draft('maya', 'words');
    await story.does('maya', 'giveFeedback', { delivery: { how: 'bring' } }, { lineId });
    await story.starts();
    return { lineId, body: { said: true } };
  }),
  together('ravi', 'deferFeedback', async (story) => ({
    ...(await story.given('maya', 'words')),
    body: { together: true },
  })),
  together('ravi', 'addWish', async () => ({ body: written('my talk') })),
  together('ravi', 'removeWish', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addWish', { text: 'my talk' });
    return { lineId, body: { version } };
  }),
  together('ravi', 'restoreWish', async (story) => {
    const { lineId, version } = await story.writes('ravi', 'addWish', { text: 'my talk' });
    await story.does('ravi', 'removeWish', { version }, { lineId });
    return { lineId, body: { text: 'my talk' } };
  }),
  together('ravi', 'openFeedback', (story) => story.given('maya', 'words')),
  ...(['thanks', 'willTry', 'talk'] as const).map((kind) =>
    together(
      'ravi',
      'answerFeedback',
      async (story) => ({
        ...(await story.opened('maya', 'words')),
        body: { kind, words: kind === 'thanks' ? null : 'Ask earlier' },
      }),
      kind,
    ),
  ),
  together('maya', 'replyToAnswer', async (story) => ({
    ...(await story.answered('maya', 'words')),
    body: { text: 'On Monday' },
  })),
  together('ravi', 'closeFeedback', (story) => story.answered('maya', 'words')),
  together('ravi', 'retainFeedback', async (story) => ({
    ...(await story.closed('maya', 'words')),
    body: { retained: true },
  })),
  together('maya', 'setRetention', async () => ({ body: { months: 12 } })),
  together(
    'ravi',
    'setRetention',
    async (story) => {
      await story.does('maya', 'setRetention', { months: 6 });
      return { body: { months: 24 } };
    },
    'which takes the announced one back',
  ),
  alone('maya', 'setRetention', async () => ({ body: { months: 6 } }), { as: 'at once' }),
  together('maya', 'takeFeedbackBack', (story) => story.given('maya', 'words')),
  together(
    'maya',
    'addCheckIn',
    async (story) => {
      await story.meets();
      return { body: CHECK_IN };
    },
    'the first',
  ),
  together(
    'ravi',
    'addCheckIn',
    async (story) => {
      await story.meets();
      await story.does('maya', 'addCheckIn', CHECK_IN);
      return { body: { ...CHECK_IN, worth: 2 } };
    },
    'the second',
  ),
];

const importing: readonly Command[] = (['', 'Private'] as const).flatMap((page) => {
  const importId = randomUUID();
  // An open box that goes on the agenda, whoever reads the notes.
  const box = { done: false, owner: 'manager', due: null, promise: randomUUID() };
  const brought = {
    part: 0,
    meetings: [
      {
        state: 'imported',
        heldOn: '2026-03-05',
        title: null,
        lines: [
          { kind: 'note', text: 'from before', depth: 0 },
          { kind: 'action', text: 'still to do', depth: 0, ...box },
        ],
      },
    ],
  };
  return [
    together('ravi', `add${page}Import`, async () => ({ importId, body: brought })),
    together('ravi', `remove${page}Import`, async (story) => {
      await story.does('ravi', `add${page}Import`, brought, { importId });
      return { importId, body: {} };
    }),
  ];
});

/** Numbers that the two keep of a meeting, or do not. */
const keeping: readonly Command[] = [
  together(
    'maya',
    'keepTalkShare',
    async (story) => {
      await story.meets();
      return { body: KEEP };
    },
    'the first',
  ),
  together(
    'ravi',
    'keepTalkShare',
    async (story) => {
      await story.meets();
      await story.does('maya', 'keepTalkShare', KEEP);
      return { body: { ...KEEP, share: null } };
    },
    'the second',
  ),
  dropping('before the other one', async (story) => {
    await story.does('ravi', 'keepTalkShare', KEEP);
  }),
  dropping('what both kept', async (story) => {
    await story.does('ravi', 'keepTalkShare', KEEP);
    await story.does('maya', 'keepTalkShare', KEEP);
  }),
];

/** Every command of the api, and those with something special about them several times. */
export const COMMANDS: readonly Command[] = [
  ...gettingThere,
  ...shaping,
  ...goals,
  ...asking,
  ...lines,
  ...atWork,
  ...feedback,
  ...importing,
  ...successions,
  ...keeping,
  ...concerns,
];
