import { randomUUID } from 'node:crypto';
import { MEETING_CHAT } from '../../support/everything';
import { addTopic, start, startBody, startTogether } from '../../support/story';
import type { Command } from './command';
import { type Story, together, alone } from './story';

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

export const gettingThere: readonly Command[] = [
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
